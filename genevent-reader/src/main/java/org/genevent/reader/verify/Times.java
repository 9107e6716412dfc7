package org.genevent.reader.verify;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes times as the text of traces has them. */
public final class Times {

  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT);

  private Times() {}

  /**
   * A time as a date in universal time.
   *
   * @param nanos nanoseconds since the epoch
   * @return ISO 8601 with nine digits of a second
   */
  public static String text(long nanos) {
    try {
      return FORMAT.format(LocalDateTime.ofEpochSecond(
          Math.floorDiv(nanos, SECOND_NANOS),
          (int) Math.floorMod(nanos, SECOND_NANOS),
          ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return nanos + "ns";
    }
  }
}
