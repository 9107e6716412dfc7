package org.genevent.model.trace;

import java.util.Objects;

/**
 * A text of a number of bytes that an earlier field says; it ends before its first zero character. Source: CTF2-SPEC-2.0,
 * "Dynamic-length string".
 *
 * @param length where the number of bytes is
 * @param encoding the characters
 */
public record WireDynamicText(WireLocation length, WireEncoding encoding) implements WireClass {
  /** Checks that both parts are there. */
  public WireDynamicText {
    Objects.requireNonNull(length);
    Objects.requireNonNull(encoding);
  }

  @Override
  public int alignmentBits() {
    return 8;
  }
}
