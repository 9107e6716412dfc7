package org.genevent.model.trace;

import java.util.Objects;

/**
 * Characters up to the first zero. Source: CTF 1.8.3, section 4.2.5; CTF2-SPEC-2.0, "Null-terminated string".
 *
 * @param encoding the characters
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
