package org.genevent.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Turns a packet of memory into blocks.
 *
 * <p>Sub-buffers are the same for all formats; only what an event's bytes are preceded by is turned into the header that LTT
 * has. An event's id in memory is its facility's in the high byte and its own in the low one. A record is
 *
 * <pre>
 * | type | field                                                     |
 * |------|-----------------------------------------------------------|
 * | u16  | id                                                        |
 * | u48  | the clock's low 48 bits                                   |
 * | u64  | thread id, in shared streams only                         |
 * | u64  | bytes of the payload: LTT's events say how large they are |
 * |      | payload, on a multiple of 8, as it is in the block        |
 * </pre>
 *
 * <p>What LTT has no place for, the thread and the losses, is told by events of the facility {@code genevent}.
 */
final class LttPacket extends LttBlocks {

  /** The facility {@code genevent}; a test holds it to the file. */
  static final int CHECKSUM = 0x3D7DDFCE;

  static final String FACILITY = "genevent";
  static final int FACILITY_ID = LttFacilities.firstId(CHECKSUM);
  static final int BLOCK = 0;
  static final int THREAD = 1;
  static final int DISCARDED = 2;

  /** Where the sequence number lies in the payload of {@link #BLOCK}. */
  static final int BLOCK_SEQUENCE_OFFSET = 0;

  private static final int BLOCK_NAME_OFFSET = 20;

  private final ByteBuffer packet;
  private final boolean shared;
  private long threadId;

  private LttPacket(LttTrace trace, int blockBytes, byte[] packet) {
    super(trace, blockBytes);
    this.packet = ByteBuffer.wrap(packet).order(ByteOrder.nativeOrder());
    shared = (this.packet.getInt(PacketLayout.STREAM_CLASS_OFFSET) & 1) != 0;
    threadId = this.packet.getLong(PacketLayout.THREAD_ID_OFFSET);
  }

  /**
   * The blocks of a packet.
   *
   * @param trace the facts of the trace
   * @param blockBytes the length of the blocks
   * @param packet the packet
   * @param contentEnd where its content ends
   * @param discarded how many events were lost since the stream began, or 0 if there is nothing new to say about it
   */
  static List<LttBlock> blocks(
      LttTrace trace, int blockBytes, byte[] packet, int contentEnd, long discarded) {
    LttPacket blocks = new LttPacket(trace, blockBytes, packet);
    blocks.addEvents(contentEnd);
    if (discarded > 0) {
      long end = blocks.packet.getLong(PacketLayout.TIMESTAMP_END_OFFSET);
      blocks.add(FACILITY_ID, DISCARDED, end, longs(discarded));
    }
    return blocks.blocks();
  }

  private void addEvents(int contentEnd) {
    long nanos = packet.getLong(PacketLayout.TIMESTAMP_BEGIN_OFFSET);
    int headerBytes = PacketLayout.EVENT_HEADER_BYTES + (shared ? Long.BYTES : 0);
    int at = PacketLayout.HEADER_BYTES;
    while (at + headerBytes + Long.BYTES <= contentEnd) {
      long header = packet.getLong(at);
      long sizeBytes = packet.getLong(at + headerBytes);
      int payload = at + headerBytes + Long.BYTES;
      if (header == 0 || sizeBytes < 0 || sizeBytes > contentEnd - payload) {
        // memory that a killed process left behind need not make sense
        return;
      }
      nanos += PacketLayout.timestampBits(header) - nanos & PacketLayout.TIMESTAMP_MASK;
      if (shared) {
        thread(packet.getLong(at + PacketLayout.EVENT_HEADER_BYTES), nanos);
      }
      int id = PacketLayout.id(header);
      add(id >>> 8, id & 0xFF, nanos, packet.array(), payload, (int) sizeBytes);
      at = PacketLayout.alignUp(payload + (int) sizeBytes);
    }
  }

  private void thread(long id, long nanos) {
    if (id != threadId) {
      threadId = id;
      add(FACILITY_ID, THREAD, nanos, longs(id));
    }
  }

  @Override
  void begin(LttBlock block, int part, long nanos) {
    byte[] name = threadName();
    ByteBuffer payload = ByteBuffer.allocate(LttLayout.alignUp(BLOCK_NAME_OFFSET + name.length + 1))
        .order(ByteOrder.nativeOrder());
    payload.putLong(BLOCK_SEQUENCE_OFFSET, packet.getLong(PacketLayout.SEQUENCE_OFFSET));
    payload.putLong(Long.BYTES, threadId).putInt(2 * Long.BYTES, part);
    payload.put(BLOCK_NAME_OFFSET, name);
    block.add(FACILITY_ID, BLOCK, nanos, payload.array(), 0, payload.capacity());
  }

  private byte[] threadName() {
    byte[] field = new byte[PacketLayout.THREAD_NAME_BYTES];
    packet.get(PacketLayout.THREAD_NAME_OFFSET, field);
    int length = 0;
    while (length < field.length && field[length] != 0) {
      length++;
    }
    return new String(field, 0, length, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] longs(long number) {
    return ByteBuffer.allocate(Long.BYTES)
        .order(ByteOrder.nativeOrder())
        .putLong(number)
        .array();
  }
}
