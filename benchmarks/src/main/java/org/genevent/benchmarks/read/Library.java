package org.genevent.benchmarks.read;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.genevent.reader.FieldReference;
import org.genevent.reader.TraceReader;

/** Reads with the library, in this process, until it is warm. */
final class Library {

  private Library() {}

  /**
   * Decodes every field of every event, the characters of texts too.
   *
   * @return nanoseconds an event of the best of a few runs
   */
  static double decodeNanos(Path trace, int runs) {
    double best = Double.MAX_VALUE;
    long sum = 0;
    for (int i = 0; i < runs; i++) {
      long begin = cpuNanos();
      long events = 0;
      byte[] text = new byte[64];
      try (TraceReader reader = open(trace)) {
        FieldReference number = reader.field("bench:number", "number");
        FieldReference value = reader.field("bench:number", "value");
        FieldReference namedNumber = reader.field("bench:named", "number");
        FieldReference namedValue = reader.field("bench:named", "value");
        FieldReference name = reader.field("bench:named", "name");
        while (reader.next()) {
          events++;
          sum += reader.timestampNanos();
          if (reader.has(number)) {
            sum += reader.getLong(number) + reader.getLong(value);
          } else {
            sum += reader.getLong(namedNumber) + reader.getLong(namedValue);
            sum += reader.getText(name, text) + text[3];
          }
        }
      }
      best = Math.min(best, (double) (cpuNanos() - begin) / events);
    }
    if (sum == 0) {
      throw new IllegalStateException("nothing was read: " + trace);
    }
    return best;
  }

  /**
   * What merging costs.
   *
   * @param nanos nanoseconds an event, from event to event
   * @param allNanos the same with opening and closing all files
   */
  record Merging(double nanos, double allNanos) {

    private Merging best(Merging other) {
      return new Merging(Math.min(nanos, other.nanos), Math.min(allNanos, other.allNanos));
    }
  }

  /**
   * Goes from event to event in the order of their time, in turns through several traces.
   *
   * @return what the best of a few runs cost, for each trace
   */
  static List<Merging> merge(List<Path> traces, int runs) {
    List<Merging> best = new ArrayList<>(
        Collections.nCopies(traces.size(), new Merging(Double.MAX_VALUE, Double.MAX_VALUE)));
    for (int i = 0; i < runs; i++) {
      for (int trace = 0; trace < traces.size(); trace++) {
        best.set(trace, best.get(trace).best(mergeOnce(traces.get(trace))));
      }
    }
    return best;
  }

  private static Merging mergeOnce(Path trace) {
    long begin = cpuNanos();
    long events = 0;
    double nanos;
    try (TraceReader reader = open(trace)) {
      long opened = cpuNanos();
      while (reader.next()) {
        events++;
      }
      nanos = (double) (cpuNanos() - opened) / events;
    }
    return new Merging(nanos, (double) (cpuNanos() - begin) / events);
  }

  /** Of this thread: whatever else the machine does costs it as little as can be. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static TraceReader open(Path trace) {
    return TraceReader.open(List.of(trace), problem -> {
      throw new IllegalStateException(problem.format());
    });
  }
}
