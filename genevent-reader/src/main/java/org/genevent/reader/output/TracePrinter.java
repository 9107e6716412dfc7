package org.genevent.reader.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.genevent.reader.TraceReader;

/** Prints everything that a reader has. */
public final class TracePrinter {

  /** How events are printed. */
  public enum Format {
    /** A line an event, for people. */
    TEXT,
    /** A JSON document a line, an event a document. */
    JSON,
    /** A line a kind of event with their number, then {@code total} and {@code discarded}. */
    COUNT
  }

  private TracePrinter() {}

  /**
   * Prints all events that are left in a reader.
   *
   * @param reader the reader
   * @param format the form
   * @param to takes UTF-8; flushed at the end, not closed
   * @return how many events were printed or counted
   * @throws IOException if the output cannot be written
   */
  public static long print(TraceReader reader, Format format, OutputStream to) throws IOException {
    ByteOutput out = new ByteOutput(to);
    EventFormat form = switch (format) {
      case TEXT -> new TextFormat(out);
      case JSON -> new JsonFormat(out);
      case COUNT -> new EventCounts(out);
    };
    long events = 0;
    try {
      while (reader.next()) {
        form.event(reader);
        events++;
      }
      if (form instanceof EventCounts counts) {
        counts.print(reader.discardedEvents());
      }
      out.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    to.flush();
    return events;
  }
}
