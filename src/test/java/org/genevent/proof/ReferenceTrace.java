package org.genevent.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes the packets of a trace byte by byte as the design says: 128 bytes of header and context, then event records at
 * multiples of 8 bytes, and a content that ends with the last byte of the last event's last field.
 */
final class ReferenceTrace {

  private static final int HEADER_BYTES = 128;
  private static final int SMALLEST_PACKET_BYTES = 4096;
  private static final int TIMESTAMP_BITS = 48;

  private final Path folder;
  private final UUID uuid;
  private final ByteOrder byteOrder;

  /**
   * Begins a trace.
   *
   * @param folder an empty folder
   * @param uuid the number in the metadata
   * @param byteOrder the byte order in the metadata
   */
  ReferenceTrace(Path folder, UUID uuid, ByteOrder byteOrder) {
    this.folder = folder;
    this.uuid = uuid;
    this.byteOrder = byteOrder;
  }

  /** Writes the metadata. */
  void metadata(String text) throws IOException {
    Files.writeString(folder.resolve("metadata"), text);
  }

  /** A packet that is being filled. */
  final class Packet {
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final long streamClassId;
    private final long sequenceNumber;
    private long firstTimestamp = -1;
    private long lastTimestamp;

    /**
     * Begins a packet.
     *
     * @param streamClassId the data stream class; events of those with an odd id say their thread
     * @param sequenceNumber the packet's number in its stream
     */
    Packet(long streamClassId, long sequenceNumber) {
      this.streamClassId = streamClassId;
      this.sequenceNumber = sequenceNumber;
      content.writeBytes(new byte[HEADER_BYTES]);
    }

    /**
     * Adds an event record.
     *
     * @param timestamp the clock's value
     * @param id the event record class
     * @param context the bytes of the context; empty if there is none
     * @param payload the bytes of the payload; empty if there is none
     */
    void event(long timestamp, int id, byte[] context, byte[] payload) {
      firstTimestamp = firstTimestamp < 0 ? timestamp : firstTimestamp;
      lastTimestamp = timestamp;
      align();
      long low = timestamp & (1L << TIMESTAMP_BITS) - 1;
      ByteBuffer header = buffer(8);
      header.putLong(byteOrder == ByteOrder.LITTLE_ENDIAN ? id | low << 16 : (long) id << 48 | low);
      content.writeBytes(header.array());
      if (streamClassId % 2 == 1) {
        content.writeBytes(buffer(8).putLong(4711).array());
      }
      add(context);
      add(payload);
    }

    private void add(byte[] bytes) {
      if (bytes.length > 0) {
        align();
        content.writeBytes(bytes);
      }
    }

    private void align() {
      content.writeBytes(new byte[-content.size() & 7]);
    }

    /**
     * Writes the packet behind those that are in a file.
     *
     * @param file the stream's file name
     */
    void append(String file) throws IOException {
      int packetBytes =
          Math.max(SMALLEST_PACKET_BYTES, Integer.highestOneBit(content.size() - 1) * 2);
      ByteBuffer packet = buffer(packetBytes);
      packet.put(content.toByteArray());
      packet.putInt(0, 0xC1FC1FC1);
      // a UUID's bytes have one order everywhere
      packet.put(
          4,
          ByteBuffer.allocate(16)
              .putLong(uuid.getMostSignificantBits())
              .putLong(uuid.getLeastSignificantBits())
              .array());
      packet.putInt(20, (int) streamClassId);
      packet.putLong(24, streamClassId + 100);
      packet.putLong(32, firstTimestamp);
      packet.putLong(40, lastTimestamp);
      packet.putLong(48, content.size() * 8L);
      packet.putLong(56, packetBytes * 8L);
      packet.putLong(64, sequenceNumber);
      packet.putLong(72, 0);
      packet.putLong(80, 4711);
      packet.put(88, "thread \u00e9".getBytes(StandardCharsets.UTF_8));
      Files.write(
          folder.resolve(file),
          packet.array(),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  private ByteBuffer buffer(int sizeBytes) {
    return ByteBuffer.allocate(sizeBytes).order(byteOrder);
  }
}
