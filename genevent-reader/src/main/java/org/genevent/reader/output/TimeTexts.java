package org.genevent.reader.output;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.genevent.reader.TraceReader;

/** Writes the time of events as texts, in the same forms as the formats do. Used by one thread. */
public final class TimeTexts {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ByteOutput out = new ByteOutput(bytes);
  private final TimePrinter printer;

  /**
   * For a form.
   *
   * @param form how times are written
   */
  public TimeTexts(TimeForm form) {
    printer = new TimePrinter(out, form);
  }

  /**
   * The time of the current event.
   *
   * @param reader stands at the event
   * @return the text
   */
  public String text(TraceReader reader) {
    printer.print(reader);
    out.flush();
    String text = bytes.toString(StandardCharsets.US_ASCII);
    bytes.reset();
    return text;
  }
}
