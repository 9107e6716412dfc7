package org.genevent.runtime;

import java.nio.ByteBuffer;

/**
 * A block of an LTT trace file, in native byte order and without any padding in its header.
 *
 * <pre>
 * | offset 0.7 | 0.8 | type | field                                                      |
 * |------------|-----|------|------------------------------------------------------------|
 * |      0     |   0 | u64  | time when the block begins                                 |
 * |      8     |   8 | u64  | frequency then                                             |
 * |     16     |  16 | u64  | time of the block's last event                             |
 * |     24     |  24 | u64  | frequency then                                             |
 * |     32     |  32 | u32  | lost_size: bytes without content at the block's end        |
 * |     36     |  36 | u32  | buf_size: length of the block                              |
 * |     40     |  40 | u32  | magic 0x00D6B7ED                                           |
 * |     44     |  44 | u32  | arch_type                                                  |
 * |     48     |  48 | u32  | arch_variant: 0                                            |
 * |     52     |  52 | u32  | float_word_order: 1234 or 4321                             |
 * |     56     |  56 | u8   | arch_size: 8                                               |
 * |     57     |  57 | u8   | major version: 0                                           |
 * |     58     |  58 | u8   | minor version: 7 or 8                                      |
 * |     59     |  59 | u8   | flight_recorder: 1 in overwrite mode                       |
 * |     60     |  60 | u8   | has_heartbeat                                              |
 * |     61     |  61 | u8   | has_alignment: 8                                           |
 * |            |  62 | u8   | tsc_lsb_truncate: 0, for compact events only               |
 * |            |  63 | u8   | tscbits: 0, for compact events only                        |
 * |     62     |  64 | u32  | freq_scale: 1                                              |
 * |     66     |  68 | u64  | start_freq: 1,000,000,000, as the clock counts nanoseconds |
 * |     74     |  76 | u64  | start_tsc                                                  |
 * |     82     |  84 | u64  | start_monotonic: the same                                  |
 * |     90     |  92 | u64  | start_time_sec                                             |
 * |     98     | 100 | u64  | start_time_usec                                            |
 * |    106     | 108 |      | events: padding to 8, header, padding to 8, payload        |
 * </pre>
 *
 * <pre>
 * | heartbeat | 64 bits | type | field of an event's header                    |
 * |-----------|---------|------|-----------------------------------------------|
 * |     0     |         | u32  | low half of the time                          |
 * |           |    0    | u64  | time                                          |
 * |     4     |    8    | u8   | facility id                                   |
 * |     5     |    9    | u8   | event id                                      |
 * |     6     |   10    | u16  | bytes of the payload; 65535 for that and more |
 * </pre>
 *
 * <p>Source: the trace format reference, sections 2 to 4.
 */
final class LttLayout {

  static final int LOST_SIZE_OFFSET = 32;
  static final int BUF_SIZE_OFFSET = 36;
  static final int MAGIC_OFFSET = 40;
  static final int MAGIC = 0x00D6B7ED;
  static final int WORD_BYTES = 8;
  static final int MAX_SIZE_FIELD = 0xFFFF;
  static final int HEADER_BYTES_0_7 = 106;
  static final int HEADER_BYTES_0_8 = 108;

  private static final long FREQUENCY_HERTZ = 1_000_000_000L;
  private static final int LITTLE_WORDS = 1234;
  private static final int BIG_WORDS = 4321;

  private LttLayout() {}

  /** Where the first event's padding begins. */
  static int headerBytes(LttTrace trace) {
    return trace.format() == TraceFormat.LTT_0_7 ? HEADER_BYTES_0_7 : HEADER_BYTES_0_8;
  }

  static int eventHeaderBytes(LttTrace trace) {
    return trace.heartbeat() ? 8 : 12;
  }

  static int alignUp(int offsetBytes) {
    return offsetBytes + WORD_BYTES - 1 & -WORD_BYTES;
  }

  /** Writes the header of a block whose content ends somewhere. */
  static void putHeader(
      ByteBuffer block, LttTrace trace, long beginNanos, long endNanos, int contentEnd) {
    block.clear();
    block.putLong(beginNanos).putLong(FREQUENCY_HERTZ);
    block.putLong(endNanos).putLong(FREQUENCY_HERTZ);
    block.putInt(block.capacity() - contentEnd).putInt(block.capacity());
    block.putInt(MAGIC).putInt(archType(System.getProperty("os.arch", ""))).putInt(0);
    block.putInt(Bytes.LITTLE ? LITTLE_WORDS : BIG_WORDS);
    boolean is08 = trace.format() == TraceFormat.LTT_0_8;
    block.put((byte) WORD_BYTES).put((byte) 0).put((byte) (is08 ? 8 : 7));
    block.put((byte) (trace.overwrite() ? 1 : 0)).put((byte) (trace.heartbeat() ? 1 : 0));
    block.put((byte) WORD_BYTES);
    if (is08) {
      block.put((byte) 0).put((byte) 0);
    }
    block.putInt(1).putLong(FREQUENCY_HERTZ);
    block.putLong(trace.startNanos()).putLong(trace.startNanos());
    block.putLong(trace.startSeconds()).putLong(trace.startMicros());
  }

  /** The number that readers have for a machine; 0 for those that came later. */
  static int archType(String machine) {
    return switch (machine) {
      case "x86", "i386", "i486", "i586", "i686" -> 1;
      case "ppc" -> 2;
      case "s390", "s390x" -> 4;
      case "mips", "mipsel", "mips64", "mips64el" -> 5;
      case "arm" -> 6;
      case "ppc64", "ppc64le" -> 7;
      case "amd64", "x86_64" -> 8;
      default -> 0;
    };
  }
}
