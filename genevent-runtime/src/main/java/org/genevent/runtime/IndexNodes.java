package org.genevent.runtime;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The nodes of the queues that a channel's sub-buffer numbers wander through: one for each number, and one more for each
 * queue to begin with.
 *
 * <p>A number that is in no queue has a node with it. When it comes out of a queue it gets the node that the queue began
 * with, since its own is the beginning from then on.
 *
 * <pre>
 * | bits of a link | content                                     |
 * |----------------|---------------------------------------------|
 * | 32 – 63        | how often the place that it is in was moved |
 * | 0 – 31         | a node, or NONE                             |
 * </pre>
 */
final class IndexNodes {

  static final int NONE = -1;

  private final AtomicLongArray next;
  private final AtomicIntegerArray numbers;
  private final AtomicIntegerArray nodeOfNumber;
  private int firstTaken;

  IndexNodes(int count, int queues) {
    next = new AtomicLongArray(count + queues);
    numbers = new AtomicIntegerArray(count + queues);
    nodeOfNumber = new AtomicIntegerArray(count);
    for (int i = 0; i < next.length(); i++) {
      next.setPlain(i, link(0, NONE));
    }
    for (int i = 0; i < count; i++) {
      nodeOfNumber.setPlain(i, i);
    }
    firstTaken = count;
  }

  /** The node that a queue begins with; called while the channel is made. */
  int takeFirst() {
    return firstTaken++;
  }

  static long link(int moves, int node) {
    return (long) moves << Integer.SIZE | node & 0xFFFF_FFFFL;
  }

  static int node(long link) {
    return (int) link;
  }

  static int moves(long link) {
    return (int) (link >>> Integer.SIZE);
  }

  /** What a place holds after a link, when it is moved to a node. */
  static long follow(long link, int node) {
    return link(moves(link) + 1, node);
  }

  long next(long link) {
    return next.get(node(link));
  }

  /** Links a node behind that of a link, unless what is behind it has changed. */
  boolean setNext(long link, long expected, int node) {
    return next.compareAndSet(node(link), expected, follow(expected, node));
  }

  /** Makes the node of a number ready to be the last one; only who has the number may. */
  int prepare(int number) {
    int node = nodeOfNumber.get(number);
    numbers.set(node, number);
    next.set(node, follow(next.get(node), NONE));
    return node;
  }

  int number(int node) {
    return numbers.get(node);
  }

  /** Gives a node to a number that has come out of a queue. */
  void giveBack(int node, int number) {
    nodeOfNumber.set(number, node);
  }
}
