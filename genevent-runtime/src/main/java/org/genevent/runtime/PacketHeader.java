package org.genevent.runtime;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes and reads the header of a packet; see {@link PacketLayout}. */
final class PacketHeader {

  private PacketHeader() {}

  /**
   * Makes a sub-buffer an empty packet. It is invalid (no magic) until everything stands, so that a process killed in the
   * middle leaves nothing half-made behind.
   */
  static void write(
      ByteBuffer packet,
      byte[] uuid,
      int streamClass,
      long streamInstance,
      long timestampNanos,
      long sequence,
      long discarded,
      Thread owner) {
    invalidate(packet);
    packet.put(PacketLayout.UUID_OFFSET, uuid);
    Bytes.INT.set(packet, PacketLayout.STREAM_CLASS_OFFSET, streamClass);
    Bytes.LONG.set(packet, PacketLayout.STREAM_INSTANCE_OFFSET, streamInstance);
    Bytes.LONG.set(packet, PacketLayout.TIMESTAMP_BEGIN_OFFSET, timestampNanos);
    Bytes.LONG.set(packet, PacketLayout.TIMESTAMP_END_OFFSET, timestampNanos);
    Bytes.LONG.set(packet, PacketLayout.CONTENT_SIZE_OFFSET, (long) PacketLayout.HEADER_BYTES << 3);
    Bytes.LONG.set(packet, PacketLayout.PACKET_SIZE_OFFSET, (long) packet.capacity() << 3);
    Bytes.LONG.set(packet, PacketLayout.SEQUENCE_OFFSET, sequence);
    Bytes.LONG.set(packet, PacketLayout.DISCARDED_OFFSET, discarded);
    Bytes.LONG.set(packet, PacketLayout.THREAD_ID_OFFSET, owner == null ? 0L : owner.getId());
    packet.put(PacketLayout.THREAD_NAME_OFFSET, threadName(owner));
    Bytes.INT.setRelease(packet, PacketLayout.MAGIC_OFFSET, PacketLayout.MAGIC);
  }

  private static byte[] threadName(Thread owner) {
    byte[] field = new byte[PacketLayout.THREAD_NAME_BYTES];
    if (owner != null) {
      byte[] name = owner.getName().replace('\0', '\u2400').getBytes(StandardCharsets.UTF_8);
      int length = Math.min(name.length, field.length - 1);
      // not in the middle of a character
      while (length > 0 && length < name.length && (name[length] & 0xC0) == 0x80) {
        length--;
      }
      System.arraycopy(name, 0, field, 0, length);
    }
    return field;
  }

  /** Says that there is no packet; whoever copies the sub-buffer meanwhile finds that out at the end. */
  static void invalidate(ByteBuffer packet) {
    Bytes.INT.setVolatile(packet, PacketLayout.MAGIC_OFFSET, 0);
  }

  static boolean isValid(ByteBuffer packet, byte[] uuid) {
    if ((int) Bytes.INT.getAcquire(packet, PacketLayout.MAGIC_OFFSET) != PacketLayout.MAGIC) {
      return false;
    }
    byte[] found = new byte[uuid.length];
    packet.get(PacketLayout.UUID_OFFSET, found);
    return Arrays.equals(found, uuid);
  }

  static int streamClass(ByteBuffer packet) {
    return (int) Bytes.INT.get(packet, PacketLayout.STREAM_CLASS_OFFSET);
  }

  static long streamInstance(ByteBuffer packet) {
    return (long) Bytes.LONG.get(packet, PacketLayout.STREAM_INSTANCE_OFFSET);
  }

  static long timestampBegin(ByteBuffer packet) {
    return (long) Bytes.LONG.get(packet, PacketLayout.TIMESTAMP_BEGIN_OFFSET);
  }

  static long sequence(ByteBuffer packet) {
    return (long) Bytes.LONG.get(packet, PacketLayout.SEQUENCE_OFFSET);
  }

  static long discarded(ByteBuffer packet) {
    return (long) Bytes.LONG.get(packet, PacketLayout.DISCARDED_OFFSET);
  }

  /** Where content ends, in bytes; everything in front of it is committed. */
  static long contentEnd(ByteBuffer packet) {
    return (long) Bytes.LONG.getAcquire(packet, PacketLayout.CONTENT_SIZE_OFFSET) >>> 3;
  }

  /** Raises the number of discarded events to what it is now; several threads may find a new number at once. */
  static void raiseDiscarded(ByteBuffer packet, long discarded) {
    long known = (long) Bytes.LONG.getVolatile(packet, PacketLayout.DISCARDED_OFFSET);
    while (known < discarded
        && !Bytes.LONG.compareAndSet(packet, PacketLayout.DISCARDED_OFFSET, known, discarded)) {
      known = (long) Bytes.LONG.getVolatile(packet, PacketLayout.DISCARDED_OFFSET);
    }
  }
}
