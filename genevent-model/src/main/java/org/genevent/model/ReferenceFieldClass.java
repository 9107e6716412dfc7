package org.genevent.model;

import java.util.Objects;

/**
 * The class of a named type.
 *
 * @param name the type's name
 * @param target the type's class
 */
public record ReferenceFieldClass(String name, FieldClass target) implements FieldClass {
  /** Checks that both parts are there. */
  public ReferenceFieldClass {
    Objects.requireNonNull(name);
    Objects.requireNonNull(target);
  }

  @Override
  public FieldClass resolved() {
    return target.resolved();
  }

  @Override
  public <R> R accept(FieldClassVisitor<R> visitor) {
    return visitor.visitReference(this);
  }
}
