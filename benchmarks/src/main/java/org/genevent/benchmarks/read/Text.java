package org.genevent.benchmarks.read;

import java.nio.ByteBuffer;

/** Texts up to a zero byte. */
final class Text {

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private Text() {}

  /** Where a text ends, behind its zero byte; eight bytes at a time. */
  static int end(ByteBuffer memory, int from) {
    int at = from;
    while (true) {
      long eight = memory.getLong(at);
      long zeros = eight - ONES & ~eight & HIGHS;
      if (zeros != 0) {
        return at + (Long.numberOfTrailingZeros(zeros) >>> 3) + 1;
      }
      at += Long.BYTES;
    }
  }
}
