package org.genevent.model;

import java.util.List;

/**
 * Members that share their bytes, without a tag that says which one counts; a notion of LTT and C only.
 *
 * @param members the members, in source order
 */
public record UnionFieldClass(List<Field> members) implements FieldClass {
  /** Copies the list. */
  public UnionFieldClass {
    members = List.copyOf(members);
  }

  @Override
  public <R> R accept(FieldClassVisitor<R> visitor) {
    return visitor.visitUnion(this);
  }
}
