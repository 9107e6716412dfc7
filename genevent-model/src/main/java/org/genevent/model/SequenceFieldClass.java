package org.genevent.model;

import java.util.Objects;

/**
 * A number of elements that each event says: a length, then the elements.
 *
 * @param length the class of the length; an integer, or a reference to one
 * @param element the class of each element
 * @param customWrite true for {@code write="custom"}: in C, a hand-written function writes it
 */
public record SequenceFieldClass(FieldClass length, FieldClass element, boolean customWrite)
    implements FieldClass {
  /** Checks that all parts are there. */
  public SequenceFieldClass {
    Objects.requireNonNull(length);
    Objects.requireNonNull(element);
  }

  @Override
  public <R> R accept(FieldClassVisitor<R> visitor) {
    return visitor.visitSequence(this);
  }
}
