package org.genevent.model.trace;

import java.nio.ByteOrder;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.genevent.model.DisplayBase;

/**
 * An integer of any number of bits. Source: CTF 1.8.3, section 4.1.2; CTF2-SPEC-2.0, "Fixed-length integer".
 *
 * @param sizeBits 1 to 64
 * @param alignmentBits a power of two
 * @param signed whether it is a two's complement number
 * @param byteOrder the order of its bytes, or empty for the trace's
 * @param base how viewers show it
 * @param encoding the characters that arrays and sequences of it stand for
 * @param clock the name of the clock whose value it updates, if any
 * @param reversed whether its bits run against its byte order: the first bit is the most significant of a little-endian one
 * @param roles the parts that it has in the structure of packets and events
 */
public record WireInteger(
    int sizeBits,
    int alignmentBits,
    boolean signed,
    Optional<ByteOrder> byteOrder,
    DisplayBase base,
    WireEncoding encoding,
    Optional<String> clock,
    boolean reversed,
    Set<FieldRole> roles)
    implements WireNumber {
  /** Checks the numbers. */
  public WireInteger {
    WireStructure.checkSize(sizeBits);
    WireStructure.checkAlignment(alignmentBits);
    Objects.requireNonNull(byteOrder);
    Objects.requireNonNull(base);
    Objects.requireNonNull(encoding);
    Objects.requireNonNull(clock);
    roles = Set.copyOf(roles);
  }

  /**
   * An integer without roles whose bits run as its bytes do.
   *
   * @param sizeBits 1 to 64
   * @param alignmentBits a power of two
   * @param signed whether it is a two's complement number
   * @param byteOrder the order of its bytes, or empty for the trace's
   * @param base how viewers show it
   * @param encoding the characters that arrays and sequences of it stand for
   * @param clock the name of the clock whose value it updates, if any
   */
  public WireInteger(
      int sizeBits,
      int alignmentBits,
      boolean signed,
      Optional<ByteOrder> byteOrder,
      DisplayBase base,
      WireEncoding encoding,
      Optional<String> clock) {
    this(sizeBits, alignmentBits, signed, byteOrder, base, encoding, clock, false, Set.of());
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
        sizeBits,
        alignmentBits,
        signed,
        byteOrder,
        base,
        encoding,
        Optional.of(clockName),
        reversed,
        roles);
  }

  /**
   * The same integer as a part of a text.
   *
   * @param newEncoding the characters
   * @return a new class
   */
  public WireInteger withEncoding(WireEncoding newEncoding) {
    return new WireInteger(
        sizeBits, alignmentBits, signed, byteOrder, base, newEncoding, clock, reversed, roles);
  }

  /**
   * The same integer with parts in the structure of packets and events.
   *
   * @param newRoles the roles
   * @return a new class
   */
  public WireInteger withRoles(Set<FieldRole> newRoles) {
    return new WireInteger(
        sizeBits, alignmentBits, signed, byteOrder, base, encoding, clock, reversed, newRoles);
  }
}
