package org.genevent.model.trace;

import java.util.List;
import java.util.Objects;

/**
 * Bits with names. Source: CTF2-SPEC-2.0, "Fixed-length bit map".
 *
 * @param bits the bits
 * @param flags the names, in the order of the metadata; a bit may have several, and a name several bits
 */
public record WireBitMap(WireBitArray bits, List<Flag> flags) implements WireClass {
  /** Copies the list. */
  public WireBitMap {
    Objects.requireNonNull(bits);
    flags = List.copyOf(flags);
  }

  /**
   * A name for the bits from one to another: it stands for a value if one of them is set.
   *
   * @param label the name, any text
   * @param firstBit the lowest, 0 for the least significant
   * @param lastBit the highest
   */
  public record Flag(String label, int firstBit, int lastBit) {
    /** Checks the bits. */
    public Flag {
      Objects.requireNonNull(label);
      if (firstBit < 0 || lastBit < firstBit || lastBit > 63) {
        throw new IllegalArgumentException(
            "no range of bits: firstBit=" + firstBit + ", lastBit=" + lastBit);
      }
    }
  }

  @Override
  public int alignmentBits() {
    return bits.alignmentBits();
  }
}
