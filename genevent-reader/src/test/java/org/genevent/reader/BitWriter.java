package org.genevent.reader;

import java.io.ByteArrayOutputStream;

/**
 * Writes one bit after the other, as the words of CTF 1.8.3 say it: in little-endian order the least significant bit of a
 * number comes first, and the first bit of a byte is its least significant one; in big-endian order both are the most
 * significant ones. Slow, and shares nothing with the reader.
 */
final class BitWriter {

  private final ByteArrayOutputStream done = new ByteArrayOutputStream();
  private final boolean bigEndian;
  private int current;
  private int used;

  BitWriter(boolean bigEndian) {
    this.bigEndian = bigEndian;
  }

  long positionBits() {
    return 8L * done.size() + used;
  }

  BitWriter bits(long value, int sizeBits) {
    for (int i = 0; i < sizeBits; i++) {
      int bit = (int) (value >>> (bigEndian ? sizeBits - 1 - i : i)) & 1;
      current |= bit << (bigEndian ? 7 - used : used);
      if (++used == 8) {
        done.write(current);
        current = 0;
        used = 0;
      }
    }
    return this;
  }

  BitWriter align(int alignmentBits) {
    while (positionBits() % alignmentBits != 0) {
      bits(0, 1);
    }
    return this;
  }

  BitWriter bytes(byte... bytes) {
    align(8);
    for (byte b : bytes) {
      bits(b, 8);
    }
    return this;
  }

  byte[] toByteArray() {
    align(8);
    return done.toByteArray();
  }
}
