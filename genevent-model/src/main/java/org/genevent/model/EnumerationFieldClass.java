package org.genevent.model;

import java.util.List;

/**
 * An integer with names for some of its values; always as large as the target's {@code int}, and signed.
 *
 * @param labels the names, in source order
 */
public record EnumerationFieldClass(List<EnumerationLabel> labels) implements FieldClass {
  /** Copies the list. */
  public EnumerationFieldClass {
    labels = List.copyOf(labels);
  }

  @Override
  public <R> R accept(FieldClassVisitor<R> visitor) {
    return visitor.visitEnumeration(this);
  }
}
