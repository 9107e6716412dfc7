package org.genevent.runtime;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The writers of each platform thread, one for each open channel.
 *
 * <p>One thread-local for all channels, so that the compiler knows it: a thread-local of each channel's own would have to
 * be loaded, with its hash, before the search in the thread's map could begin, and those loads wait for each other.
 * Channels have numbers that are given again after they close; whoever finds a writer asks whether it is the channel's.
 */
final class OwnWriters {

  private static final ThreadLocal<EventWriter[]> OF_THREAD = new ThreadLocal<>();
  private static final BitSet NUMBERS = new BitSet();
  private static final EventWriter[] NONE = {};

  private OwnWriters() {}

  /** A number for a channel, the lowest that is free. */
  static int takeNumber() {
    synchronized (NUMBERS) {
      int number = NUMBERS.nextClearBit(0);
      NUMBERS.set(number);
      return number;
    }
  }

  static void giveNumber(int number) {
    synchronized (NUMBERS) {
      NUMBERS.clear(number);
    }
  }

  /** What this thread has under a number: null, a writer of that channel or of one that is closed. */
  static EventWriter get(int number) {
    EventWriter[] writers = OF_THREAD.get();
    return writers != null && number < writers.length ? writers[number] : null;
  }

  static void set(int number, EventWriter writer) {
    EventWriter[] before = OF_THREAD.get();
    EventWriter[] writers = before == null ? NONE : before;
    if (number >= writers.length) {
      writers = Arrays.copyOf(writers, number + 1);
      OF_THREAD.set(writers);
    }
    writers[number] = writer;
  }
}
