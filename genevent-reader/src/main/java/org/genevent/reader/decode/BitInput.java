package org.genevent.reader.decode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads bits of a packet. Positions are bits from the packet's start; nothing is read at or behind the limit.
 *
 * <p>Little-endian integers begin with their least significant bit in the least significant bit of a byte, big-endian ones
 * with their most significant bit in the most significant bit. Source: CTF 1.8.3, section 4.1.5.
 */
final class BitInput {

  private static final VarHandle[] SHORTS = views(short[].class);
  private static final VarHandle[] INTS = views(int[].class);
  private static final VarHandle[] LONGS = views(long[].class);

  private ByteBuffer buffer = ByteBuffer.allocate(0);
  private int baseBytes;
  private long positionBits;
  private long limitBits;

  private static VarHandle[] views(Class<?> type) {
    return new VarHandle[] {
      MethodHandles.byteBufferViewVarHandle(type, ByteOrder.LITTLE_ENDIAN),
      MethodHandles.byteBufferViewVarHandle(type, ByteOrder.BIG_ENDIAN)
    };
  }

  /** Looks at a packet that begins at a byte of the buffer; the limit must lie within the buffer. */
  void open(ByteBuffer newBuffer, int newBaseBytes, long newLimitBits) {
    buffer = newBuffer;
    baseBytes = newBaseBytes;
    positionBits = 0;
    limitBits = newLimitBits;
  }

  /** The same packet in another buffer, or with another limit. */
  void reopen(ByteBuffer newBuffer, int newBaseBytes, long newLimitBits) {
    long at = positionBits;
    open(newBuffer, newBaseBytes, newLimitBits);
    positionBits = at;
  }

  long position() {
    return positionBits;
  }

  void position(long bits) {
    positionBits = bits;
  }

  long remaining() {
    return limitBits - positionBits;
  }

  ByteBuffer buffer() {
    return buffer;
  }

  /** The index in the buffer of the byte at the position. */
  int byteIndex() {
    return baseBytes + (int) (positionBits >>> 3);
  }

  void align(int alignmentBits) {
    positionBits = (positionBits + alignmentBits - 1) & -alignmentBits;
  }

  void skip(long bits) {
    if (bits > limitBits - positionBits) {
      throw DecodeFailure.BEYOND_CONTENT;
    }
    positionBits += bits;
  }

  /** The next bits as an unsigned number. */
  long unsigned(int sizeBits, boolean bigEndian) {
    if (sizeBits > limitBits - positionBits) {
      throw DecodeFailure.BEYOND_CONTENT;
    }
    long value;
    if ((positionBits & 7) == 0) {
      int at = baseBytes + (int) (positionBits >>> 3);
      int order = bigEndian ? 1 : 0;
      switch (sizeBits) {
        case 8 -> value = buffer.get(at) & 0xFFL;
        case 16 -> value = (short) SHORTS[order].get(buffer, at) & 0xFFFFL;
        case 32 -> value = (int) INTS[order].get(buffer, at) & 0xFFFFFFFFL;
        case 64 -> value = (long) LONGS[order].get(buffer, at);
        default -> value = bits(sizeBits, bigEndian);
      }
    } else {
      value = bits(sizeBits, bigEndian);
    }
    positionBits += sizeBits;
    return value;
  }

  private long bits(int sizeBits, boolean bigEndian) {
    int shift = (int) positionBits & 7;
    int first = baseBytes + (int) (positionBits >>> 3);
    if (shift + sizeBits <= Long.SIZE && first + Long.BYTES <= buffer.limit()) {
      return bigEndian
          ? (long) LONGS[1].get(buffer, first) << shift >>> Long.SIZE - sizeBits
          : (long) LONGS[0].get(buffer, first) >>> shift & -1L >>> Long.SIZE - sizeBits;
    }
    return bitByBit(sizeBits, bigEndian);
  }

  /** At the end of the buffer, and where an integer lies in nine bytes. */
  private long bitByBit(int sizeBits, boolean bigEndian) {
    long value = 0;
    int done = 0;
    long at = positionBits;
    while (done < sizeBits) {
      int inByte = (int) (at & 7);
      int take = Math.min(8 - inByte, sizeBits - done);
      int b = buffer.get(baseBytes + (int) (at >>> 3)) & 0xFF;
      if (bigEndian) {
        long part = b >>> (8 - inByte - take) & (1 << take) - 1;
        value = value << take | part;
      } else {
        long part = b >>> inByte & (1 << take) - 1;
        value |= part << done;
      }
      done += take;
      at += take;
    }
    return value;
  }

  /** The next bytes as a number with seven bits in each, least significant first (LEB128). */
  long variable(boolean signed) {
    long value = 0;
    int shift = 0;
    while (true) {
      int next = (int) unsigned(8, false);
      int group = next & 0x7F;
      if (shift > 63 || shift == 63 && !fitsIntoLastBit(group, signed)) {
        // more groups are right only if they add nothing but the sign
        boolean fill = shift > 63 && group == (signed && value < 0 ? 0x7F : 0);
        if (!fill) {
          throw DecodeFailure.TOO_LARGE;
        }
      }
      if (shift <= 63) {
        value |= (long) group << shift;
        shift += 7;
      }
      if ((next & 0x80) == 0) {
        return signed && shift < 64 ? Numbers.extend(value, shift) : value;
      }
    }
  }

  /** Whether the group at bit 63 is that bit and, in a signed number, copies of it. */
  private static boolean fitsIntoLastBit(int group, boolean signed) {
    return group == 0 || group == (signed ? 0x7F : 1);
  }

  /** Moves behind a number of bytes, which is not trusted; returns it. */
  int skipBytes(long count) {
    if (count < 0 || count > Math.max(0, remaining()) >>> 3) {
      throw DecodeFailure.TOO_LONG;
    }
    positionBits += count << 3;
    return (int) count;
  }

  /** How many bytes stand in front of the first zero unit, or all of them. */
  int firstZero(int offset, int count, int unitBytes) {
    for (int at = 0; at + unitBytes <= count; at += unitBytes) {
      int any = 0;
      for (int i = 0; i < unitBytes; i++) {
        any |= buffer.get(offset + at + i);
      }
      if (any == 0) {
        return at;
      }
    }
    return count;
  }

  /** Moves behind the zero unit that ends a string; returns how many bytes are in front of it. */
  int skipString(int unitBytes) {
    if (unitBytes == 1) {
      return skipString();
    }
    int from = byteIndex();
    int count = (int) (Math.max(0, remaining()) >>> 3);
    int length = firstZero(from, count, unitBytes);
    if (length + unitBytes > count) {
      throw DecodeFailure.NO_END;
    }
    positionBits += (long) length + unitBytes << 3;
    return length;
  }

  /** Moves behind the zero byte that ends a string; returns how many bytes are in front of it. */
  int skipString() {
    int from = byteIndex();
    int end = baseBytes + (int) (limitBits >>> 3);
    int at = from;
    // eight bytes at a time: the lowest bit that is left lies in the first byte that is zero
    while (at <= end - Long.BYTES) {
      long eight = (long) LONGS[0].get(buffer, at);
      long zeros = eight - 0x0101010101010101L & ~eight & 0x8080808080808080L;
      if (zeros != 0) {
        at += Long.numberOfTrailingZeros(zeros) >>> 3;
        break;
      }
      at += Long.BYTES;
    }
    while (at < end && buffer.get(at) != 0) {
      at++;
    }
    if (at >= end) {
      throw DecodeFailure.NO_END;
    }
    positionBits += ((long) at - from + 1) << 3;
    return at - from;
  }
}
