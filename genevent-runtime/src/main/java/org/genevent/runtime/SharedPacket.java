package org.genevent.runtime;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A sub-buffer that several threads write: space is reserved by compare-and-set, and the packet is handed over when every
 * reserved byte is committed.
 *
 * <pre>
 * | bits of pending | content                                                                              |
 * |-----------------|--------------------------------------------------------------------------------------|
 * | 32 – 63         | committed events                                                                     |
 * | 0 – 31, signed  | committed bytes, plus OPEN until the packet is closed, then less what was reserved;  |
 * |                 | less 1 for each thread that has pinned the packet                                    |
 * </pre>
 *
 * <p>The low half becomes 0 exactly once, when the packet is closed and everything is committed; whoever brings it there
 * hands the packet over.
 */
final class SharedPacket {

  private static final int CLOSED = Integer.MIN_VALUE;
  private static final long OPEN = 1L << 30;
  private static final long EVENT = 1L << 32;

  private final SharedStream stream;
  private final int index;
  private final ByteBuffer buffer;
  private final ByteBuffer recordSizes;
  private final long timestampBegin;
  private final long sequence;
  private final AtomicInteger reserved = new AtomicInteger(PacketLayout.HEADER_BYTES);
  private final AtomicLong pending = new AtomicLong(OPEN);
  private volatile boolean handedOver;

  SharedPacket(
      SharedStream stream,
      int index,
      ByteBuffer buffer,
      ByteBuffer recordSizes,
      long timestampBegin,
      long sequence) {
    this.stream = stream;
    this.index = index;
    this.buffer = buffer;
    this.recordSizes = recordSizes;
    this.timestampBegin = timestampBegin;
    this.sequence = sequence;
  }

  ByteBuffer buffer() {
    return buffer;
  }

  int index() {
    return index;
  }

  SharedStream stream() {
    return stream;
  }

  long sequence() {
    return sequence;
  }

  private int events() {
    long now = pending.get();
    return (int) (now - (int) now >> 32);
  }

  /** Whether nothing can follow, everything is committed, and the consumer can find the packet. */
  boolean isHandedOver() {
    return handedOver;
  }

  boolean isClosed() {
    return reserved.get() < 0;
  }

  /** Whether it is, or was, the stream's open packet; not so if another thread was first to open one. */
  boolean isInStream() {
    return isClosed() || stream.current() == this;
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

  void committed(int recordBytes, EventWriter writer) {
    stream.channel().writers().give(writer);
    add(EVENT + recordBytes);
  }

  /** Lets nobody in any more; closing again does nothing. */
  void close() {
    int end = reserved.get();
    while (end >= 0) {
      if (reserved.compareAndSet(end, end | CLOSED)) {
        add(PacketLayout.HEADER_BYTES - end - OPEN);
        return;
      }
      end = reserved.get();
    }
  }

  /** Raises the number of discarded events in the header, unless the packet has been handed over. */
  void raiseDiscarded(long discarded) {
    long known = pending.get();
    while ((int) known != 0) {
      if (pending.compareAndSet(known, known - 1)) {
        PacketHeader.raiseDiscarded(buffer, discarded);
        add(1);
        return;
      }
      known = pending.get();
    }
  }

  private void add(long change) {
    if ((int) pending.addAndGet(change) == 0) {
      stream.channel().handOver(index, events());
      handedOver = true;
    }
  }
}
