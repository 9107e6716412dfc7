package org.genevent.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.reader.TraceReader;
import org.genevent.reader.output.TracePrinter;
import org.genevent.runtime.Session;
import org.genevent.runtime.TraceFormat;

/** The demo from declaration to trace, with what it shows on the way. */
public final class Demo {

  private static final int ORDERS_PER_TILL = 2500;
  private static final int SHOWN_EVENTS = 6;

  private final Path directory;
  private final TraceFormat format;
  private final PrintWriter out;
  private final Consumer<Diagnostic> damage;

  /**
   * A demo.
   *
   * @param directory where the trace goes: missing or empty
   * @param format what the trace looks like
   * @param out takes what it shows
   * @param damage takes what is wrong with the trace, which is nothing
   */
  public Demo(Path directory, TraceFormat format, PrintWriter out, Consumer<Diagnostic> damage) {
    this.directory = directory;
    this.format = format;
    this.out = out;
    this.damage = damage;
  }

  /**
   * Runs it.
   *
   * @throws IOException if the trace cannot be written or read
   * @throws InterruptedException if the thread is interrupted while the shop is open
   */
  public void run() throws IOException, InterruptedException {
    out.println(
        "A shop with four tills is traced: the facility 'shop', declared as a Java interface.");
    out.println();
    out.flush();
    Session session = Session.to(directory).events("shop").format(format).start();
    try (session) {
      new ShopProgram(ORDERS_PER_TILL).run();
      out.println(session.discardedEvents() + " events were lost while the shop was open.");
      out.println();
    }
    if (session.error().isPresent()) {
      throw new IOException(directory + ": " + session.error().get());
    }
    readBack();
    cost();
    out.println();
    out.println("The trace is in " + directory + "; look into it with");
    out.println("  ./genevent read " + directory);
    out.println("  ./genevent read --format json " + directory);
    out.println("  babeltrace2 " + directory);
  }

  private void readBack() throws IOException {
    FirstAndLast lines = new FirstAndLast(SHOWN_EVENTS);
    print(TracePrinter.Format.TEXT, lines);
    lines.lines().forEach(out::println);
    out.println();
    FirstAndLast counts = new FirstAndLast(Integer.MAX_VALUE);
    print(TracePrinter.Format.COUNT, counts);
    counts.lines().forEach(out::println);
    out.println();
  }

  private void print(TracePrinter.Format format, FirstAndLast lines) throws IOException {
    try (TraceReader reader = TraceReader.open(List.of(directory), damage)) {
      TracePrinter.print(reader, format, lines);
    }
  }

  private void cost() throws IOException {
    EventCost cost = EventCost.measure();
    line("reading the clock", cost.clockNanos(), cost);
    line("an event with an int and a long", cost.eventNanos(), cost);
    line("the same while nobody traces", cost.disabledNanos(), cost);
  }

  private void line(String what, double nanos, EventCost cost) {
    out.println(String.format(
        Locale.ROOT, "%-34s %7.2f ns  %5.2f x the clock", what, nanos, nanos / cost.clockNanos()));
  }
}
