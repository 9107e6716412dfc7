package org.genevent.reader.output;

import java.util.ArrayDeque;

/**
 * Buffers for what waits to be written, so many and no more: a share of the memory that this process may use.
 *
 * <p>The one that was used last, which the processor has at hand, is given first. For all threads at once.
 */
final class BlockPool {

  private static final long MOST_BYTES = 1 << 26;

  /** Of the heap, so that what else is read and printed has room. */
  private static final int SHARE = 8;

  private final int sizeBytes;
  private final ArrayDeque<byte[]> free = new ArrayDeque<>();
  private int unmade;

  BlockPool(int sizeBytes) {
    this(sizeBytes, Runtime.getRuntime().maxMemory());
  }

  BlockPool(int sizeBytes, long heapBytes) {
    this.sizeBytes = sizeBytes;
    this.unmade = (int) (Math.min(MOST_BYTES, heapBytes / SHARE) / sizeBytes);
  }

  /** A buffer, or null if all are in use. */
  synchronized byte[] take() {
    byte[] block = free.poll();
    if (block == null && unmade > 0) {
      unmade--;
      block = new byte[sizeBytes];
    }
    return block;
  }

  /** Takes a buffer that is not in use any more. */
  synchronized void give(byte[] block) {
    free.push(block);
  }
}
