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
    COUNT,
    /** A line an event, as the text dump of LTTV has it, without the columns that come from its idea of processes. */
    LTTV
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
    return print(reader, format, PrintOptions.ALL, to);
  }

  /**
   * Prints some of the events that are left in a reader.
   *
   * @param reader the reader
   * @param format the form
   * @param options which events, what of them, and how
   * @param to takes UTF-8; flushed at the end, not closed
   * @return how many events were printed or counted
   * @throws IOException if the output cannot be written
   */
  public static long print(TraceReader reader, Format format, PrintOptions options, OutputStream to)
      throws IOException {
    ByteOutput out = new ByteOutput(to);
    EventFormat form = switch (format) {
      case TEXT -> new TextFormat(out, options);
      case JSON -> new JsonFormat(out, options);
      case COUNT -> new EventCounts(out);
      case LTTV -> new LttvFormat(out, options.view());
    };
    try {
      long events = options.selection() == EventSelection.ALL && options.limit() == Long.MAX_VALUE
          ? all(reader, form)
          : some(reader, form, options);
      if (form instanceof EventCounts counts) {
        counts.print(reader.discardedEvents());
      }
      out.flush();
      to.flush();
      return events;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static long all(TraceReader reader, EventFormat form) {
    long events = 0;
    while (reader.next()) {
      form.event(reader);
      events++;
    }
    return events;
  }

  private static long some(TraceReader reader, EventFormat form, PrintOptions options) {
    return EventLoop.run(reader, options.selection(), options.limit(), form::event);
  }
}
