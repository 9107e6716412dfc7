package org.genevent.model.trace;

import java.util.Objects;

/**
 * Bytes up to the first zero byte. Source: CTF 1.8.3, section 4.2.5.
 *
 * @param encoding the characters, UTF-8 or ASCII
 */
public record WireString(WireEncoding encoding) implements WireClass {
  /** Checks that the encoding is there. */
  public WireString {
    Objects.requireNonNull(encoding);
  }

  @Override
  public int alignmentBits() {
    return 8;
  }
}
