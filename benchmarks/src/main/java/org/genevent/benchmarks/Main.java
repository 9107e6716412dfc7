package org.genevent.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs everything and prints one table; everything in it is of one run on one machine. */
public final class Main {

  private static final String CLOCK = "ClockBenchmark.clock";
  private static final String EMPTY = "ClockBenchmark.emptyCall";
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  /** A row: the benchmark, and what it is called. */
  private static final String[][] ROWS = {
    {EMPTY, "an empty call"},
    {"SessionBenchmark.noSessionNumber", "genevent int + long, no session"},
    {"SessionBenchmark.disabledNumber", "genevent int + long, disabled"},
    {"JfrBenchmark.noRecordingNumber", "JFR int + long, no recording"},
    {CLOCK, "System.nanoTime()"},
    {"ClockBenchmark.clockAndStores", "nanoTime and three raw stores"},
    {"SessionBenchmark.number", "genevent int + long"},
    {"JfrBenchmark.number", "JFR int + long"},
    {"SessionBenchmark.named", "genevent int + long + 16 characters"},
    {"JfrBenchmark.named", "JFR int + long + 16 characters"},
  };

  private final PrintStream out;
  private final boolean quick;

  private Main(PrintStream out, boolean quick) {
    this.out = out;
    this.quick = quick;
  }

  /**
   * Runs the benchmarks.
   *
   * @param arguments {@code --quick} for numbers that are only about right; then the path of the launcher
   * @throws RunnerException if JMH fails
   * @throws IOException if a trace cannot be written or a command not started
   * @throws InterruptedException if interrupted
   */
  public static void main(String... arguments)
      throws RunnerException, IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(arguments));
    boolean quick = words.remove("--quick");
    new Main(System.out, quick).run(Path.of(words.get(0)));
  }

  private void run(Path launcher) throws RunnerException, IOException, InterruptedException {
    Map<String, RunResult> alone = measure(1);
    Map<String, RunResult> two = measure(2);
    out.println();
    out.println("Java " + System.getProperty("java.vm.version") + ", "
        + Runtime.getRuntime().availableProcessors() + " processors" + (quick ? ", quick" : ""));
    out.println();
    out.println("| what | ns, 1 thread | x clock | ns, 2 threads | x clock | bytes allocated |");
    out.println("|---|--:|--:|--:|--:|--:|");
    for (String[] row : ROWS) {
      out.println(String.format(
          Locale.ROOT,
          "| %s | %.2f | %.2f | %.2f | %.2f | %.0f |",
          row[1],
          nanos(alone, row[0]),
          nanos(alone, row[0]) / nanos(alone, CLOCK),
          nanos(two, row[0]),
          nanos(two, row[0]) / nanos(two, CLOCK),
          allocated(alone, row[0])));
    }
    out.println();
    out.println("| ratio or size | measured | aim |");
    out.println("|---|--:|--:|");
    ratio("genevent int + long / clock", alone, "SessionBenchmark.number", CLOCK, 1.25);
    ratio(
        "genevent int + long / JFR", alone, "SessionBenchmark.number", "JfrBenchmark.number", 0.5);
    ratio("genevent with text / JFR", alone, "SessionBenchmark.named", "JfrBenchmark.named", 0.5);
    above("disabled over an empty call, ns", alone, "SessionBenchmark.disabledNumber");
    above("no session over an empty call, ns", alone, "SessionBenchmark.noSessionNumber");
    aim("bytes an event of int + long", EventSize.bytes(), 24);
    CommandTime command = new CommandTime(launcher);
    aim("seconds of genevent check, whole process", command.checkSeconds(), 0.4);
    aim("seconds of genevent generate, 100 events", command.generateSeconds(), 0.5);
  }

  private void ratio(
      String what, Map<String, RunResult> results, String one, String other, double limit) {
    aim(what, nanos(results, one) / nanos(results, other), limit);
  }

  private void above(String what, Map<String, RunResult> results, String one) {
    aim(what, nanos(results, one) - nanos(results, EMPTY), 0.5);
  }

  private void aim(String what, double measured, double limit) {
    out.println(String.format(Locale.ROOT, "| %s | %.2f | %.2f |", what, measured, limit));
  }

  private Map<String, RunResult> measure(int threads) throws RunnerException {
    Options options = new OptionsBuilder()
        .include("org\\.genevent\\.benchmarks\\..*")
        .mode(Mode.AverageTime)
        .timeUnit(TimeUnit.NANOSECONDS)
        .threads(threads)
        .forks(quick ? 1 : 2)
        .warmupIterations(quick ? 2 : 4)
        .warmupTime(TimeValue.milliseconds(quick ? 500 : 1000))
        .measurementIterations(quick ? 3 : 5)
        .measurementTime(TimeValue.milliseconds(quick ? 500 : 1000))
        .addProfiler(GCProfiler.class)
        .build();
    Collection<RunResult> results = new Runner(options).run();
    Map<String, RunResult> named = new TreeMap<>();
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark();
      named.put(name.replace("org.genevent.benchmarks.", ""), result);
    }
    return named;
  }

  private static double nanos(Map<String, RunResult> results, String name) {
    return results.get(name).getPrimaryResult().getScore();
  }

  // JMH's secondary results have no type arguments
  @SuppressWarnings("rawtypes")
  private static double allocated(Map<String, RunResult> results, String name) {
    for (Map.Entry<String, Result> entry :
        results.get(name).getSecondaryResults().entrySet()) {
      if (entry.getKey().endsWith(ALLOCATION)) {
        return entry.getValue().getScore();
      }
    }
    return Double.NaN;
  }
}
