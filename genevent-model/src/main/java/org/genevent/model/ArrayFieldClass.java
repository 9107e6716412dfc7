package org.genevent.model;

import java.util.Objects;

/**
 * A number of elements that the declaration fixes.
 *
 * @param length how many elements
 * @param element the class of each
 */
public record ArrayFieldClass(int length, FieldClass element) implements FieldClass {
  /** Checks that the element is there. */
  public ArrayFieldClass {
    Objects.requireNonNull(element);
  }

  @Override
  public <R> R accept(FieldClassVisitor<R> visitor) {
    return visitor.visitArray(this);
  }
}
