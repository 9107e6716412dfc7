package org.genevent.runtime;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A first-in first-out queue of sub-buffer numbers for any number of threads; allocates nothing, locks nothing.
 *
 * <p>A linked list that begins with a node whose number has been taken. An offer links its node behind the last one and
 * then moves the tail; whoever finds the tail behind moves it. So a thread that is stopped anywhere in here keeps nobody
 * from going on, hides no number but the one that it has not linked yet, and loses none: a ring of slots cannot say the
 * same, as a stopped thread keeps its slot.
 *
 * <p>Head and tail carry a count of their moves, so that a stopped thread that goes on does not take a node for the one
 * that it knew. Source: M. Michael and M. Scott, "Simple, Fast, and Practical Non-Blocking and Blocking Concurrent Queue
 * Algorithms", 1996.
 */
final class IndexQueue {

  private final IndexNodes nodes;
  private final AtomicLong head;
  private final AtomicLong tail;

  IndexQueue(IndexNodes nodes) {
    this.nodes = nodes;
    long first = IndexNodes.link(0, nodes.takeFirst());
    head = new AtomicLong(first);
    tail = new AtomicLong(first);
  }

  /** Adds a number, which must be in no queue. */
  void offer(int number) {
    int node = nodes.prepare(number);
    while (true) {
      long last = tail.get();
      long next = nodes.next(last);
      if (last != tail.get()) {
        continue;
      }
      if (IndexNodes.node(next) != IndexNodes.NONE) {
        tail.compareAndSet(last, IndexNodes.follow(last, IndexNodes.node(next)));
      } else if (nodes.setNext(last, next, node)) {
        tail.compareAndSet(last, IndexNodes.follow(last, node));
        return;
      }
    }
  }

  /** Takes the oldest number, or {@link Channel#NONE} if there is none. */
  int poll() {
    while (true) {
      long first = head.get();
      long last = tail.get();
      long next = nodes.next(first);
      if (first != head.get()) {
        continue;
      }
      int node = IndexNodes.node(next);
      if (IndexNodes.node(first) != IndexNodes.node(last)) {
        int number = nodes.number(node);
        if (head.compareAndSet(first, IndexNodes.follow(first, node))) {
          nodes.giveBack(IndexNodes.node(first), number);
          return number;
        }
      } else if (node == IndexNodes.NONE) {
        return Channel.NONE;
      } else {
        tail.compareAndSet(last, IndexNodes.follow(last, node));
      }
    }
  }

  /** How many numbers are in; a guess while others add and take. */
  int size() {
    int taken = IndexNodes.moves(head.get());
    return Math.max(0, IndexNodes.moves(tail.get()) - taken);
  }
}
