package org.genevent.reader.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.reader.TraceReader;
import org.genevent.reader.stream.Slices;

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
    /**
     * The text that babeltrace2 prints by default, byte for byte; of a reader that gives everything, see {@link
     * org.genevent.reader.ReaderOptions#withEverything}.
     */
    BABELTRACE,
    /** A line an event, as the text dump of LTTV has it, without the columns that come from its idea of processes. */
    LTTV
  }

  /** Of threads; more would wait for each other, as what they print has one order. */
  private static final int MOST_THREADS = 8;

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
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    return print(reader, format, options, to, threads);
  }

  /**
   * Prints some of the events of traces that still grow, as they come.
   *
   * @param reader a reader that has read nothing yet
   * @param format the form, but not {@link Format#COUNT}, which has no end here
   * @param options which events, what of them, and how
   * @param to takes UTF-8; flushed each time that there are no more events, not closed
   * @param more asked each time that there are no more events; waits, and says whether to look again
   * @return how many events were printed
   * @throws IOException if the output cannot be written
   */
  public static long follow(
      TraceReader reader,
      Format format,
      PrintOptions options,
      OutputStream to,
      BooleanSupplier more)
      throws IOException {
    if (format == Format.COUNT) {
      throw new IllegalArgumentException("a count has an end");
    }
    reader.follow();
    ByteOutput out = new ByteOutput(to);
    EventFormat form = format(format, options, out);
    long events = 0;
    try {
      while (true) {
        while (events < options.limit() && reader.next()) {
          EventSelection.Decision decision = options.selection().decide(reader);
          if (decision == EventSelection.Decision.TAKE) {
            form.event(reader);
            events++;
          } else if (decision == EventSelection.Decision.END) {
            out.flush();
            to.flush();
            return events;
          }
        }
        out.flush();
        to.flush();
        if (events >= options.limit() || !more.getAsBoolean()) {
          return events;
        }
        reader.refresh();
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Prints with a number of threads. */
  static long print(
      TraceReader reader, Format format, PrintOptions options, OutputStream to, int threads)
      throws IOException {
    boolean everything =
        options.selection() == EventSelection.ALL && options.limit() == Long.MAX_VALUE;
    if (everything && options.view() == EventView.ALL && threads > 1 && isSliced(format)) {
      Optional<Slices> slices = Slices.of(reader);
      if (slices.isPresent()) {
        long events =
            ParallelPrinter.print(slices.get(), threads, out -> format(format, options, out), to);
        to.flush();
        return events;
      }
    }
    ByteOutput out = new ByteOutput(to);
    EventFormat form = format(format, options, out);
    try {
      long events = everything ? all(reader, form, threads) : some(reader, form, options);
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

  /** Whether an event is printed the same way whatever was printed before, but for what {@link LinkedFormat} says. */
  private static boolean isSliced(Format format) {
    return format == Format.TEXT || format == Format.JSON || format == Format.BABELTRACE;
  }

  private static EventFormat format(Format format, PrintOptions options, ByteOutput out) {
    return switch (format) {
      case TEXT -> new TextFormat(out, options);
      case JSON -> new JsonFormat(out, options);
      case COUNT -> new EventCounts(out);
      case BABELTRACE -> new BabeltraceFormat(out, options);
      case LTTV -> new LttvFormat(out, options.view());
    };
  }

  private static long all(TraceReader reader, EventFormat form, int threads) {
    if (form instanceof EventCounts counts) {
      Optional<Map<EventRecordClass, Long>> counted = Slices.count(reader, threads);
      if (counted.isPresent()) {
        return counts.add(counted.get());
      }
    }
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
