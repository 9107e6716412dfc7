package org.genevent.reader.output;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * How the time of events is written.
 *
 * @param unit the form
 * @param zone the time zone of dates
 */
public record TimeForm(Unit unit, ZoneId zone) {

  /** Dates in universal time: {@code 2026-11-23T22:47:52.123456789Z}. */
  public static final TimeForm UTC = new TimeForm(Unit.DATE, ZoneOffset.UTC);

  /** In what the time is told. */
  public enum Unit {
    /** ISO 8601 with nine digits of a second, and the offset of the time zone. */
    DATE,
    /** Seconds since the epoch with nine digits of a second. */
    SECONDS,
    /** Nanoseconds since the epoch. */
    NS,
    /** The value of the stream's clock. */
    CYCLES
  }

  /** Checks that both parts are there. */
  public TimeForm {
    Objects.requireNonNull(unit);
    Objects.requireNonNull(zone);
  }
}
