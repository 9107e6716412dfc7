package org.genevent.reader.output;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Seconds as ISO 8601 text; the last one is kept, as events of the same second follow one another. */
final class IsoSecond {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private long second = Long.MIN_VALUE;
  private String text = "";

  String text(long epochSecond) {
    if (epochSecond != second) {
      second = epochSecond;
      try {
        text = FORMAT.format(LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC));
      } catch (DateTimeException e) {
        // beyond the years that have a number
        text = epochSecond + "s";
      }
    }
    return text;
  }
}
