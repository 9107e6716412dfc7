package org.genevent.model;

/**
 * An IEEE 754 number in native byte order.
 *
 * @param sizeBytes 4 for single, 8 for double precision
 */
public record FloatFieldClass(int sizeBytes) implements FieldClass {
  /** Checks the size. */
  public FloatFieldClass {
    if (sizeBytes != 4 && sizeBytes != 8) {
      throw new IllegalArgumentException("a float has 4 or 8 bytes: sizeBytes=" + sizeBytes);
    }
  }

  @Override
  public <R> R accept(FieldClassVisitor<R> visitor) {
    return visitor.visitFloat(this);
  }
}
