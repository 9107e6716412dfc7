package org.genevent.model.trace;

import java.util.Objects;

/**
 * A text of a number of bytes that the metadata says; it ends before its first zero character. Source: CTF2-SPEC-2.0,
 * "Static-length string".
 *
 * @param lengthBytes how many bytes, with those behind the text
 * @param encoding the characters
 */
public record WireText(long lengthBytes, WireEncoding encoding) implements WireClass {
  /** Checks the length. */
  public WireText {
    if (lengthBytes < 0) {
      throw new IllegalArgumentException(
          "a text has no negative length: lengthBytes=" + lengthBytes);
    }
    Objects.requireNonNull(encoding);
  }

  @Override
  public int alignmentBits() {
    return 8;
  }
}
