package org.genevent.runtime;

/**
 * The packet that every sub-buffer is, in native byte order.
 *
 * <pre>
 * | offset | type     | field                                                   |
 * |--------|----------|---------------------------------------------------------|
 * |   0    | u32      | magic 0xC1FC1FC1                                        |
 * |   4    | u8[16]   | trace uuid                                              |
 * |  20    | u32      | data stream class id                                    |
 * |  24    | u64      | stream instance id                                      |
 * |  32    | u64      | timestamp_begin                                         |
 * |  40    | u64      | timestamp_end                                           |
 * |  48    | u64      | content_size in bits: the commit counter                |
 * |  56    | u64      | packet_size in bits                                     |
 * |  64    | u64      | packet_seq_num                                          |
 * |  72    | u64      | events_discarded since the stream began                 |
 * |  80    | u64      | thread id of the owner; 0 in a shared stream            |
 * |  88    | char[40] | thread name, padded with zeros                          |
 * | 128    |          | event records, each on a multiple of 8:                 |
 * |        | u16      |   id                                                    |
 * |        | u48      |   the clock's low 48 bits                               |
 * |        | u64      |   thread id, in shared streams only                     |
 * |        |          |   context, then payload, each on a multiple of 8        |
 * </pre>
 *
 * <p>Content ends with the last byte of the last event: padding behind it would be taken for another event. Source:
 * design, section 4.
 */
final class PacketLayout {

  static final int MAGIC = 0xC1FC1FC1;

  static final int MAGIC_OFFSET = 0;
  static final int UUID_OFFSET = 4;
  static final int STREAM_CLASS_OFFSET = 20;
  static final int STREAM_INSTANCE_OFFSET = 24;
  static final int TIMESTAMP_BEGIN_OFFSET = 32;
  static final int TIMESTAMP_END_OFFSET = 40;
  static final int CONTENT_SIZE_OFFSET = 48;
  static final int PACKET_SIZE_OFFSET = 56;
  static final int SEQUENCE_OFFSET = 64;
  static final int DISCARDED_OFFSET = 72;
  static final int THREAD_ID_OFFSET = 80;
  static final int THREAD_NAME_OFFSET = 88;
  static final int THREAD_NAME_BYTES = 40;
  static final int HEADER_BYTES = 128;

  static final int EVENT_HEADER_BYTES = 8;
  static final int EVENT_ALIGNMENT_BYTES = 8;

  /** The bits of the clock in an event's header word. */
  static final int TIMESTAMP_BITS = 48;

  static final long TIMESTAMP_MASK = (1L << TIMESTAMP_BITS) - 1;

  private PacketLayout() {}

  /** The header word of an event: the id in the first 16 bits in memory, the clock's low 48 bits behind it. */
  static long eventHeader(int id, long timestampNanos) {
    return Bytes.LITTLE
        ? timestampNanos << 16 | id
        : (long) id << TIMESTAMP_BITS | timestampNanos & TIMESTAMP_MASK;
  }

  /** The clock's low 48 bits in an event's header word. */
  static long timestampBits(long eventHeader) {
    return Bytes.LITTLE ? eventHeader >>> 16 : eventHeader & TIMESTAMP_MASK;
  }

  /** The id in an event's header word. */
  static int id(long eventHeader) {
    return (int) (Bytes.LITTLE ? eventHeader : eventHeader >>> TIMESTAMP_BITS) & 0xFFFF;
  }

  static int alignUp(int offsetBytes) {
    return (offsetBytes + EVENT_ALIGNMENT_BYTES - 1) & -EVENT_ALIGNMENT_BYTES;
  }
}
