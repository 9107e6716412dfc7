package org.genevent.reader.output;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.genevent.reader.TraceReader;

/** Prints the time of events; the last second's text is kept, as events of the same second follow one another. */
final class TimePrinter {

  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private final ByteOutput out;
  private final TimeForm form;

  /** Most are, and a switch looks at memory that another thread may be writing close to. */
  private final boolean isDate;

  private long second = Long.MIN_VALUE;
  private byte[] text = {};
  private byte[] offset = {};

  TimePrinter(ByteOutput out, TimeForm form) {
    this.out = out;
    this.form = form;
    this.isDate = form.unit() == TimeForm.Unit.DATE;
  }

  void print(TraceReader reader) {
    if (isDate) {
      date(reader.timestampNanos());
      return;
    }
    switch (form.unit()) {
      case NS -> out.signed(reader.timestampNanos());
      case CYCLES -> out.unsigned(reader.clockCycles());
      default -> seconds(reader.timestampNanos());
    }
  }

  private void seconds(long nanos) {
    if (nanos < 0) {
      out.put('-');
    }
    // the magnitude of the smallest number is right as an unsigned one
    long magnitude = Math.abs(nanos);
    out.unsigned(Long.divideUnsigned(magnitude, SECOND_NANOS));
    out.put('.');
    out.padded(Long.remainderUnsigned(magnitude, SECOND_NANOS), 9);
  }

  private void date(long nanos) {
    long epochSecond = Math.floorDiv(nanos, SECOND_NANOS);
    if (epochSecond != second) {
      second = epochSecond;
      find(epochSecond, form.zone());
    }
    out.bytes(text);
    out.nineDigits((int) (nanos - epochSecond * SECOND_NANOS));
    out.bytes(offset);
  }

  private void find(long epochSecond, ZoneId zone) {
    try {
      ZoneOffset found = zone.getRules().getOffset(Instant.ofEpochSecond(epochSecond));
      text = ascii(SECOND.format(LocalDateTime.ofEpochSecond(epochSecond, 0, found)) + '.');
      offset = ascii(found.getId());
    } catch (DateTimeException e) {
      // beyond the years that have a number
      text = ascii(epochSecond + "s.");
      offset = ascii("Z");
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
