package org.genevent.reader.ltt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes of one payload. Positions are bytes from its start; nothing is read at or behind its limit. */
final class PayloadInput {

  /** Elements that take no bytes, besides those that a block has bytes for. */
  private static final long FREE_WORK = 1_000_000;

  private static final int WORK_PER_BYTE = 8;

  private ByteBuffer buffer = ByteBuffer.allocate(0);
  private boolean swappedDoubles;
  private int base;
  private int position;
  private int limit;
  private int origin;
  private long workLeft;

  /** A new block, in its byte order. */
  void block(ByteBuffer newBuffer, int blockBytes, boolean doublesAreSwapped) {
    buffer = newBuffer;
    swappedDoubles = doublesAreSwapped;
    workLeft = FREE_WORK + (long) blockBytes * WORK_PER_BYTE;
  }

  /** A payload that begins at a byte of the buffer and has at most so many bytes. */
  void open(int newBase, int newLimit) {
    base = newBase;
    limit = newLimit;
    position = 0;
    origin = 0;
  }

  int position() {
    return position;
  }

  void position(int bytes) {
    position = bytes;
  }

  int remaining() {
    return limit - position;
  }

  ByteBuffer buffer() {
    return buffer;
  }

  /** From where alignment counts; returns from where it counted before. */
  int origin(int bytes) {
    int before = origin;
    origin = bytes;
    return before;
  }

  void align(int alignmentBytes) {
    position += -(position - origin) & alignmentBytes - 1;
  }

  /** Sets how much work is left; returns how much it was. What was read once may be read again without a limit. */
  long allow(long work) {
    long before = workLeft;
    workLeft = work;
    return before;
  }

  void work(long count) {
    workLeft -= count;
    if (workLeft < 0 || count < 0) {
      throw LttFailure.TOO_MUCH;
    }
  }

  /** Steps over bytes; returns the index of the first in the buffer. */
  int take(int count) {
    if (count < 0 || count > limit - position) {
      throw LttFailure.BEYOND_EVENT;
    }
    position += count;
    return base + position - count;
  }

  /** The next bytes as an unsigned number. */
  long unsigned(int sizeBytes, boolean network) {
    int at = take(sizeBytes);
    boolean turned = network && buffer.order() == ByteOrder.LITTLE_ENDIAN;
    switch (sizeBytes) {
      case 1:
        return buffer.get(at) & 0xFFL;
      case 2:
        short two = buffer.getShort(at);
        return (turned ? Short.reverseBytes(two) : two) & 0xFFFFL;
      case 4:
        int four = buffer.getInt(at);
        return (turned ? Integer.reverseBytes(four) : four) & 0xFFFFFFFFL;
      default:
        long eight = buffer.getLong(at);
        return turned ? Long.reverseBytes(eight) : eight;
    }
  }

  double floating(int sizeBytes) {
    long bits = unsigned(sizeBytes, false);
    if (sizeBytes == Float.BYTES) {
      return Float.intBitsToFloat((int) bits);
    }
    return Double.longBitsToDouble(swappedDoubles ? Long.rotateLeft(bits, Integer.SIZE) : bits);
  }

  /** Steps over a text and its zero byte; returns the text's length. */
  int takeString() {
    int first = base + position;
    int end = base + limit;
    for (int at = first; at < end; at++) {
      if (buffer.get(at) == 0) {
        position += at - first + 1;
        return at - first;
      }
    }
    throw LttFailure.NO_END;
  }

  int index() {
    return base + position;
  }
}
