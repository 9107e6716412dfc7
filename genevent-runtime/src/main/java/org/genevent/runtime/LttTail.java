package org.genevent.runtime;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the blocks of a stream file end, and which packet the last of them are of. Each block begins with an event that has
 * the packet's number; nothing that is found is trusted.
 *
 * @param endBytes the end of the blocks that make sense
 * @param lastStart where the first block of the last packet begins
 * @param lastSequence the last packet's number; -1 without a block
 * @param lastContentBytes the content of its blocks, without their headers
 */
record LttTail(long endBytes, long lastStart, long lastSequence, long lastContentBytes) {

  private static final LttTail EMPTY = new LttTail(0, 0, -1, 0);

  static LttTail of(Path path, LttTrace trace, int blockBytes) throws IOException {
    LttTail tail = EMPTY;
    if (!Files.exists(path)) {
      return tail;
    }
    int firstEvent = LttLayout.alignUp(LttLayout.headerBytes(trace));
    int payload = LttLayout.alignUp(firstEvent + LttLayout.eventHeaderBytes(trace));
    byte[] bytes = new byte[payload + Long.BYTES];
    ByteBuffer begin = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    try (RandomAccessFile in = new RandomAccessFile(path.toFile(), "r")) {
      long length = in.length();
      while (tail.endBytes + blockBytes <= length) {
        in.seek(tail.endBytes);
        in.readFully(bytes);
        int lost = begin.getInt(LttLayout.LOST_SIZE_OFFSET);
        int contentBytes = blockBytes - lost - LttLayout.headerBytes(trace);
        boolean right = begin.getInt(LttLayout.MAGIC_OFFSET) == LttLayout.MAGIC
            && begin.getInt(LttLayout.BUF_SIZE_OFFSET) == blockBytes
            && lost >= 0
            && contentBytes > 0
            && isBlockEvent(begin, firstEvent + LttLayout.eventHeaderBytes(trace));
        if (!right) {
          break;
        }
        tail = tail.with(begin.getLong(payload), contentBytes, blockBytes);
      }
    }
    return tail;
  }

  /** The ids are the two bytes in front of the size, which ends the header. */
  private static boolean isBlockEvent(ByteBuffer begin, int headerEnd) {
    return (begin.get(headerEnd - 4) & 0xFF) == LttPacket.FACILITY_ID
        && begin.get(headerEnd - 3) == LttPacket.BLOCK;
  }

  private LttTail with(long sequence, int contentBytes, int blockBytes) {
    boolean same = sequence == lastSequence;
    return new LttTail(
        endBytes + blockBytes,
        same ? lastStart : endBytes,
        sequence,
        same ? lastContentBytes + contentBytes : contentBytes);
  }
}
