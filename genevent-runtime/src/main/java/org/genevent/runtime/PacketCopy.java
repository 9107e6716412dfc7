package org.genevent.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Copies the committed part of a sub-buffer and makes its header say exactly that part. */
final class PacketCopy {

  private final byte[] bytes;
  private final ByteBuffer view;
  private int contentEnd;
  private int uncommitted;

  private PacketCopy(int sizeBytes) {
    bytes = new byte[sizeBytes];
    view = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
  }

  byte[] bytes() {
    return bytes;
  }

  /** Where content ends, in bytes. */
  int contentEnd() {
    return contentEnd;
  }

  /** How many records were reserved and never committed; 0 unless holes were skipped. */
  int uncommitted() {
    return uncommitted;
  }

  long instance() {
    return view.getLong(PacketLayout.STREAM_INSTANCE_OFFSET);
  }

  int streamClass() {
    return view.getInt(PacketLayout.STREAM_CLASS_OFFSET);
  }

  long discarded() {
    return view.getLong(PacketLayout.DISCARDED_OFFSET);
  }

  long sequence() {
    return view.getLong(PacketLayout.SEQUENCE_OFFSET);
  }

  /** The packet of an owned stream: its header's content size is the commit counter. */
  static PacketCopy ofOwned(ByteBuffer packet) {
    PacketCopy copy = new PacketCopy(packet.capacity());
    long end = PacketHeader.contentEnd(packet);
    copy.contentEnd = (int) Math.max(PacketLayout.HEADER_BYTES, Math.min(end, packet.capacity()));
    packet.get(0, copy.bytes, 0, copy.contentEnd);
    // the header in memory may be ahead of the content size that was read first
    copy.view.putLong(PacketLayout.CONTENT_SIZE_OFFSET, (long) copy.contentEnd << 3);
    return copy;
  }

  /**
   * The packet of a shared stream up to the first event that is not committed.
   *
   * @param packet the sub-buffer
   * @param recordSizes the sizes of its records
   * @param skipHoles true to leave out what is not committed and take what is behind it, when nobody writes any more
   */
  static PacketCopy ofShared(ByteBuffer packet, ByteBuffer recordSizes, boolean skipHoles) {
    PacketCopy copy = new PacketCopy(packet.capacity());
    packet.get(0, copy.bytes, 0, PacketLayout.HEADER_BYTES);
    long timestamp = copy.view.getLong(PacketLayout.TIMESTAMP_BEGIN_OFFSET);
    int to = PacketLayout.HEADER_BYTES;
    copy.contentEnd = to;
    int from = to;
    while (from + PacketLayout.EVENT_HEADER_BYTES <= packet.capacity()) {
      int size = recordSize(packet, recordSizes, from);
      long header = (long) Bytes.LONG.getAcquire(packet, from);
      if (size > 0 && header != 0) {
        packet.get(from, copy.bytes, to, size);
        copy.contentEnd = to + size;
        to = PacketLayout.alignUp(copy.contentEnd);
        timestamp += PacketLayout.timestampBits(header) - timestamp & PacketLayout.TIMESTAMP_MASK;
      } else if (!skipHoles) {
        break;
      } else if (size > 0) {
        copy.uncommitted++;
      }
      from = PacketLayout.alignUp(from + Math.max(size, PacketLayout.EVENT_ALIGNMENT_BYTES));
    }
    copy.view.putLong(PacketLayout.TIMESTAMP_END_OFFSET, timestamp);
    copy.view.putLong(PacketLayout.CONTENT_SIZE_OFFSET, (long) copy.contentEnd << 3);
    return copy;
  }

  /** The size of the record that begins at an offset; 0 if none does, or if the number cannot be right. */
  private static int recordSize(ByteBuffer packet, ByteBuffer recordSizes, int offset) {
    int at = offset / PacketLayout.EVENT_ALIGNMENT_BYTES * Integer.BYTES;
    int size = (int) Bytes.INT.getAcquire(recordSizes, at);
    boolean right =
        size >= PacketLayout.EVENT_HEADER_BYTES + Long.BYTES && size <= packet.capacity() - offset;
    return right ? size : 0;
  }

  /** An empty packet that only says how many events were lost since the last one. */
  static PacketCopy ofLosses(
      byte[] uuid, int streamClass, long instance, long sequence, long timestamp, long discarded) {
    ByteBuffer packet =
        ByteBuffer.allocateDirect(PacketLayout.HEADER_BYTES).order(ByteOrder.nativeOrder());
    PacketHeader.write(packet, uuid, streamClass, instance, timestamp, sequence, discarded, null);
    return ofOwned(packet);
  }
}
