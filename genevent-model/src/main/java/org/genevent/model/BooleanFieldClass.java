package org.genevent.model;

/** A truth value: one byte, 0 for false and 1 for true. */
public record BooleanFieldClass() implements FieldClass {
  /** The size in the trace. */
  public static final int SIZE_BYTES = 1;

  @Override
  public <R> R accept(FieldClassVisitor<R> visitor) {
    return visitor.visitBoolean(this);
  }
}
