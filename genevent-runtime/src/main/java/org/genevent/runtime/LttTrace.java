package org.genevent.runtime;

import java.nio.file.Path;
import java.util.Locale;

/**
 * The facts of an LTT trace that every block repeats, and that whoever recovers one needs.
 *
 * @param format the version
 * @param heartbeat whether events have 32 bits of the time, and heartbeats in between, instead of 64
 * @param overwrite whether old blocks may be missing
 * @param startNanos the clock when the session started
 * @param startEpochMicros the time of day then, in microseconds
 */
record LttTrace(
    TraceFormat format,
    boolean heartbeat,
    boolean overwrite,
    long startNanos,
    long startEpochMicros) {

  /** How much larger a block is than the sub-buffer: room for what is said about it. A page, since readers map blocks. */
  static final int EXTRA_BYTES = 4096;

  private static final long MICROS = 1_000_000;

  static LttTrace start(TraceFormat format, boolean heartbeat, boolean overwrite) {
    TraceClock clock = TraceClock.measure();
    long now = System.nanoTime();
    return new LttTrace(
        format, heartbeat, overwrite, now, Math.floorDiv(now + clock.offsetNanos(), 1000L));
  }

  long startSeconds() {
    return Math.floorDiv(startEpochMicros, MICROS);
  }

  long startMicros() {
    return Math.floorMod(startEpochMicros, MICROS);
  }

  /** The length of blocks, a multiple of the page. */
  static int blockBytes(int subBufferBytes) {
    return subBufferBytes + EXTRA_BYTES;
  }

  /**
   * The file of a stream. What stands behind the last underscore is for readers the number of a CPU, and each CPU needs
   * a file in the control folder; so all streams are on the CPU 0, and their own number is a part of the name.
   */
  Path file(Path directory, String channel, long instance) {
    return directory.resolve((overwrite ? "flight-" : "") + channel + "-" + instance + "_0");
  }

  /** The facts as a line of a text. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%s\t%b\t%b\t%d\t%d",
        format.word(),
        heartbeat,
        overwrite,
        startNanos,
        startEpochMicros);
  }

  /** The facts of a line; throws an {@link IllegalArgumentException} or an index exception if it is none. */
  static LttTrace ofLine(String line) {
    String[] words = line.split("\t");
    return new LttTrace(
        TraceFormat.named(words[0]),
        Boolean.parseBoolean(words[1]),
        Boolean.parseBoolean(words[2]),
        Long.parseLong(words[3]),
        Long.parseLong(words[4]));
  }
}
