package org.genevent.reader.decode;

import java.nio.ByteBuffer;
import org.genevent.model.trace.WireEncoding;

/** Turns texts of other encodings into UTF-8; what stands for no character becomes U+FFFD. */
final class Transcoder {

  private static final int REPLACEMENT = 0xFFFD;

  private ByteBuffer out = ByteBuffer.allocate(256);

  ByteBuffer buffer() {
    return out;
  }

  /** Fills the buffer from its beginning; returns how many bytes were written. */
  int toUtf8(ByteBuffer in, int offset, int lengthBytes, WireEncoding encoding) {
    int units = lengthBytes / encoding.unitBytes();
    // a unit of 16 bits takes at most three bytes, one of 32 bits four
    int most = units * (encoding.unitBytes() == 2 ? 3 : 4) + 3;
    if (out.capacity() < most) {
      out = ByteBuffer.allocate(most);
    }
    out.clear();
    if (encoding.unitBytes() == 2) {
      fromUtf16(in, offset, units, encoding == WireEncoding.UTF16BE);
    } else {
      for (int i = 0; i < units; i++) {
        put(unit32(in, offset + 4 * i, encoding == WireEncoding.UTF32BE));
      }
    }
    if (lengthBytes % encoding.unitBytes() != 0) {
      put(REPLACEMENT);
    }
    return out.position();
  }

  private void fromUtf16(ByteBuffer in, int offset, int units, boolean bigEndian) {
    for (int i = 0; i < units; i++) {
      char unit = unit16(in, offset + 2 * i, bigEndian);
      if (Character.isHighSurrogate(unit) && i + 1 < units) {
        char low = unit16(in, offset + 2 * i + 2, bigEndian);
        if (Character.isLowSurrogate(low)) {
          put(Character.toCodePoint(unit, low));
          i++;
          continue;
        }
      }
      put(unit);
    }
  }

  private static char unit16(ByteBuffer in, int at, boolean bigEndian) {
    int first = in.get(at) & 0xFF;
    int second = in.get(at + 1) & 0xFF;
    return (char) (bigEndian ? first << 8 | second : second << 8 | first);
  }

  private static int unit32(ByteBuffer in, int at, boolean bigEndian) {
    int first = unit16(in, at, bigEndian);
    int second = unit16(in, at + 2, bigEndian);
    return bigEndian ? first << 16 | second : second << 16 | first;
  }

  private void put(int character) {
    boolean none = character < 0
        || character > Character.MAX_CODE_POINT
        || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    int c = none ? REPLACEMENT : character;
    if (c < 0x80) {
      out.put((byte) c);
    } else if (c < 0x800) {
      out.put((byte) (0xC0 | c >> 6)).put((byte) (0x80 | c & 0x3F));
    } else if (c < 0x10000) {
      out.put((byte) (0xE0 | c >> 12)).put((byte) (0x80 | c >> 6 & 0x3F)).put((byte)
          (0x80 | c & 0x3F));
    } else {
      out.put((byte) (0xF0 | c >> 18))
          .put((byte) (0x80 | c >> 12 & 0x3F))
          .put((byte) (0x80 | c >> 6 & 0x3F))
          .put((byte) (0x80 | c & 0x3F));
    }
  }
}
