package org.genevent.emitter.ltt;

import java.util.List;
import org.genevent.abi.CType;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.EnumerationLabel;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.FieldClassVisitor;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.IntegerSize;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.PrintfBase;
import org.genevent.model.ReferenceFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.UnionFieldClass;
import org.genevent.model.VariantFieldClass;

/** Prints the element of one field class, with all that is inside it. */
final class TypePrinter implements FieldClassVisitor<Void> {

  private final EventdefsPrinter printer;
  private final EventdefsText text;
  private final String format;

  /** Lengths are not shown, so no format is for them. */
  private final boolean isLength;

  private TypePrinter(EventdefsPrinter printer, String format, boolean isLength) {
    this.printer = printer;
    this.text = printer.text();
    this.format = format;
    this.isLength = isLength;
  }

  static void print(EventdefsPrinter printer, FieldClass fieldClass, String format) {
    fieldClass.accept(new TypePrinter(printer, format, false));
  }

  private Void leaf(String tag) {
    text.leaf(tag + format);
    return null;
  }

  @Override
  public Void visitInteger(IntegerFieldClass fieldClass) {
    String tag = "";
    if (fieldClass.size() instanceof IntegerSize.Fixed fixed) {
      String size = Integer.toString(fixed.sizeBytes());
      tag = (fieldClass.signed() ? "int_fixed" : "uint_fixed")
          + EventdefsText.attribute("size", size);
    } else if (fieldClass.size() instanceof IntegerSize.OfType ofType) {
      tag = word(ofType.type(), fieldClass.signed());
    }
    if (fieldClass.network()) {
      tag += EventdefsText.attribute("byte_order", "network");
    }
    if (format.isEmpty() && printer.printsFormats() && !isLength) {
      tag += PrintfBase.format(fieldClass)
          .map(base -> EventdefsText.attribute("format", base))
          .orElse("");
    }
    return leaf(tag);
  }

  private static String word(CType type, boolean signed) {
    return switch (type) {
      case CHAR -> signed ? "char" : "uchar";
      case SHORT -> signed ? "short" : "ushort";
      case INT -> signed ? "int" : "uint";
      case LONG -> signed ? "long" : "ulong";
      case SIZE_T -> "size_t";
      case SSIZE_T -> "ssize_t";
      case OFF_T -> "off_t";
      case POINTER -> "pointer";
    };
  }

  @Override
  public Void visitFloat(FloatFieldClass fieldClass) {
    String size = Integer.toString(fieldClass.sizeBytes());
    return leaf("float" + EventdefsText.attribute("size", size));
  }

  @Override
  public Void visitString(StringFieldClass fieldClass) {
    return leaf("string");
  }

  @Override
  public Void visitReference(ReferenceFieldClass fieldClass) {
    return leaf("typeref" + EventdefsText.attribute("name", fieldClass.name()));
  }

  @Override
  public Void visitEnumeration(EnumerationFieldClass fieldClass) {
    text.open("enum" + format);
    for (EnumerationLabel label : fieldClass.labels()) {
      String value = Long.toString(label.firstValue());
      text.leaf("label"
          + EventdefsText.attribute("name", label.name())
          + EventdefsText.attribute("value", value));
      printer.describe(label.description());
    }
    text.close("enum");
    return null;
  }

  @Override
  public Void visitArray(ArrayFieldClass fieldClass) {
    String size = Integer.toString(fieldClass.length());
    text.open("array" + EventdefsText.attribute("size", size) + format);
    print(printer, fieldClass.element(), "");
    text.close("array");
    return null;
  }

  @Override
  public Void visitSequence(SequenceFieldClass fieldClass) {
    String write = fieldClass.customWrite() ? EventdefsText.attribute("write", "custom") : "";
    text.open("sequence" + write + format);
    fieldClass.length().accept(new TypePrinter(printer, "", true));
    print(printer, fieldClass.element(), "");
    text.close("sequence");
    return null;
  }

  @Override
  public Void visitStructure(StructureFieldClass fieldClass) {
    return members("struct", fieldClass.members());
  }

  @Override
  public Void visitUnion(UnionFieldClass fieldClass) {
    return members("union", fieldClass.members());
  }

  private Void members(String word, List<Field> members) {
    text.open(word + format);
    printer.fields(members);
    text.close(word);
    return null;
  }

  @Override
  public Void visitBoolean(BooleanFieldClass fieldClass) {
    throw refused("boolean");
  }

  @Override
  public Void visitVariant(VariantFieldClass fieldClass) {
    throw refused("variant");
  }

  @Override
  public Void visitOptional(OptionalFieldClass fieldClass) {
    throw refused("optional value");
  }

  private static IllegalArgumentException refused(String what) {
    return new IllegalArgumentException("LTT has no " + what + "; the checks find that");
  }
}
