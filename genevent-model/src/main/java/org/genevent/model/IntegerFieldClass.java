package org.genevent.model;

import java.util.Objects;
import org.genevent.abi.CType;

/**
 * An integer.
 *
 * @param size how large it is
 * @param signed whether it is a two's complement number
 * @param network true for big-endian on every target
 * @param base how viewers show it
 */
public record IntegerFieldClass(IntegerSize size, boolean signed, boolean network, DisplayBase base)
    implements FieldClass {
  /** Checks that all parts are there. */
  public IntegerFieldClass {
    Objects.requireNonNull(size);
    Objects.requireNonNull(base);
  }

  /**
   * An integer of the same size everywhere, in native byte order, shown in decimal.
   *
   * @param sizeBytes 1, 2, 4 or 8
   * @param signed whether it is signed
   * @return the class
   */
  public static IntegerFieldClass fixed(int sizeBytes, boolean signed) {
    return new IntegerFieldClass(
        new IntegerSize.Fixed(sizeBytes), signed, false, DisplayBase.DECIMAL);
  }

  /**
   * An integer as large as a type of C, in native byte order; a pointer is shown in hexadecimal, others in decimal.
   *
   * @param type the C type
   * @param signed whether it is signed
   * @return the class
   */
  public static IntegerFieldClass ofType(CType type, boolean signed) {
    DisplayBase base = type == CType.POINTER ? DisplayBase.HEXADECIMAL : DisplayBase.DECIMAL;
    return new IntegerFieldClass(new IntegerSize.OfType(type), signed, false, base);
  }

  @Override
  public <R> R accept(FieldClassVisitor<R> visitor) {
    return visitor.visitInteger(this);
  }
}
