package org.genevent.model.trace;

import java.nio.ByteOrder;
import java.util.Objects;
import java.util.Optional;
import org.genevent.model.DisplayBase;

/**
 * An integer of any number of bits. Source: CTF 1.8.3, section 4.1.2.
 *
 * @param sizeBits 1 to 64
 * @param alignmentBits a power of two
 * @param signed whether it is a two's complement number
 * @param byteOrder the order of its bytes, or empty for the trace's
 * @param base how viewers show it
 * @param encoding the characters that arrays and sequences of it stand for
 * @param clock the name of the clock whose value it updates, if any
 */
public record WireInteger(
    int sizeBits,
    int alignmentBits,
    boolean signed,
    Optional<ByteOrder> byteOrder,
    DisplayBase base,
    WireEncoding encoding,
    Optional<String> clock)
    implements WireClass {
  /** Checks the numbers. */
  public WireInteger {
    if (sizeBits < 1 || sizeBits > 64) {
      throw new IllegalArgumentException("an integer has 1 to 64 bits: sizeBits=" + sizeBits);
    }
    WireStructure.checkAlignment(alignmentBits);
    Objects.requireNonNull(byteOrder);
    Objects.requireNonNull(base);
    Objects.requireNonNull(encoding);
    Objects.requireNonNull(clock);
  }

  /**
   * An unsigned decimal number in the trace's byte order.
   *
   * @param sizeBits 1 to 64
   * @param alignmentBits a power of two
   * @return the class
   */
  public static WireInteger unsigned(int sizeBits, int alignmentBits) {
    return new WireInteger(
        sizeBits,
        alignmentBits,
        false,
        Optional.empty(),
        DisplayBase.DECIMAL,
        WireEncoding.NONE,
        Optional.empty());
  }

  /**
   * The same integer as the value of a clock.
   *
   * @param clockName the clock's name
   * @return a new class
   */
  public WireInteger withClock(String clockName) {
    return new WireInteger(
        sizeBits, alignmentBits, signed, byteOrder, base, encoding, Optional.of(clockName));
  }

  /**
   * The same integer as a part of a text.
   *
   * @param newEncoding the characters
   * @return a new class
   */
  public WireInteger withEncoding(WireEncoding newEncoding) {
    return new WireInteger(sizeBits, alignmentBits, signed, byteOrder, base, newEncoding, clock);
  }
}
