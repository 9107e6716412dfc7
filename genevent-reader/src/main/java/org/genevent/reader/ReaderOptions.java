package org.genevent.reader;

import java.util.Objects;
import java.util.function.Predicate;
import org.genevent.model.trace.EventRecordClass;

/**
 * What of traces is read.
 *
 * @param beginNanos the first nanosecond since the epoch of which events are given; packets before it are not looked into
 * @param endNanos the last nanosecond of which events are given
 * @param events which kinds of events are given; asked once for each kind. Fields of others are not decoded
 * @param strict whether reading ends at the first finding
 */
public record ReaderOptions(
    long beginNanos, long endNanos, Predicate<EventRecordClass> events, boolean strict) {

  private static final Predicate<EventRecordClass> ALL = eventClass -> true;

  /** Everything, past all damage. */
  public static final ReaderOptions DEFAULT =
      new ReaderOptions(Long.MIN_VALUE, Long.MAX_VALUE, ALL, false);

  /** Checks that a filter is there. */
  public ReaderOptions {
    Objects.requireNonNull(events);
  }

  /**
   * The same with another span of time.
   *
   * @param firstNanos the first nanosecond since the epoch
   * @param lastNanos the last
   * @return new options
   */
  public ReaderOptions withTimes(long firstNanos, long lastNanos) {
    return new ReaderOptions(firstNanos, lastNanos, events, strict);
  }

  /**
   * The same with other kinds of events.
   *
   * @param wanted which are given
   * @return new options
   */
  public ReaderOptions withEvents(Predicate<EventRecordClass> wanted) {
    return new ReaderOptions(beginNanos, endNanos, wanted, strict);
  }

  /**
   * The same with another way to take damage.
   *
   * @param atFirst whether reading ends at the first finding
   * @return new options
   */
  public ReaderOptions withStrict(boolean atFirst) {
    return new ReaderOptions(beginNanos, endNanos, events, atFirst);
  }

  /** Whether there is a span of time at all. */
  boolean hasTimes() {
    return beginNanos != Long.MIN_VALUE || endNanos != Long.MAX_VALUE;
  }

  /** Whether all kinds of events are given. */
  boolean hasAllEvents() {
    return events == ALL;
  }
}
