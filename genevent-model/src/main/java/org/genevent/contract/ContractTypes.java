package org.genevent.contract;

import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.FieldClassVisitor;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.ReferenceFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.UnionFieldClass;
import org.genevent.model.VariantFieldClass;

/**
 * Declared classes as contracts have them: names of types are resolved, and sizes of C are those that somebody tells. Immutable.
 */
public final class ContractTypes implements FieldClassVisitor<ContractType> {

  private final ToIntFunction<FieldClass> scalarBytes;
  private final ToIntFunction<UnionFieldClass> unionBytes;

  /**
   * Makes classes for a target.
   *
   * @param scalarBytes tells the size of an integer, an enumeration or a floating point number, in bytes
   * @param unionBytes tells the size of a union, in bytes; 0 where it is not known
   */
  public ContractTypes(
      ToIntFunction<FieldClass> scalarBytes, ToIntFunction<UnionFieldClass> unionBytes) {
    this.scalarBytes = Objects.requireNonNull(scalarBytes);
    this.unionBytes = Objects.requireNonNull(unionBytes);
  }

  /**
   * Fields, without offsets.
   *
   * @param fields as they were declared
   * @return the same, in the same order
   */
  public List<ContractField> fields(List<Field> fields) {
    return fields.stream()
        .map(field -> ContractField.anywhere(field.name(), field.fieldClass().accept(this)))
        .toList();
  }

  private int bits(FieldClass fieldClass) {
    return scalarBytes.applyAsInt(fieldClass) * Byte.SIZE;
  }

  @Override
  public ContractType visitInteger(IntegerFieldClass fieldClass) {
    return new ContractType.Number(bits(fieldClass), fieldClass.signed(), fieldClass.network());
  }

  @Override
  public ContractType visitFloat(FloatFieldClass fieldClass) {
    return new ContractType.Floating(bits(fieldClass));
  }

  @Override
  public ContractType visitBoolean(BooleanFieldClass fieldClass) {
    return new ContractType.Truth();
  }

  @Override
  public ContractType visitEnumeration(EnumerationFieldClass fieldClass) {
    return new ContractType.Enumeration(
        new ContractType.Number(bits(fieldClass), true, false),
        fieldClass.labels().stream()
            .map(label ->
                new ContractType.Label(label.name(), label.firstValue(), label.lastValue()))
            .toList());
  }

  @Override
  public ContractType visitString(StringFieldClass fieldClass) {
    return new ContractType.Text();
  }

  @Override
  public ContractType visitArray(ArrayFieldClass fieldClass) {
    return new ContractType.FixedList(fieldClass.length(), fieldClass.element().accept(this));
  }

  @Override
  public ContractType visitSequence(SequenceFieldClass fieldClass) {
    return new ContractType.VaryingList(
        bits(fieldClass.length().resolved()), fieldClass.element().accept(this));
  }

  @Override
  public ContractType visitStructure(StructureFieldClass fieldClass) {
    return new ContractType.Structure(fields(fieldClass.members()));
  }

  @Override
  public ContractType visitUnion(UnionFieldClass fieldClass) {
    return new ContractType.Union(unionBytes.applyAsInt(fieldClass), fields(fieldClass.members()));
  }

  @Override
  public ContractType visitVariant(VariantFieldClass fieldClass) {
    return new ContractType.Variant(fields(fieldClass.options()));
  }

  @Override
  public ContractType visitOptional(OptionalFieldClass fieldClass) {
    return new ContractType.Maybe(fieldClass.element().accept(this));
  }

  @Override
  public ContractType visitReference(ReferenceFieldClass fieldClass) {
    return fieldClass.target().accept(this);
  }
}
