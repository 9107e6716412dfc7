package org.genevent.model.trace;

import java.nio.ByteOrder;
import java.util.Objects;
import java.util.Optional;

/**
 * Bits without a meaning that the metadata knows. Source: CTF2-SPEC-2.0, "Fixed-length bit array".
 *
 * @param sizeBits 1 to 64
 * @param alignmentBits a power of two
 * @param byteOrder the order of its bytes, or empty for the trace's
 * @param reversed whether its bits run against its byte order
 */
public record WireBitArray(
    int sizeBits, int alignmentBits, Optional<ByteOrder> byteOrder, boolean reversed)
    implements WireClass {
  /** Checks the numbers. */
  public WireBitArray {
    WireStructure.checkSize(sizeBits);
    WireStructure.checkAlignment(alignmentBits);
    Objects.requireNonNull(byteOrder);
  }
}
