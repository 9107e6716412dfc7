package org.genevent.reader.ltt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The header of a block with the trace header behind it.
 *
 * @param form the version
 * @param byteOrder the order of bytes of the file
 * @param archType the number of the traced architecture; see {@link ArchType}
 * @param archBytes the size of a pointer
 * @param flightRecorder 0 for a normal trace, 1 for a flight recorder, 2 for both
 * @param heartbeat whether event headers have only the low half of the TSC
 * @param alignmentBytes what event headers and payloads are aligned to at most; 0 for packed
 * @param tsc whether event headers have cycles; else they have microseconds
 * @param swappedDoubles whether the two halves of doubles are in the other order than bytes
 * @param tscLsbTruncate how many low bits of the TSC compact headers leave out
 * @param tscBits how many bits of the TSC compact headers have
 * @param start the clock when the trace began
 * @param begin when the block was begun
 * @param end when it was left
 * @param lostBytes the unused bytes at its end
 * @param blockBytes its length
 * @param headerBytes the length of both headers: where the events begin
 */
record BlockHeader(
    HeaderForm form,
    ByteOrder byteOrder,
    int archType,
    int archBytes,
    int flightRecorder,
    boolean heartbeat,
    int alignmentBytes,
    boolean tsc,
    boolean swappedDoubles,
    int tscLsbTruncate,
    int tscBits,
    Start start,
    Moment begin,
    Moment end,
    long lostBytes,
    long blockBytes,
    int headerBytes) {

  static final int MAGIC = 0x00D6B7ED;

  /** The longest header, of 0.5. */
  static final int MOST_BYTES = 135;

  /** What stands in place of the lost bytes while a block is being written. */
  static final long OPEN = 0xFFFFFFFFL;

  private static final int[] MAGIC_OFFSETS = {40, 56, 72};
  private static final long SECOND_NANOS = 1_000_000_000;
  private static final long MICRO_NANOS = 1_000;
  private static final int LITTLE_FLOATS = 1234;
  private static final int BIG_FLOATS = 4321;

  /**
   * The clock when the trace began.
   *
   * @param frequency cycles a second, divided by the scale
   * @param frequencyScale the scale, 1 before 0.7
   * @param cycles the TSC
   * @param wallNanos nanoseconds since the epoch; 0 if it was not written, the largest number if 64 bits do not hold it
   */
  record Start(long frequency, long frequencyScale, long cycles, long wallNanos) {
    static final Start NONE = new Start(0, 1, 0, 0);
  }

  /**
   * The clock at the begin or the end of a block.
   *
   * @param wallNanos nanoseconds since the epoch; 0 from 0.7 on, the largest number if 64 bits do not hold it
   * @param cycles the TSC
   * @param frequency the frequency then; 0 in 0.3
   */
  record Moment(long wallNanos, long cycles, long frequency) {}

  /** Reads the header at a byte of the buffer, of which so many bytes are there. */
  static BlockHeader read(ByteBuffer bytes, int at, int there) {
    boolean magicSeen = false;
    int minorSeen = 0;
    for (int offset : MAGIC_OFFSETS) {
      if (offset + 19 > there) {
        break;
      }
      ByteOrder order = order(bytes, at + offset);
      if (order == null) {
        continue;
      }
      magicSeen = true;
      int trace = at + offset;
      int draftBytes = bytes.get(trace + 12);
      boolean draft = (draftBytes == 4 || draftBytes == 8) && bytes.get(trace + 13) == 0;
      int archBytes = draft ? draftBytes : bytes.get(trace + 16);
      minorSeen = bytes.get(trace + (draft ? 14 : 18)) & 0xFF;
      HeaderForm form =
          draft ? HeaderForm.DRAFT : bytes.get(trace + 17) == 0 ? HeaderForm.of(minorSeen) : null;
      if (form != null
          && (archBytes == 4 || archBytes == 8)
          && form.magicOffset(archBytes) == offset) {
        return new Fields(bytes, at, there, order).read(form, archBytes);
      }
    }
    throw new LttFailure(
        magicSeen
            ? "its header is of no known version: 0." + minorSeen + " with that length"
            : "there is no magic number");
  }

  private static ByteOrder order(ByteBuffer bytes, int at) {
    int magic = bytes.order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    return magic == MAGIC
        ? ByteOrder.LITTLE_ENDIAN
        : magic == Integer.reverseBytes(MAGIC) ? ByteOrder.BIG_ENDIAN : null;
  }

  /** Takes one field after the other. */
  private static final class Fields {
    private final ByteBuffer bytes;
    private final int from;
    private final int end;
    private int at;

    Fields(ByteBuffer bytes, int from, int there, ByteOrder order) {
      this.bytes = bytes.order(order);
      this.from = from;
      this.end = from + there;
      this.at = from;
    }

    private int take(int count) {
      if (count > end - at) {
        throw new LttFailure("the file ends within the header of a block");
      }
      at += count;
      return at - count;
    }

    private int u8() {
      return bytes.get(take(1)) & 0xFF;
    }

    private long u32() {
      return bytes.getInt(take(4)) & 0xFFFFFFFFL;
    }

    private long u64() {
      return bytes.getLong(take(8));
    }

    private long wallNanos(int partBytes) {
      long seconds = partBytes == 4 ? u32() : partBytes == 8 ? u64() : 0;
      long micros = partBytes == 4 ? u32() : partBytes == 8 ? u64() : 0;
      return isHeld(seconds, micros)
          ? seconds * SECOND_NANOS + micros * MICRO_NANOS
          : Long.MAX_VALUE;
    }

    /** Whether 63 bits of nanoseconds hold a time; there are no times in front of the epoch. */
    private static boolean isHeld(long seconds, long micros) {
      return seconds >= 0
          && seconds < Long.MAX_VALUE / SECOND_NANOS / 2
          && micros >= 0
          && micros < Long.MAX_VALUE / MICRO_NANOS / 2;
    }

    private Moment moment(HeaderForm form, int archBytes) {
      return new Moment(
          wallNanos(form.blockTime.partBytes(archBytes)), u64(), form.blockFrequency ? u64() : 0);
    }

    BlockHeader read(HeaderForm form, int archBytes) {
      Moment begin = moment(form, archBytes);
      Moment last = moment(form, archBytes);
      long lost = u32();
      long block = u32();
      take(4);
      final int archType = (int) u32();
      take(4);
      long floats = form.hasFloatWordOrder() ? u32() : 0;
      // arch size, major and minor are known
      take(3);
      int flight = u8();
      boolean heartbeat = u8() != 0;
      int alignment = u8();
      boolean tsc = !form.saysWhetherTsc() || u8() != 0;
      int truncate = form == HeaderForm.V0_8 ? u8() : 0;
      int tscBits = form == HeaderForm.V0_8 ? u8() : 0;
      Start start = form.hasStart() ? start(form, archBytes) : Start.NONE;
      if (alignment > 8 || (alignment & alignment - 1) != 0) {
        throw new LttFailure("its header asks for an alignment of " + alignment + " bytes");
      }
      boolean big = bytes.order() == ByteOrder.BIG_ENDIAN;
      return new BlockHeader(
          form,
          bytes.order(),
          archType,
          archBytes,
          flight,
          heartbeat,
          alignment,
          tsc,
          floats == (big ? LITTLE_FLOATS : BIG_FLOATS),
          truncate,
          tscBits,
          start,
          begin,
          last,
          lost,
          block,
          at - from);
    }

    private Start start(HeaderForm form, int archBytes) {
      long scale = form.compareTo(HeaderForm.V0_7) >= 0 ? u32() : 1;
      long frequency = u64();
      long cycles = u64();
      // the monotonic clock
      take(8);
      return new Start(frequency, scale, cycles, wallNanos(form.startTime().partBytes(archBytes)));
    }
  }
}
