package org.genevent.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A block that is put together; see {@link LttLayout}. */
final class LttBlock {

  private final LttTrace trace;
  private final ByteBuffer bytes;
  private final long beginNanos;
  private long lastNanos;
  private int contentEnd;

  LttBlock(LttTrace trace, int blockBytes, long beginNanos) {
    this.trace = trace;
    this.beginNanos = beginNanos;
    bytes = ByteBuffer.allocate(blockBytes).order(ByteOrder.nativeOrder());
    lastNanos = beginNanos;
    contentEnd = LttLayout.headerBytes(trace);
  }

  /** When the last event was, or the block's begin. */
  long lastNanos() {
    return lastNanos;
  }

  private int payloadStart() {
    return LttLayout.alignUp(LttLayout.alignUp(contentEnd) + LttLayout.eventHeaderBytes(trace));
  }

  boolean hasRoom(int payloadBytes) {
    return payloadBytes <= bytes.capacity() - payloadStart();
  }

  /** Adds an event that there is room for. The time is not before that of the event before. */
  void add(int facility, int event, long nanos, byte[] payload, int from, int sizeBytes) {
    int start = payloadStart();
    bytes.position(LttLayout.alignUp(contentEnd));
    if (trace.heartbeat()) {
      bytes.putInt((int) nanos);
    } else {
      bytes.putLong(nanos);
    }
    bytes.put((byte) facility).put((byte) event);
    bytes.putShort((short) Math.min(sizeBytes, LttLayout.MAX_SIZE_FIELD));
    bytes.position(start).put(payload, from, sizeBytes);
    lastNanos = nanos;
    // the padding behind the header is there without a payload, too; behind the payload there is
    // none
    contentEnd = start + sizeBytes;
  }

  /** Where content ends. */
  int contentEnd() {
    return contentEnd;
  }

  /** The whole block, with a header that says what is in it. */
  byte[] bytes() {
    LttLayout.putHeader(bytes, trace, beginNanos, lastNanos, contentEnd);
    return bytes.array();
  }
}
