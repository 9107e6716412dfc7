package org.genevent.model;

import java.util.Objects;

/**
 * A value that may be absent: a byte that is 0 or 1, then the value if it is 1.
 *
 * @param element the class of the value
 */
public record OptionalFieldClass(FieldClass element) implements FieldClass {
  /** Checks that the element is there. */
  public OptionalFieldClass {
    Objects.requireNonNull(element);
  }

  /**
   * The class of the byte in front of the value.
   *
   * @return an unsigned integer of one byte
   */
  public IntegerFieldClass tag() {
    return IntegerFieldClass.fixed(1, false);
  }

  @Override
  public <R> R accept(FieldClassVisitor<R> visitor) {
    return visitor.visitOptional(this);
  }
}
