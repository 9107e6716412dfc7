package org.genevent.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.genevent.reader.TraceReader;

/** Goes to places of a trace, forwards and backwards; for a process with a heap of its own. */
final class SeekingProgram {

  private SeekingProgram() {}

  /**
   * Runs.
   *
   * @param args the trace
   */
  public static void main(String[] args) {
    try (TraceReader reader = TraceReader.open(List.of(Path.of(args[0])), finding -> {
      throw new IllegalStateException(finding.format());
    })) {
      long last = reader.lastPacketNanos().orElseThrow();
      Random random = new Random(1);
      for (int i = 0; i < 200; i++) {
        long nanos = (long) (random.nextDouble() * last);
        reader.seek(nanos);
        if (!reader.next() || reader.timestampNanos() < nanos) {
          throw new IllegalStateException("nothing at " + nanos);
        }
        long found = reader.timestampNanos();
        // no stream has more time between two events
        if (found - nanos >= 200) {
          throw new IllegalStateException(found + " is not the first from " + nanos + " on");
        }
      }
    }
    System.out.println("sought");
  }
}
