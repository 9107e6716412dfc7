package org.genevent.runtime;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A sub-buffer that several threads write: space is reserved by compare-and-set, and the packet is handed over when every
 * reserved byte is committed.
 *
 * <p>{@code pending} is committed bytes while the packet is open, so never negative; closing subtracts everything that was
 * reserved, so that exactly one thread, the last, brings it to zero and hands the packet over.
 */
final class SharedPacket {

  private static final int CLOSED = Integer.MIN_VALUE;

  private final SharedStream stream;
  private final int index;
  private final ByteBuffer buffer;
  private final ByteBuffer recordSizes;
  private final long timestampBegin;
  private final AtomicInteger reserved = new AtomicInteger(PacketLayout.HEADER_BYTES);
  private final AtomicInteger pending = new AtomicInteger();

  SharedPacket(
      SharedStream stream,
      int index,
      ByteBuffer buffer,
      ByteBuffer recordSizes,
      long timestampBegin) {
    this.stream = stream;
    this.index = index;
    this.buffer = buffer;
    this.recordSizes = recordSizes;
    this.timestampBegin = timestampBegin;
  }

  ByteBuffer buffer() {
    return buffer;
  }

  int index() {
    return index;
  }

  boolean isClosed() {
    return reserved.get() < 0;
  }

  /** Tries to reserve and stamp; null if the packet is full or closed. */
  EventWriter begin(int id, int sizeBytes, WriterPool writers) {
    int recordBytes = PacketLayout.EVENT_HEADER_BYTES + Long.BYTES + sizeBytes;
    int reservedBytes = PacketLayout.alignUp(recordBytes);
    while (true) {
      int start = reserved.get();
      if (start < 0 || reservedBytes > buffer.capacity() - start) {
        return null;
      }
      // the clock is read after the place: whoever got the place before it had read its clock
      // before that
      long now = System.nanoTime();
      if (Long.compareUnsigned(now - timestampBegin, PacketLayout.TIMESTAMP_MASK) > 0) {
        return null;
      }
      if (reserved.compareAndSet(start, start + reservedBytes)) {
        Bytes.INT.setRelease(
            recordSizes, start / PacketLayout.EVENT_ALIGNMENT_BYTES * Integer.BYTES, recordBytes);
        EventWriter writer = writers.take();
        writer.beginShared(
            this,
            start,
            sizeBytes,
            PacketLayout.eventHeader(id, now),
            Thread.currentThread().getId());
        return writer;
      }
    }
  }

  void committed(int sizeBytes, EventWriter writer) {
    stream.channel().writers().give(writer);
    if (pending.addAndGet(sizeBytes) == 0) {
      stream.channel().handOver(index);
    }
  }

  /** Lets nobody in any more; true for the one that closed it. */
  boolean close() {
    while (true) {
      int end = reserved.get();
      if (end < 0) {
        return false;
      }
      if (reserved.compareAndSet(end, end | CLOSED)) {
        if (pending.addAndGet(PacketLayout.HEADER_BYTES - end) == 0) {
          stream.channel().handOver(index);
        }
        return true;
      }
    }
  }
}
