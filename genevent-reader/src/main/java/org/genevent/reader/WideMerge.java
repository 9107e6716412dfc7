package org.genevent.reader;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.genevent.reader.stream.EventStream;

/**
 * Merges streams whose times are further from each other than a node of {@link StreamMerge} can say, and again and again: those
 * of damaged or hostile traces. Slower than that, but never slower than its logarithm.
 */
final class WideMerge {

  private final EventStream[] streams;
  private final long[] times;
  private final PriorityQueue<Integer> waiting;

  /** The stream of the current event, or -1 if none was given yet. */
  private int current = -1;

  /**
   * Goes on where others stopped.
   *
   * @param streams the streams, each at an event that was not given yet
   * @param ended which of them have none
   */
  WideMerge(EventStream[] streams, boolean[] ended) {
    this.streams = streams;
    this.times = new long[streams.length];
    this.waiting = new PriorityQueue<>(
        Comparator.<Integer>comparingLong(i -> times[i]).thenComparingInt(i -> i));
    for (int i = 0; i < streams.length; i++) {
      if (!ended[i]) {
        await(i);
      }
    }
  }

  private void await(int index) {
    times[index] = streams[index].timestampNanos();
    waiting.add(index);
  }

  /** The stream with the next event, moved there; null if there is none. */
  EventStream next() {
    if (current >= 0 && streams[current].next()) {
      await(current);
    }
    Integer first = waiting.poll();
    current = first == null ? -1 : first;
    return first == null ? null : streams[first];
  }

  /** The stream of the current event, or null. */
  EventStream current() {
    return current < 0 ? null : streams[current];
  }

  /** The time of the event. */
  long nanos() {
    return times[current];
  }
}
