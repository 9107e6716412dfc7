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
 * @param everything whether also the members are given that only tell a length or a tag, and all as the metadata has it: truth
 *     values and optional values of CTF 1.8 as the enumerations and variants that they are written as
 * @param sameClocks whether clocks of the same uuid are one clock: traces of one machine say its offset to the epoch as they
 *     found it, each a little different; the first that is opened then counts for all
 */
public record ReaderOptions(
    long beginNanos,
    long endNanos,
    Predicate<EventRecordClass> events,
    boolean strict,
    boolean everything,
    boolean sameClocks) {

  private static final Predicate<EventRecordClass> ALL = eventClass -> true;

  /** Everything, past all damage. */
  public static final ReaderOptions DEFAULT =
      new ReaderOptions(Long.MIN_VALUE, Long.MAX_VALUE, ALL, false, false, false);

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
    return new ReaderOptions(firstNanos, lastNanos, events, strict, everything, sameClocks);
  }

  /**
   * The same with other kinds of events.
   *
   * @param wanted which are given
   * @return new options
   */
  public ReaderOptions withEvents(Predicate<EventRecordClass> wanted) {
    return new ReaderOptions(beginNanos, endNanos, wanted, strict, everything, sameClocks);
  }

  /**
   * The same with another way to take damage.
   *
   * @param atFirst whether reading ends at the first finding
   * @return new options
   */
  public ReaderOptions withStrict(boolean atFirst) {
    return new ReaderOptions(beginNanos, endNanos, events, atFirst, everything, sameClocks);
  }

  /**
   * The same with another idea of what of an event is shown.
   *
   * @param whole whether everything is given as the metadata has it
   * @return new options
   */
  public ReaderOptions withEverything(boolean whole) {
    return new ReaderOptions(beginNanos, endNanos, events, strict, whole, sameClocks);
  }

  /**
   * The same with another idea of which clocks are the same.
   *
   * @param byUuid whether those of the same uuid are one
   * @return new options
   */
  public ReaderOptions withSameClocks(boolean byUuid) {
    return new ReaderOptions(beginNanos, endNanos, events, strict, everything, byUuid);
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
