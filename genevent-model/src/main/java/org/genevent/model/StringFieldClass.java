package org.genevent.model;

/** Text in UTF-8 that ends with one zero byte. */
public record StringFieldClass() implements FieldClass {

  @Override
  public <R> R accept(FieldClassVisitor<R> visitor) {
    return visitor.visitString(this);
  }
}
