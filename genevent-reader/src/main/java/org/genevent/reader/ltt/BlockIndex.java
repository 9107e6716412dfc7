package org.genevent.reader.ltt;

import java.io.IOException;
import java.util.Arrays;

/**
 * Says in which block of a file the first event is that is not before a time: blocks whose headers tell that they end before it
 * hold none. Made of the headers alone. Used by one thread.
 */
final class BlockIndex {

  /** A block of which nothing is known: its header makes no sense, or it was never ended. */
  private static final long UNKNOWN = Long.MAX_VALUE;

  /** Blocks that are remembered, one number each; what is behind them is read through. */
  private static final int MOST_BLOCKS = 1 << 22;

  private final long[] ends;

  private BlockIndex(long[] ends) {
    this.ends = ends;
  }

  /**
   * Looks at the headers of a file.
   *
   * @throws IOException if it cannot be read
   */
  static BlockIndex of(BlockFile file, TraceTime time) throws IOException {
    long[] ends = new long[16];
    int count = 0;
    while (count < MOST_BLOCKS && file.hasBlock(count)) {
      if (count == ends.length) {
        ends = Arrays.copyOf(ends, count * 2);
      }
      ends[count] = end(file, time, count);
      count++;
    }
    return new BlockIndex(Arrays.copyOf(ends, count));
  }

  private static long end(BlockFile file, TraceTime time, int number) throws IOException {
    try {
      BlockHeader header = file.headerOf(number);
      return header.lostBytes() == BlockHeader.OPEN ? UNKNOWN : time.endNanos(header);
    } catch (LttFailure e) {
      return UNKNOWN;
    }
  }

  /** The number of the first block that may hold an event that is not before a time. */
  int blockFor(long nanos) {
    for (int i = 0; i < ends.length; i++) {
      if (ends[i] >= nanos) {
        return i;
      }
    }
    return ends.length;
  }
}
