package org.genevent.model.trace;

import java.nio.ByteOrder;
import java.util.Objects;
import java.util.Optional;

/**
 * An IEEE 754 number. Source: CTF 1.8.3, section 4.1.4.
 *
 * @param exponentBits 8 for single, 11 for double precision
 * @param mantissaBits with the hidden one: 24 for single, 53 for double precision
 * @param alignmentBits a power of two
 * @param byteOrder the order of its bytes, or empty for the trace's
 */
public record WireFloat(
    int exponentBits, int mantissaBits, int alignmentBits, Optional<ByteOrder> byteOrder)
    implements WireClass {
  /** Checks the numbers. */
  public WireFloat {
    boolean single = exponentBits == 8 && mantissaBits == 24;
    if (!single && (exponentBits != 11 || mantissaBits != 53)) {
      throw new IllegalArgumentException("neither single nor double precision: exponentBits="
          + exponentBits
          + ", mantissaBits="
          + mantissaBits);
    }
    WireStructure.checkAlignment(alignmentBits);
    Objects.requireNonNull(byteOrder);
  }

  /**
   * How large it is.
   *
   * @return 32 or 64
   */
  public int sizeBits() {
    return exponentBits + mantissaBits;
  }
}
