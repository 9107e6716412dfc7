package org.genevent.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.genevent.runtime.Session;

/**
 * Measures what an event costs beside reading the clock, in this process, now.
 *
 * <p>A glance, not a benchmark: the best of several short rounds. The project's benchmarks measure with care.
 *
 * @param clockNanos nanoseconds for reading the clock once
 * @param eventNanos nanoseconds for an event with an int and a long while a session takes it
 * @param disabledNanos nanoseconds for the same while no session does
 */
record EventCost(double clockNanos, double eventNanos, double disabledNanos) {

  private static final int CALLS = 50_000;
  private static final long MEASURE_NANOS = 700_000_000;

  private static final CostTracer COST = CostTracer.get();

  /** Measures, with a flight recorder in a temporary directory that is deleted again. */
  // the session is there to be open
  @SuppressWarnings("try")
  static EventCost measure() throws IOException {
    double clock = best(EventCost::readClock);
    double disabled = best(EventCost::trace);
    Path directory = Files.createTempDirectory("genevent-cost-");
    try (Session session = Session.to(directory.resolve("trace"))
        .events("cost")
        .mode(Session.Mode.OVERWRITE)
        .subBuffers(4)
        .start()) {
      return new EventCost(clock, best(EventCost::trace), disabled);
    } finally {
      delete(directory);
    }
  }

  private static double best(Runnable calls) {
    double best = Double.MAX_VALUE;
    long begin = System.nanoTime();
    for (long now = begin; now - begin < MEASURE_NANOS; ) {
      calls.run();
      long end = System.nanoTime();
      // the first half is for the compiler
      if (now - begin > MEASURE_NANOS / 2) {
        best = Math.min(best, (double) (end - now) / CALLS);
      }
      now = end;
    }
    return best;
  }

  private static void trace() {
    for (int i = 0; i < CALLS; i++) {
      COST.measured(i, i);
    }
  }

  private static void readClock() {
    long sum = 0;
    for (int i = 0; i < CALLS; i++) {
      sum += System.nanoTime();
    }
    if (sum == 0) {
      // keeps the loop from being thrown away
      throw new IllegalStateException("the clock stands still");
    }
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> {
        try {
          Files.delete(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
  }
}
