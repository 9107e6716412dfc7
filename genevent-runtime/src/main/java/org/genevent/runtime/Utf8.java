package org.genevent.runtime;

import java.nio.ByteBuffer;

/**
 * Text in UTF-8 that ends with one zero byte, written without allocating.
 *
 * <p>A NUL within the text would end it, so it is written as U+2400; a surrogate without its partner as {@code ?}.
 */
public final class Utf8 {

  private static final char NUL_PICTURE = '\u2400';

  private Utf8() {}

  /**
   * The size of a text with its zero byte.
   *
   * @param text the text; null counts as empty
   * @return bytes, at most {@link EventWriter#MAX_SIZE_BYTES}
   */
  public static int sizeBytes(String text) {
    if (text == null) {
      return 1;
    }
    int length = text.length();
    int index = 0;
    while (index < length && isPlain(text.charAt(index))) {
      index++;
    }
    return index == length ? limited(length + 1L) : sizeBytes(text, index);
  }

  private static int limited(long sizeBytes) {
    return (int) Math.min(EventWriter.MAX_SIZE_BYTES, sizeBytes);
  }

  private static boolean isPlain(char c) {
    return c < 0x80 && c != 0;
  }

  private static int sizeBytes(String text, int plainChars) {
    long size = plainChars + 1L;
    int length = text.length();
    for (int i = plainChars; i < length; i++) {
      char c = text.charAt(i);
      if (isPlain(c)) {
        size++;
      } else if (c < 0x800 && c != 0) {
        size += 2;
      } else if (Character.isSurrogate(c)) {
        if (startsPair(text, i)) {
          size += 4;
          i++;
        } else {
          size++;
        }
      } else {
        size += 3;
      }
    }
    return limited(size);
  }

  private static boolean startsPair(String text, int index) {
    return Character.isHighSurrogate(text.charAt(index))
        && index + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(index + 1));
  }

  /** Writes the text and its zero byte; returns the position behind it. The caller has checked the room. */
  static int put(ByteBuffer buffer, int offsetBytes, String text) {
    int at = offsetBytes;
    if (text != null) {
      int length = text.length();
      int index = 0;
      while (index < length) {
        char c = text.charAt(index);
        if (!isPlain(c)) {
          return putOther(buffer, at, text, index);
        }
        buffer.put(at++, (byte) c);
        index++;
      }
    }
    buffer.put(at, (byte) 0);
    return at + 1;
  }

  private static int putOther(ByteBuffer buffer, int offsetBytes, String text, int fromChar) {
    int at = offsetBytes;
    for (int i = fromChar; i < text.length(); i++) {
      char c = text.charAt(i) == 0 ? NUL_PICTURE : text.charAt(i);
      if (c < 0x80) {
        buffer.put(at++, (byte) c);
      } else if (c < 0x800) {
        buffer.put(at++, (byte) (0xC0 | c >> 6));
        buffer.put(at++, (byte) (0x80 | c & 0x3F));
      } else if (!Character.isSurrogate(c)) {
        buffer.put(at++, (byte) (0xE0 | c >> 12));
        buffer.put(at++, (byte) (0x80 | c >> 6 & 0x3F));
        buffer.put(at++, (byte) (0x80 | c & 0x3F));
      } else if (startsPair(text, i)) {
        int codePoint = Character.toCodePoint(c, text.charAt(++i));
        buffer.put(at++, (byte) (0xF0 | codePoint >> 18));
        buffer.put(at++, (byte) (0x80 | codePoint >> 12 & 0x3F));
        buffer.put(at++, (byte) (0x80 | codePoint >> 6 & 0x3F));
        buffer.put(at++, (byte) (0x80 | codePoint & 0x3F));
      } else {
        buffer.put(at++, (byte) '?');
      }
    }
    buffer.put(at, (byte) 0);
    return at + 1;
  }
}
