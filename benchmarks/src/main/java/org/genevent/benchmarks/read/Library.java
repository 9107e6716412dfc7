package org.genevent.benchmarks.read;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
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
   * Goes from event to event in the order of their time.
   *
   * @return nanoseconds an event of the best of a few runs
   */
  static double mergeNanos(Path trace, int runs) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < runs; i++) {
      long begin = cpuNanos();
      long events = 0;
      try (TraceReader reader = open(trace)) {
        while (reader.next()) {
          events++;
        }
      }
      best = Math.min(best, (double) (cpuNanos() - begin) / events);
    }
    return best;
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
