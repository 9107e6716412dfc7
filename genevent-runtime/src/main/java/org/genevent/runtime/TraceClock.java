package org.genevent.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The clock of traces: CLOCK_MONOTONIC nanoseconds, as {@link System#nanoTime} gives on Linux, with its distance from the
 * epoch.
 *
 * @param bootId tells one run of the machine from another, where the system says it
 * @param offsetNanos nanoseconds from the epoch to the clock's zero
 */
record TraceClock(Optional<String> bootId, long offsetNanos) {

  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
  private static final int SAMPLES = 50;
  private static final long SECOND_NANOS = 1_000_000_000L;

  static TraceClock measure() {
    long best = Long.MAX_VALUE;
    long offset = 0;
    for (int i = 0; i < SAMPLES; i++) {
      long before = System.nanoTime();
      Instant now = Instant.now();
      long after = System.nanoTime();
      // the sample that took the shortest is the one that says the distance best
      if (after - before < best) {
        best = after - before;
        offset = now.getEpochSecond() * SECOND_NANOS + now.getNano() - (before + best / 2);
      }
    }
    return new TraceClock(readBootId(), offset);
  }

  private static Optional<String> readBootId() {
    try {
      String id = Files.readString(BOOT_ID).trim();
      return id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
          ? Optional.of(id)
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  long offsetSeconds() {
    return Math.floorDiv(offsetNanos, SECOND_NANOS);
  }

  long offsetRestNanos() {
    return Math.floorMod(offsetNanos, SECOND_NANOS);
  }
}
