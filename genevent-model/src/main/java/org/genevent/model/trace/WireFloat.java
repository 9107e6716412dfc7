package org.genevent.model.trace;

import java.nio.ByteOrder;
import java.util.Objects;
import java.util.Optional;

/**
 * An IEEE 754 number. Source: CTF 1.8.3, section 4.1.4; CTF2-SPEC-2.0, "Fixed-length floating-point number".
 *
 * @param exponentBits 2 to 11: 5 for half, 8 for single, 11 for double precision
 * @param mantissaBits 2 to 53, with the hidden one: 11 for half, 24 for single, 53 for double precision
 * @param alignmentBits a power of two
 * @param byteOrder the order of its bytes, or empty for the trace's
 * @param reversed whether its bits run against its byte order
 */
public record WireFloat(
    int exponentBits,
    int mantissaBits,
    int alignmentBits,
    Optional<ByteOrder> byteOrder,
    boolean reversed)
    implements WireClass {
  /** Checks the numbers. */
  public WireFloat {
    if (exponentBits < 2 || exponentBits > 11 || mantissaBits < 2 || mantissaBits > 53) {
      throw new IllegalArgumentException("not within double precision: exponentBits="
          + exponentBits
          + ", mantissaBits="
          + mantissaBits);
    }
    WireStructure.checkAlignment(alignmentBits);
    Objects.requireNonNull(byteOrder);
  }

  /**
   * A number whose bits run as its bytes do.
   *
   * @param exponentBits 2 to 11
   * @param mantissaBits 2 to 53
   * @param alignmentBits a power of two
   * @param byteOrder the order of its bytes, or empty for the trace's
   */
  public WireFloat(
      int exponentBits, int mantissaBits, int alignmentBits, Optional<ByteOrder> byteOrder) {
    this(exponentBits, mantissaBits, alignmentBits, byteOrder, false);
  }

  /**
   * How large it is.
   *
   * @return 4 to 64
   */
  public int sizeBits() {
    return exponentBits + mantissaBits;
  }
}
