package org.genevent.reader.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * A time as people say it, possibly relative to a trace.
 *
 * <table>
 * <caption>Forms</caption>
 * <tr><td>{@code 1700000000.5}</td><td>seconds since the epoch; with another unit: ns, us, ms, s, min, h</td></tr>
 * <tr><td>{@code 2026-11-23T22:47:52.5Z}</td><td>a date; without a zone in a given one, without a time of day its beginning</td></tr>
 * <tr><td>{@code 22:47:52.5}</td><td>a time of the day on which the trace begins</td></tr>
 * <tr><td>{@code +1.5s}</td><td>from the first event</td></tr>
 * <tr><td>{@code -10s}</td><td>before the last event</td></tr>
 * </table>
 */
public final class TimePoint {

  private enum Kind {
    ABSOLUTE,
    OF_FIRST_DAY,
    AFTER_FIRST,
    BEFORE_LAST
  }

  private final Kind kind;
  private final long nanos;
  private final ZoneId zone;

  private TimePoint(Kind kind, long nanos, ZoneId zone) {
    this.kind = kind;
    this.nanos = nanos;
    this.zone = zone;
  }

  /**
   * Reads a time.
   *
   * @param text the time
   * @param zone the time zone of dates and times of day without one
   * @return the time, or empty if the text is none
   */
  public static Optional<TimePoint> parse(String text, ZoneId zone) {
    Objects.requireNonNull(zone);
    if (text.startsWith("+") || text.startsWith("-")) {
      Kind kind = text.startsWith("+") ? Kind.AFTER_FIRST : Kind.BEFORE_LAST;
      return point(kind, TimeText.amount(text.substring(1)), zone);
    }
    Optional<LocalTime> time = TimeText.timeOfDay(text);
    if (time.isPresent()) {
      return Optional.of(new TimePoint(Kind.OF_FIRST_DAY, time.get().toNanoOfDay(), zone));
    }
    return point(Kind.ABSOLUTE, TimeText.absolute(text, zone), zone);
  }

  private static Optional<TimePoint> point(Kind kind, OptionalLong nanos, ZoneId zone) {
    return nanos.isPresent()
        ? Optional.of(new TimePoint(kind, nanos.getAsLong(), zone))
        : Optional.empty();
  }

  /**
   * The time for a trace. What lies beyond the times that have a number of nanoseconds becomes the nearest that has one.
   *
   * @param firstNanos tells when the first event was; asked only if it matters
   * @param lastNanos tells when the last event was; asked only if it matters
   * @return nanoseconds since the epoch
   */
  public long nanos(LongSupplier firstNanos, LongSupplier lastNanos) {
    return switch (kind) {
      case ABSOLUTE -> nanos;
      case AFTER_FIRST -> added(firstNanos.getAsLong(), nanos);
      case BEFORE_LAST -> added(lastNanos.getAsLong(), -nanos);
      case OF_FIRST_DAY -> ofFirstDay(firstNanos.getAsLong());
    };
  }

  private long ofFirstDay(long first) {
    try {
      Instant instant = Instant.EPOCH.plusNanos(first);
      LocalDate day = instant.atZone(zone).toLocalDate();
      return TimeText.nanos(day.atTime(LocalTime.ofNanoOfDay(nanos)).atZone(zone))
          .getAsLong();
    } catch (DateTimeException | ArithmeticException e) {
      return first < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  private static long added(long from, long nanos) {
    long sum = from + nanos;
    boolean overflow = ((from ^ sum) & (nanos ^ sum)) < 0;
    return overflow ? from < 0 ? Long.MIN_VALUE : Long.MAX_VALUE : sum;
  }
}
