package org.genevent.model;

/** The class of a field's values, as declared; what is left to the target stays symbolic. */
public sealed interface FieldClass
    permits IntegerFieldClass,
        FloatFieldClass,
        BooleanFieldClass,
        EnumerationFieldClass,
        StringFieldClass,
        ArrayFieldClass,
        SequenceFieldClass,
        StructureFieldClass,
        UnionFieldClass,
        VariantFieldClass,
        OptionalFieldClass,
        ReferenceFieldClass {

  /**
   * Calls the method of the visitor that fits this class.
   *
   * @param visitor the visitor
   * @param <R> what the visitor returns
   * @return what the visitor's method returned
   */
  <R> R accept(FieldClassVisitor<R> visitor);

  /**
   * The class itself, or what a reference finally refers to.
   *
   * @return never a {@link ReferenceFieldClass}
   */
  default FieldClass resolved() {
    return this;
  }
}
