package org.genevent.runtime;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A bounded first-in first-out queue of sub-buffer numbers for any number of threads; allocates nothing, locks nothing.
 *
 * <p>Each slot carries a ticket that says whose turn it is: offer waits for none, it finds the slot of its turn free or
 * the queue full. A thread that is stopped between taking its turn and filling the slot makes the queue look empty behind
 * it for that time; nobody waits for it.
 */
final class IndexQueue {

  private final int mask;
  private final AtomicLongArray tickets;
  private final AtomicLongArray values;
  private final AtomicLong head = new AtomicLong();
  private final AtomicLong tail = new AtomicLong();

  IndexQueue(int capacity) {
    int size = Integer.highestOneBit(Math.max(2, capacity) * 2 - 1);
    mask = size - 1;
    tickets = new AtomicLongArray(size);
    values = new AtomicLongArray(size);
    for (int i = 0; i < size; i++) {
      tickets.setPlain(i, i);
    }
  }

  /** Adds a number; false if the queue is full. */
  boolean offer(int value) {
    while (true) {
      long turn = tail.get();
      int slot = (int) turn & mask;
      long difference = tickets.getAcquire(slot) - turn;
      if (difference == 0) {
        if (tail.compareAndSet(turn, turn + 1)) {
          values.setPlain(slot, value);
          tickets.setRelease(slot, turn + 1);
          return true;
        }
      } else if (difference < 0) {
        return false;
      }
    }
  }

  /** Takes the oldest number, or -1 if there is none. */
  int poll() {
    while (true) {
      long turn = head.get();
      int slot = (int) turn & mask;
      long difference = tickets.getAcquire(slot) - (turn + 1);
      if (difference == 0) {
        if (head.compareAndSet(turn, turn + 1)) {
          int value = (int) values.getPlain(slot);
          tickets.setRelease(slot, turn + mask + 1);
          return value;
        }
      } else if (difference < 0) {
        return -1;
      }
    }
  }

  boolean isEmpty() {
    return head.get() >= tail.get();
  }

  /** How many numbers are in; a guess while others add and take. */
  int size() {
    long taken = head.get();
    return (int) Math.max(0, tail.get() - taken);
  }
}
