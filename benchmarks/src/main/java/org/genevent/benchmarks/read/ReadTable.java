package org.genevent.benchmarks.read;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes traces, reads them with babeltrace2 and with genevent in one run, and prints one table. */
public final class ReadTable {

  private static final int EVENTS = 20_000_000;
  private static final int QUICK_EVENTS = 2_000_000;

  /** Of traces with many streams, whose events cost more. */
  private static final int PART = 4;

  private static final int FEW_STREAMS = 10;
  private static final int MANY_STREAMS = 1000;
  private static final int ROUNDS = 3;
  private static final int LIBRARY_RUNS = 6;
  private static final int MERGE_RUNS = 12;

  private final PrintStream out;
  private final String launcher;
  private final Path folder;
  private final int events;

  private ReadTable(PrintStream out, String launcher, Path folder, int events) {
    this.out = out;
    this.launcher = launcher;
    this.folder = folder;
    this.events = events;
  }

  /**
   * Runs everything.
   *
   * @param arguments {@code --quick} for a tenth of the events; then the launcher, and a folder for the traces
   * @throws IOException if a trace cannot be written or a command fails
   * @throws InterruptedException if interrupted
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(arguments));
    boolean quick = words.remove("--quick");
    if (!Processes.exists("babeltrace2")) {
      throw new IOException("babeltrace2 is not installed; without it there is nothing to compare");
    }
    new ReadTable(System.out, words.get(0), Path.of(words.get(1)), quick ? QUICK_EVENTS : EVENTS)
        .run();
  }

  private void run() throws IOException, InterruptedException {
    out.println("Java " + System.getProperty("java.vm.version") + ", "
        + Runtime.getRuntime().availableProcessors() + " processors, " + events + " events");
    for (TraceForm form : TraceForm.values()) {
      table(form);
    }
    streams();
    Decoders.table(out, TraceMaker.make(folder, TraceForm.OURS, 1, events));
  }

  private void table(TraceForm form) throws IOException, InterruptedException {
    Path trace = TraceMaker.make(folder, form, 1, events);
    String path = trace.toString();
    Processes processes = new Processes();
    processes.add("babeltrace2 count", "babeltrace2", path, "-c", "sink.utils.counter");
    processes.addAlone("count, one core", launcher, "read", "--format", "count", path);
    processes.add("count", launcher, "read", "--format", "count", path);
    processes.add("babeltrace2 text", "babeltrace2", path);
    for (String format : List.of("text", "json", "babeltrace")) {
      processes.addAlone(format + ", one core", launcher, "read", "--format", format, path);
      processes.add(format, launcher, "read", "--format", format, path);
    }
    processes.run(ROUNDS);
    out.println();
    out.println(
        "Whole processes, " + (form == TraceForm.OURS ? "our layout" : "LTTng's compact layout"));
    out.println();
    out.println("| what | seconds | ns an event | x faster than babeltrace2 | aim |");
    out.println("|---|--:|--:|--:|--:|");
    row(processes, "babeltrace2 count", "babeltrace2 count", "");
    row(processes, "count, one core", "babeltrace2 count", "");
    row(processes, "count", "babeltrace2 count", "12");
    row(processes, "babeltrace2 text", "babeltrace2 text", "");
    for (String format : List.of("text", "json", "babeltrace")) {
      row(processes, format + ", one core", "babeltrace2 text", "6");
      row(processes, format, "babeltrace2 text", "10");
    }
    double nanos = Library.decodeNanos(trace, LIBRARY_RUNS);
    out.println();
    out.println(String.format(
        Locale.ROOT,
        "Warm library, every field decoded, one thread: %.1f ns an event, %.0f million a second (aim: %d)",
        nanos,
        1000 / nanos,
        form == TraceForm.OURS ? 50 : 25));
  }

  private void row(Processes processes, String name, String against, String aim) {
    double seconds = processes.seconds(name);
    if (!Double.isNaN(seconds)) {
      out.println(String.format(
          Locale.ROOT,
          "| %s | %.2f | %.1f | %.1f | %s |",
          name,
          seconds,
          seconds * 1e9 / events,
          processes.seconds(against) / seconds,
          aim));
    }
  }

  /** Merging few and many streams. */
  private void streams() throws IOException, InterruptedException {
    int part = events / PART;
    Path few = TraceMaker.make(folder, TraceForm.OURS, FEW_STREAMS, part);
    Path many = TraceMaker.make(folder, TraceForm.OURS, MANY_STREAMS, part);
    Processes processes = new Processes();
    processes.add("few", launcher, "read", "--format", "text", few.toString());
    processes.add("many", launcher, "read", "--format", "text", many.toString());
    processes.run(ROUNDS);
    List<Library.Merging> merging = Library.merge(List.of(few, many), MERGE_RUNS);
    out.println();
    out.println("Merging " + part + " events of many streams, ns an event");
    out.println();
    out.println("| what | 10 streams | 1,000 streams | ratio | aim |");
    out.println("|---|--:|--:|--:|--:|");
    streamsRow(
        "library, from event to event", merging.get(0).nanos(), merging.get(1).nanos());
    streamsRow(
        "library, with opening", merging.get(0).allNanos(), merging.get(1).allNanos());
    streamsRow(
        "text, whole process",
        processes.seconds("few") * 1e9 / part,
        processes.seconds("many") * 1e9 / part);
  }

  private void streamsRow(String what, double fewNanos, double manyNanos) {
    out.println(String.format(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.2f | 2 |",
        what,
        fewNanos,
        manyNanos,
        manyNanos / fewNanos));
  }
}
