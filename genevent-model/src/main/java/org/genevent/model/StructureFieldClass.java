package org.genevent.model;

import java.util.List;

/**
 * Members one after the other, without padding behind the last.
 *
 * @param members the members, in source order
 */
public record StructureFieldClass(List<Field> members) implements FieldClass {
  /** Copies the list. */
  public StructureFieldClass {
    members = List.copyOf(members);
  }

  @Override
  public <R> R accept(FieldClassVisitor<R> visitor) {
    return visitor.visitStructure(this);
  }
}
