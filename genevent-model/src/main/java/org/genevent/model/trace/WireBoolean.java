package org.genevent.model.trace;

import java.util.Objects;

/**
 * A truth value: true if any of its bits is set. Source: CTF2-SPEC-2.0, "Fixed-length boolean".
 *
 * @param bits the bits
 */
public record WireBoolean(WireBitArray bits) implements WireClass {
  /** Checks that the bits are there. */
  public WireBoolean {
    Objects.requireNonNull(bits);
  }

  @Override
  public int alignmentBits() {
    return bits.alignmentBits();
  }
}
