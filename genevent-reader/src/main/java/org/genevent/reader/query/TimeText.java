package org.genevent.reader.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times and durations as people write them. */
final class TimeText {

  private static final Map<String, BigDecimal> UNIT_NANOS = Map.of(
      "ns", BigDecimal.ONE,
      "us", BigDecimal.valueOf(1_000),
      "ms", BigDecimal.valueOf(1_000_000),
      "s", BigDecimal.valueOf(1_000_000_000),
      "min", BigDecimal.valueOf(60_000_000_000L),
      "h", BigDecimal.valueOf(3_600_000_000_000L));

  private static final Pattern AMOUNT =
      Pattern.compile("([0-9]{1,20}(?:\\.[0-9]{0,20})?|\\.[0-9]{1,20})(ns|us|ms|s|min|h)?");

  private static final Pattern ZONED = Pattern.compile(".*(Z|[+-][0-9]{2}(:?[0-9]{2}){0,2})");

  private static final DateTimeFormatter OFFSET = new DateTimeFormatterBuilder()
      .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
      .appendPattern("[XXXXX][XXXX][XX][X]")
      .toFormatter(Locale.ROOT);

  private TimeText() {}

  /** A number with a unit, seconds without one, in nanoseconds; empty if it is none or does not fit. */
  static OptionalLong amount(String text) {
    Matcher found = AMOUNT.matcher(text);
    if (!found.matches()) {
      return OptionalLong.empty();
    }
    String unit = found.group(2) == null ? "s" : found.group(2);
    BigDecimal nanos = new BigDecimal(found.group(1)).multiply(UNIT_NANOS.get(unit));
    BigDecimal whole = nanos.setScale(0, RoundingMode.DOWN);
    return whole.unscaledValue().bitLength() > 63
        ? OptionalLong.empty()
        : OptionalLong.of(whole.longValueExact());
  }

  /** A date with or without a time of day and a zone, in nanoseconds since the epoch. */
  static OptionalLong date(String text, ZoneId zone) {
    String iso = text.length() > 10 && text.charAt(10) == ' '
        ? text.substring(0, 10) + 'T' + text.substring(11)
        : text;
    try {
      if (iso.length() <= 10) {
        return nanos(LocalDate.parse(iso).atStartOfDay(zone));
      } else if (ZONED.matcher(iso.substring(10)).matches()) {
        return nanos(OffsetDateTime.parse(iso, OFFSET).toZonedDateTime());
      }
      return nanos(LocalDateTime.parse(iso).atZone(zone));
    } catch (DateTimeException | ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  /** A time of day. */
  static Optional<LocalTime> timeOfDay(String text) {
    try {
      return Optional.of(LocalTime.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A date, seconds since the epoch, or another unit if it is written. */
  static OptionalLong absolute(String text, ZoneId zone) {
    OptionalLong amount = amount(text);
    return amount.isPresent() ? amount : date(text, zone);
  }

  static OptionalLong nanos(ZonedDateTime time) {
    return OptionalLong.of(
        Math.addExact(Math.multiplyExact(time.toEpochSecond(), 1_000_000_000L), time.getNano()));
  }
}
