package org.genevent.model;

/**
 * One method a field class, so that a new class cannot be forgotten anywhere.
 *
 * @param <R> what the methods return
 */
public interface FieldClassVisitor<R> {
  /**
   * Visits a class of this kind.
   *
   * @param fieldClass the class
   * @return the result
   */
  R visitInteger(IntegerFieldClass fieldClass);

  /**
   * Visits a class of this kind.
   *
   * @param fieldClass the class
   * @return the result
   */
  R visitFloat(FloatFieldClass fieldClass);

  /**
   * Visits a class of this kind.
   *
   * @param fieldClass the class
   * @return the result
   */
  R visitBoolean(BooleanFieldClass fieldClass);

  /**
   * Visits a class of this kind.
   *
   * @param fieldClass the class
   * @return the result
   */
  R visitEnumeration(EnumerationFieldClass fieldClass);

  /**
   * Visits a class of this kind.
   *
   * @param fieldClass the class
   * @return the result
   */
  R visitString(StringFieldClass fieldClass);

  /**
   * Visits a class of this kind.
   *
   * @param fieldClass the class
   * @return the result
   */
  R visitArray(ArrayFieldClass fieldClass);

  /**
   * Visits a class of this kind.
   *
   * @param fieldClass the class
   * @return the result
   */
  R visitSequence(SequenceFieldClass fieldClass);

  /**
   * Visits a class of this kind.
   *
   * @param fieldClass the class
   * @return the result
   */
  R visitStructure(StructureFieldClass fieldClass);

  /**
   * Visits a class of this kind.
   *
   * @param fieldClass the class
   * @return the result
   */
  R visitUnion(UnionFieldClass fieldClass);

  /**
   * Visits a class of this kind.
   *
   * @param fieldClass the class
   * @return the result
   */
  R visitVariant(VariantFieldClass fieldClass);

  /**
   * Visits a class of this kind.
   *
   * @param fieldClass the class
   * @return the result
   */
  R visitOptional(OptionalFieldClass fieldClass);

  /**
   * Visits a class of this kind.
   *
   * @param fieldClass the class
   * @return the result
   */
  R visitReference(ReferenceFieldClass fieldClass);
}
