package org.genevent.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of time as people write it: {@code 10s}, {@code 1.5m}, {@code 200ms}. */
final class DurationConverter implements ITypeConverter<Duration> {

  private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)");
  private static final Map<String, Long> UNIT_NANOS =
      Map.of("ms", 1_000_000L, "s", 1_000_000_000L, "m", 60_000_000_000L, "h", 3_600_000_000_000L);

  DurationConverter() {}

  @Override
  public Duration convert(String value) {
    Matcher parts = FORM.matcher(value);
    if (!parts.matches()) {
      throw new TypeConversionException(
          "'" + value + "' is not a length of time; write a number with ms, s, m or h behind it");
    }
    BigDecimal nanos =
        new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(UNIT_NANOS.get(parts.group(2))));
    return Duration.ofNanos(nanos.longValue());
  }
}
