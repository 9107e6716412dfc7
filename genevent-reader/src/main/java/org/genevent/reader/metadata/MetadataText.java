package org.genevent.reader.metadata;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text of metadata, decoded from UTF-8. Bytes that are none are U+FFFD, and it is known where.
 *
 * @param text the text
 * @param brokenAt where bytes that were no UTF-8 stood, ascending indices into the text
 */
record MetadataText(String text, int[] brokenAt) {

  private static final char REPLACEMENT = '\ufffd';

  static MetadataText of(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    // each character takes a byte at least, and so does what is none
    CharBuffer out = CharBuffer.allocate(bytes.length);
    int[] broken = {};
    int count = 0;
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        break;
      }
      if (count == broken.length) {
        broken = Arrays.copyOf(broken, Math.max(16, 2 * count));
      }
      broken[count++] = out.position();
      out.put(REPLACEMENT);
      in.position(in.position() + result.length());
    }
    return new MetadataText(out.flip().toString(), Arrays.copyOf(broken, count));
  }

  /** The first index at which bytes were no UTF-8, from one index on and in front of another; -1 if there is none. */
  int broken(int from, int to) {
    int found = Arrays.binarySearch(brokenAt, from);
    int at = found >= 0 ? found : -1 - found;
    return at < brokenAt.length && brokenAt[at] < to ? brokenAt[at] : -1;
  }
}
