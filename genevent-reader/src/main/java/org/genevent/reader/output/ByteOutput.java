package org.genevent.reader.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A buffer of bytes in front of a stream, with its own formatting of numbers. */
final class ByteOutput {

  /** Of each buffer. */
  static final int SIZE = 1 << 16;

  /** No number is longer. */
  private static final int MOST_NUMBER_BYTES = 66;

  private static final VarHandle FROM =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle TO =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private static final int EIGHT_DIGITS = 100_000_000;

  private final BlockTaker out;
  private byte[] buffer = new byte[SIZE];
  private int length;

  ByteOutput(OutputStream out) {
    this((block, count) -> {
      out.write(block, 0, count);
      return block;
    });
  }

  ByteOutput(BlockTaker out) {
    this.out = out;
  }

  private void room(int bytes) {
    if (SIZE - length < bytes) {
      flush();
    }
  }

  /** Takes a buffer as it is instead of a copy. */
  interface BlockTaker {
    /**
     * Takes a buffer.
     *
     * @param block holds bytes from its beginning; not to be used by whoever gave it, unless it comes back
     * @param count how many
     * @return a buffer of that size, maybe the same
     * @throws IOException if it cannot be written
     */
    byte[] take(byte[] block, int count) throws IOException;
  }

  void flush() {
    try {
      buffer = out.take(buffer, length);
      length = 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void put(char ascii) {
    room(1);
    buffer[length++] = (byte) ascii;
  }

  // of the low bytes of ASCII there is nothing to lose
  @SuppressWarnings("deprecation")
  void ascii(String text) {
    int count = text.length();
    if (count > SIZE - length) {
      for (int i = 0; i < count; i++) {
        put(text.charAt(i));
      }
      return;
    }
    text.getBytes(0, count, buffer, length);
    length += count;
  }

  /** Bytes as they are. */
  void bytes(byte[] text) {
    int count = text.length;
    if (count > SIZE - length) {
      for (byte b : text) {
        raw(b);
      }
      return;
    }
    System.arraycopy(text, 0, buffer, length, count);
    length += count;
  }

  /** At most eight characters of ASCII in one number. */
  static long packed(String text) {
    long packed = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      packed = packed << Byte.SIZE | text.charAt(i);
    }
    return packed;
  }

  /**
   * Characters in one number. With several threads that is more than a copy saved: an array for all of them may lie close to what
   * one of them writes all the time.
   */
  void packed(long text, int count) {
    room(Long.BYTES);
    TO.set(buffer, length, text);
    length += count;
  }

  void signed(long value) {
    if (value < 0) {
      put('-');
      // the magnitude of the smallest number is right as an unsigned one
      unsigned(-value);
    } else {
      unsigned(value);
    }
  }

  void unsigned(long value) {
    if (value < 0) {
      long quotient = Long.divideUnsigned(value, 10);
      unsigned(quotient);
      put((char) ('0' + value - quotient * 10));
      return;
    }
    room(MOST_NUMBER_BYTES);
    if (value >= EIGHT_DIGITS) {
      long front = value / EIGHT_DIGITS;
      unsigned(front);
      room(MOST_NUMBER_BYTES);
      TO.set(buffer, length, digits((int) (value - front * EIGHT_DIGITS)) + '0' * ONES);
      length += Long.BYTES;
      return;
    }
    long digits = digits((int) value);
    // zeros in front are the low bytes; the last digit stays whatever it is
    int zeros = Long.numberOfTrailingZeros(digits | 1L << 56) >>> 3;
    TO.set(buffer, length, digits + '0' * ONES >>> (zeros << 3));
    length += Long.BYTES - zeros;
  }

  /**
   * The eight digits of a number below a hundred million, the first one in the lowest byte.
   *
   * <p>All at once: the number is cut into two of four digits, these into four of two, and those into eight, in parts of one long.
   */
  private static long digits(int value) {
    int front = value / 10_000;
    long fours = front | (long) (value - front * 10_000) << 32;
    // times 10486 and shifted by 20 is divided by 100, exactly up to 10,000
    long hundreds = fours * 10_486 >>> 20 & 0x7F0000007FL;
    long twos = hundreds | fours - 100 * hundreds << 16;
    // times 103 and shifted by 10 is divided by 10, exactly up to 100
    long tens = twos * 103 >>> 10 & 0x000F000F000F000FL;
    return tens | twos - 10 * tens << 8;
  }

  /** A number below a thousand million with all nine digits. */
  void nineDigits(int value) {
    room(MOST_NUMBER_BYTES);
    int front = value / EIGHT_DIGITS;
    buffer[length] = (byte) ('0' + front);
    TO.set(buffer, length + 1, digits(value - front * EIGHT_DIGITS) + '0' * ONES);
    length += 9;
  }

  /** A number with zeros in front up to a width. */
  void padded(long value, int width) {
    long limit = 10;
    for (int i = 1; i < width; i++, limit *= 10) {
      if (value < limit) {
        for (int zeros = width - i; zeros > 0; zeros--) {
          put('0');
        }
        break;
      }
    }
    unsigned(value);
  }

  /** A number in base 2, 8 or 16, without a prefix. */
  void radix(long value, int bitsPerDigit) {
    room(MOST_NUMBER_BYTES);
    int significant = Math.max(1, 64 - Long.numberOfLeadingZeros(value));
    int digits = (significant + bitsPerDigit - 1) / bitsPerDigit;
    for (int i = digits - 1; i >= 0; i--) {
      int digit = (int) (value >>> i * bitsPerDigit) & (1 << bitsPerDigit) - 1;
      buffer[length++] = (byte) (digit < 10 ? '0' + digit : 'a' + digit - 10);
    }
  }

  /** A number in base 16 with capital letters, without a prefix. */
  void upperHexadecimal(long value) {
    int digits = Math.max(1, (Long.SIZE + 3 - Long.numberOfLeadingZeros(value)) / 4);
    for (int i = digits - 1; i >= 0; i--) {
      int digit = (int) (value >>> 4 * i) & 0xF;
      put((char) (digit < 10 ? '0' + digit : 'A' + digit - 10));
    }
  }

  /** Bytes as two hexadecimal digits each. */
  void hexadecimal(ByteBuffer bytes, int offset, int count) {
    for (int i = 0; i < count; i++) {
      int value = bytes.get(offset + i);
      put(Character.forDigit(value >> 4 & 0xF, 16));
      put(Character.forDigit(value & 0xF, 16));
    }
  }

  void raw(byte value) {
    room(1);
    buffer[length++] = value;
  }

  /**
   * A text in double quotes, escaped as in JSON; bytes that are no UTF-8 become U+FFFD, so that the output is text whatever
   * the trace holds.
   */
  void quoted(ByteBuffer bytes, int offset, int count) {
    put('"');
    int end = offset + count;
    int at = offset;
    while (at < end) {
      if (end - at >= Long.BYTES && SIZE - length >= Long.BYTES) {
        long eight = (long) FROM.get(bytes, at);
        if (isPlain(eight)) {
          TO.set(buffer, length, eight);
          length += Long.BYTES;
          at += Long.BYTES;
          continue;
        }
      }
      byte b = bytes.get(at);
      if (b >= 0x20 && b != '"' && b != '\\' && b != 0x7F) {
        raw(b);
        at++;
      } else if (b >= 0) {
        escaped(b);
        at++;
      } else {
        at += sequence(bytes, at, end);
      }
    }
    put('"');
  }

  void quoted(String text) {
    if (isPlain(text)) {
      put('"');
      ascii(text);
      put('"');
      return;
    }
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    quoted(bytes, 0, bytes.limit());
  }

  /** Copies printable ASCII without quotes, backslashes and question marks; returns where it ends. */
  int plainRun(ByteBuffer bytes, int offset, int end) {
    int at = offset;
    while (end - at >= Long.BYTES && SIZE - length >= Long.BYTES) {
      long eight = (long) FROM.get(bytes, at);
      long question = zeros(eight ^ '?' * ONES);
      long apostrophe = zeros(eight ^ '\'' * ONES);
      if (!isPlain(eight) || ((question | apostrophe) & HIGHS) != 0) {
        break;
      }
      TO.set(buffer, length, eight);
      length += Long.BYTES;
      at += Long.BYTES;
    }
    return at;
  }

  /** Whether none of eight bytes has to be escaped, or is a part of a character of several. */
  private static boolean isPlain(long eight) {
    long control = eight - 0x20 * ONES & ~eight;
    long quote = zeros(eight ^ '"' * ONES);
    long backslash = zeros(eight ^ '\\' * ONES);
    long delete = zeros(eight ^ 0x7F * ONES);
    return ((eight | control | quote | backslash | delete) & HIGHS) == 0;
  }

  /** Has the high bit of the lowest zero byte, and of none below it. */
  private static long zeros(long eight) {
    return eight - ONES & ~eight;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c >= 0x7F || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  private void escaped(byte b) {
    put('\\');
    switch (b) {
      case '"', '\\' -> put((char) b);
      case '\n' -> put('n');
      case '\t' -> put('t');
      case '\r' -> put('r');
      default -> {
        put('u');
        hexadecimal(b);
      }
    }
  }

  private void hexadecimal(int codeUnit) {
    for (int shift = 12; shift >= 0; shift -= 4) {
      put(Character.forDigit(codeUnit >> shift & 0xF, 16));
    }
  }

  /** A character of several bytes; returns how many bytes it had. */
  private int sequence(ByteBuffer bytes, int at, int end) {
    int first = bytes.get(at) & 0xFF;
    int length = first >= 0xF0 && first <= 0xF4 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
    boolean right = length > 0 && first <= 0xF4 && at + length <= end;
    int codePoint = first & 0x7F >> length;
    for (int i = 1; right && i < length; i++) {
      int next = bytes.get(at + i) & 0xFF;
      right = (next & 0xC0) == 0x80;
      codePoint = codePoint << 6 | next & 0x3F;
    }
    boolean shortest = length == 2 || length == 3 && codePoint >= 0x800 || codePoint >= 0x10000;
    boolean surrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
    if (!right || !shortest || surrogate || codePoint > 0x10FFFF) {
      raw((byte) 0xEF);
      raw((byte) 0xBF);
      raw((byte) 0xBD);
      return 1;
    }
    if (codePoint < 0xA0 || codePoint == 0x2028 || codePoint == 0x2029) {
      // control characters, and what ends a line for some readers
      put('\\');
      put('u');
      hexadecimal(codePoint);
      return length;
    }
    for (int i = 0; i < length; i++) {
      raw(bytes.get(at + i));
    }
    return length;
  }
}
