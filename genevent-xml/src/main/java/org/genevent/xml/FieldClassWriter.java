package org.genevent.xml;

import java.util.List;
import java.util.Optional;
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
import org.genevent.model.ReferenceFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.UnionFieldClass;
import org.genevent.model.VariantFieldClass;

/** Writes the element of one field class, with all that is inside it. */
final class FieldClassWriter implements FieldClassVisitor<Void> {

  private final XmlText text;
  private final String format;

  private FieldClassWriter(XmlText text, Optional<String> format) {
    this.text = text;
    this.format = format.map(value -> XmlText.attribute("format", value)).orElse("");
  }

  /** A class that is no field's own. */
  static void write(XmlText text, FieldClass fieldClass) {
    fieldClass.accept(new FieldClassWriter(text, Optional.empty()));
  }

  /** Fields of an event, a structure and the like; {@code element} is their element's name. */
  static void fields(XmlText text, String element, List<Field> fields) {
    for (Field field : fields) {
      text.commentsBefore(field.origin());
      FieldClassWriter classWriter = new FieldClassWriter(text, field.format());
      String tag = element + XmlText.attribute("name", field.name());
      Optional<String> leaf = classWriter.leaf(field.fieldClass());
      if (leaf.isPresent() && field.description().isEmpty()) {
        text.line("<" + tag + "><" + leaf.get() + "/></" + element + ">");
      } else {
        text.open(tag);
        text.description(field.description());
        field.fieldClass().accept(classWriter);
        text.close(element);
      }
    }
  }

  /** The tag of a class that has nothing inside, or empty. */
  private Optional<String> leaf(FieldClass fieldClass) {
    if (fieldClass instanceof IntegerFieldClass integer) {
      return Optional.of(integer(integer) + format);
    }
    if (fieldClass instanceof FloatFieldClass number) {
      return Optional.of(
          "float" + XmlText.attribute("size", Integer.toString(number.sizeBytes())) + format);
    }
    if (fieldClass instanceof BooleanFieldClass) {
      return Optional.of("boolean" + format);
    }
    if (fieldClass instanceof StringFieldClass) {
      return Optional.of("string" + format);
    }
    if (fieldClass instanceof ReferenceFieldClass reference) {
      return Optional.of("typeref" + XmlText.attribute("name", reference.name()) + format);
    }
    return Optional.empty();
  }

  private static String integer(IntegerFieldClass integer) {
    StringBuilder tag = new StringBuilder();
    if (integer.size() instanceof IntegerSize.Fixed fixed) {
      tag.append(integer.signed() ? "int_fixed" : "uint_fixed");
      tag.append(XmlText.attribute("size", Integer.toString(fixed.sizeBytes())));
    } else if (integer.size() instanceof IntegerSize.OfType ofType) {
      IntegerElement element = IntegerElement.of(ofType.type(), integer.signed());
      if (element == null) {
        throw new IllegalArgumentException(
            "C has no " + (integer.signed() ? "signed " : "unsigned ") + ofType.type());
      }
      tag.append(element.word());
    }
    if (integer.network()) {
      tag.append(XmlText.attribute("byte_order", "network"));
    }
    if (integer.base() != IntegerElement.defaultBase(integer.size())) {
      tag.append(XmlText.attribute("base", integer.base().word()));
    }
    return tag.toString();
  }

  private Void leafLine(FieldClass fieldClass) {
    text.line("<" + leaf(fieldClass).orElseThrow() + "/>");
    return null;
  }

  @Override
  public Void visitInteger(IntegerFieldClass fieldClass) {
    return leafLine(fieldClass);
  }

  @Override
  public Void visitFloat(FloatFieldClass fieldClass) {
    return leafLine(fieldClass);
  }

  @Override
  public Void visitBoolean(BooleanFieldClass fieldClass) {
    return leafLine(fieldClass);
  }

  @Override
  public Void visitString(StringFieldClass fieldClass) {
    return leafLine(fieldClass);
  }

  @Override
  public Void visitReference(ReferenceFieldClass fieldClass) {
    return leafLine(fieldClass);
  }

  @Override
  public Void visitEnumeration(EnumerationFieldClass fieldClass) {
    text.open("enum" + format);
    for (EnumerationLabel label : fieldClass.labels()) {
      String value = label.isRange()
          ? label.firstValue() + ".." + label.lastValue()
          : Long.toString(label.firstValue());
      text.commentsBefore(label.origin());
      text.line("<label" + XmlText.attribute("name", label.name())
          + XmlText.attribute("value", value) + "/>");
      text.description(label.description());
    }
    text.close("enum");
    return null;
  }

  @Override
  public Void visitArray(ArrayFieldClass fieldClass) {
    text.open("array" + XmlText.attribute("size", Integer.toString(fieldClass.length())) + format);
    write(text, fieldClass.element());
    text.close("array");
    return null;
  }

  @Override
  public Void visitSequence(SequenceFieldClass fieldClass) {
    String write = fieldClass.customWrite() ? XmlText.attribute("write", "custom") : "";
    text.open("sequence" + write + format);
    write(text, fieldClass.length());
    write(text, fieldClass.element());
    text.close("sequence");
    return null;
  }

  @Override
  public Void visitStructure(StructureFieldClass fieldClass) {
    return members("struct", "field", fieldClass.members());
  }

  @Override
  public Void visitUnion(UnionFieldClass fieldClass) {
    return members("union", "field", fieldClass.members());
  }

  @Override
  public Void visitVariant(VariantFieldClass fieldClass) {
    return members("variant", "option", fieldClass.options());
  }

  private Void members(String element, String member, List<Field> members) {
    text.open(element + format);
    fields(text, member, members);
    text.close(element);
    return null;
  }

  @Override
  public Void visitOptional(OptionalFieldClass fieldClass) {
    text.open("optional" + format);
    write(text, fieldClass.element());
    text.close("optional");
    return null;
  }
}
