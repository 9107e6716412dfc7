package org.genevent.cli.salvage;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * A packet somewhere in a file.
 *
 * <p>What is looked at of its header, in the byte order of the trace; all genevent packets begin like this:
 *
 * <pre>
 * offset  type    field
 *  0      u32     magic 0xC1FC1FC1
 *  4      u8[16]  trace uuid
 * 20      u32     data stream class id
 * 24      u64     stream instance id
 * 48      u64     content_size, bits
 * 56      u64     packet_size, bits
 * 64      u64     packet_seq_num
 * </pre>
 *
 * @param file the file
 * @param offsetBytes where it begins
 * @param streamClass the id of its data stream class
 * @param instance the number of its stream
 * @param sequence its number in the stream
 * @param contentBits how much of it has been committed
 * @param packetBytes its length
 */
record FoundPacket(
    Path file,
    long offsetBytes,
    int streamClass,
    long instance,
    long sequence,
    long contentBits,
    long packetBytes) {

  static final int MAGIC = 0xC1FC1FC1;
  static final int HEADER_BYTES = 128;

  private static final int UUID_OFFSET = 4;
  private static final int CLASS_OFFSET = 20;
  private static final int INSTANCE_OFFSET = 24;
  private static final int CONTENT_OFFSET = 48;
  private static final int PACKET_OFFSET = 56;
  private static final int SEQUENCE_OFFSET = 64;

  /** The largest sub-buffer. In stream files packets may be shorter than their sub-buffers were. */
  private static final long MAX_PACKET_BYTES = 256L << 20;

  /** The packet whose header begins at an index of a buffer, if it makes sense as one of the trace. */
  static Optional<FoundPacket> at(ByteBuffer bytes, int index, UUID uuid, Path file, long offset) {
    if (bytes.getInt(index) != MAGIC || !uuid.equals(uuidAt(bytes, index + UUID_OFFSET))) {
      return Optional.empty();
    }
    long contentBits = bytes.getLong(index + CONTENT_OFFSET);
    long packetBits = bytes.getLong(index + PACKET_OFFSET);
    long packetBytes = packetBits >>> 3;
    if ((packetBits & 7) != 0
        || packetBytes > MAX_PACKET_BYTES
        || contentBits < HEADER_BYTES * 8L
        || contentBits > packetBits) {
      return Optional.empty();
    }
    return Optional.of(new FoundPacket(
        file,
        offset,
        bytes.getInt(index + CLASS_OFFSET),
        bytes.getLong(index + INSTANCE_OFFSET),
        bytes.getLong(index + SEQUENCE_OFFSET),
        contentBits,
        packetBytes));
  }

  /** A uuid is a series of bytes, whatever the order of numbers is. */
  private static UUID uuidAt(ByteBuffer bytes, int index) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < 8; i++) {
      high = high << 8 | bytes.get(index + i) & 0xFF;
      low = low << 8 | bytes.get(index + 8 + i) & 0xFF;
    }
    return new UUID(high, low);
  }

  String streamName() {
    return "stream_" + Integer.toUnsignedString(streamClass) + "_"
        + Long.toUnsignedString(instance);
  }
}
