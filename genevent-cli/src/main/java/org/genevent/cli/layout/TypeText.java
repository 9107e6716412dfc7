package org.genevent.cli.layout;

import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.FieldClassVisitor;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.IntegerSize;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.ReferenceFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.UnionFieldClass;
import org.genevent.model.VariantFieldClass;

/** Names field classes in the words of the XML dialect. */
final class TypeText implements FieldClassVisitor<String> {

  @Override
  public String visitInteger(IntegerFieldClass fieldClass) {
    String order = fieldClass.network() ? " network" : "";
    if (fieldClass.size() instanceof IntegerSize.Fixed fixed) {
      return (fieldClass.signed() ? "int_fixed " : "uint_fixed ") + fixed.sizeBytes() + order;
    }
    IntegerSize.OfType size = (IntegerSize.OfType) fieldClass.size();
    boolean signed = fieldClass.signed();
    String word = switch (size.type()) {
      case CHAR -> signed ? "char" : "uchar";
      case SHORT -> signed ? "short" : "ushort";
      case INT -> signed ? "int" : "uint";
      case LONG -> signed ? "long" : "ulong";
      case SIZE_T -> "size_t";
      case SSIZE_T -> "ssize_t";
      case OFF_T -> "off_t";
      case POINTER -> "pointer";
    };
    return word + order;
  }

  @Override
  public String visitFloat(FloatFieldClass fieldClass) {
    return "float " + fieldClass.sizeBytes();
  }

  @Override
  public String visitBoolean(BooleanFieldClass fieldClass) {
    return "boolean";
  }

  @Override
  public String visitEnumeration(EnumerationFieldClass fieldClass) {
    return "enum";
  }

  @Override
  public String visitString(StringFieldClass fieldClass) {
    return "string";
  }

  @Override
  public String visitArray(ArrayFieldClass fieldClass) {
    return "array " + fieldClass.length() + " of " + fieldClass.element().accept(this);
  }

  @Override
  public String visitSequence(SequenceFieldClass fieldClass) {
    return "sequence ("
        + fieldClass.length().accept(this)
        + ") of "
        + fieldClass.element().accept(this);
  }

  @Override
  public String visitStructure(StructureFieldClass fieldClass) {
    return "struct";
  }

  @Override
  public String visitUnion(UnionFieldClass fieldClass) {
    return "union";
  }

  @Override
  public String visitVariant(VariantFieldClass fieldClass) {
    return "variant";
  }

  @Override
  public String visitOptional(OptionalFieldClass fieldClass) {
    return "optional " + fieldClass.element().accept(this);
  }

  @Override
  public String visitReference(ReferenceFieldClass fieldClass) {
    return fieldClass.name();
  }
}
