package org.genevent.reader.output;

import java.util.ArrayDeque;

/** Buffers of one thread that are free again, the one that was used last, which the processor has at hand, first. */
final class BlockPool {

  private static final int MOST_BLOCKS = 128;

  private final ArrayDeque<byte[]> free = new ArrayDeque<>();

  byte[] take(int sizeBytes) {
    byte[] block = free.poll();
    return block != null && block.length == sizeBytes ? block : new byte[sizeBytes];
  }

  void give(byte[] block) {
    if (free.size() < MOST_BLOCKS) {
      free.push(block);
    }
  }
}
