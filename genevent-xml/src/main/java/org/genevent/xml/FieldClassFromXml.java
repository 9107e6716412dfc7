package org.genevent.xml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.genevent.check.Limits;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Origin;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.DisplayBase;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.EnumerationLabel;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
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

/** Makes field classes of the elements that are types. */
final class FieldClassFromXml {

  private static final Map<String, Boolean> NETWORK = Map.of("network", true);
  private static final Map<String, Boolean> CUSTOM = Map.of("custom", true);
  private static final Map<String, DisplayBase> BASES = Arrays.stream(DisplayBase.values())
      .collect(Collectors.toUnmodifiableMap(DisplayBase::word, base -> base));

  private final Reading reading;
  private final TypeTable types = new TypeTable();
  private FieldsFromXml members;
  private XmlElement firstIgnoredSize;
  private int ignoredSizes;

  FieldClassFromXml(Reading reading) {
    this.reading = reading;
  }

  /**
   * A type as it was read.
   *
   * @param fieldClass the class
   * @param format the format for viewers: its own, or else that of its elements or of the type that it refers to
   * @param origin where it stands
   * @param offset where its element begins, or -1 if there is none
   */
  record Typed(FieldClass fieldClass, Optional<String> format, Origin origin, int offset) {

    /** Stands where a type cannot be made out; nothing more is found wrong with it. */
    static final Typed BROKEN =
        new Typed(IntegerFieldClass.fixed(4, false), Optional.empty(), Origin.NONE, -1);

    boolean isBroken() {
      return offset < 0;
    }

    Typed withClass(FieldClass other) {
      return new Typed(other, format, origin, offset);
    }

    Typed at(Origin otherOrigin, int otherOffset) {
      return new Typed(fieldClass, format, otherOrigin, otherOffset);
    }
  }

  TypeTable types() {
    return types;
  }

  /** Names who reads members, which have types themselves. */
  void membersBy(FieldsFromXml reader) {
    members = reader;
  }

  /** The types inside an element that has so many of them; fewer where there are not enough, which is reported. */
  List<Typed> inside(XmlElement parent, int wanted) {
    List<Typed> found = new ArrayList<>(wanted);
    boolean unknown = false;
    for (XmlElement child : parent.children()) {
      if (!Words.isType(child.name())) {
        unknown = true;
        notType(child, parent);
      } else if (found.size() < wanted) {
        found.add(read(child));
      } else {
        reading.report(
            DiagnosticCode.XML_CONTENT,
            child.offset(),
            "<" + parent.name() + "> has one type too many, <" + child.name() + ">",
            content(parent.name()),
            parent.name().equals("sequence")
                ? "leave it out"
                : "leave it out, or make a <struct> of several fields");
      }
    }
    if (found.size() < wanted && !unknown) {
      reading.report(
          DiagnosticCode.XML_CONTENT,
          parent.offset(),
          "<" + parent.name() + "> has " + (found.isEmpty() ? "no type" : "only one type")
              + " inside",
          content(parent.name()),
          parent.name().equals("sequence")
              ? "write the type of the length first, for example <uint_fixed size=\"4\"/>"
              : "write one, for example <uint_fixed size=\"4\"/>");
    }
    return found;
  }

  private static String content(String parent) {
    return parent.equals("sequence")
        ? "a sequence has two types: that of its length, then that of its elements"
        : "there is one type inside <" + parent + ">";
  }

  private void notType(XmlElement child, XmlElement parent) {
    if (child.name().equals("description")) {
      reading.report(
          DiagnosticCode.XML_DESCRIPTION,
          child.offset(),
          "<" + parent.name() + "> has no description",
          "facilities, events, fields, options and labels have descriptions",
          "describe the fields of this type, or write a comment: <!-- … -->");
    } else {
      boolean member = parent.name().equals("field") || parent.name().equals("option");
      reading.unknownElement(child, parent, member ? Words.IN_FIELD : Words.TYPES);
    }
  }

  private Typed read(XmlElement element) {
    return switch (element.name()) {
      case "int_fixed" -> fixed(element, true);
      case "uint_fixed" -> fixed(element, false);
      case "float" -> floating(element);
      case "boolean" -> leaf(element, new BooleanFieldClass());
      case "string" -> leaf(element, new StringFieldClass());
      case "enum" -> enumeration(element);
      case "array" -> array(element);
      case "sequence" -> sequence(element);
      case "struct" -> structure(element, "field", StructureFieldClass::new);
      case "union" -> structure(element, "field", UnionFieldClass::new);
      case "variant" -> structure(element, "option", VariantFieldClass::new);
      case "optional" -> optional(element);
      case "typeref" -> reference(element);
      default -> ofType(element, IntegerElement.named(element.name()));
    };
  }

  private static Typed typed(XmlElement element, Attributes attributes, FieldClass fieldClass) {
    return new Typed(fieldClass, attributes.text("format"), attributes.origin(), element.offset());
  }

  private Typed leaf(XmlElement element, FieldClass fieldClass) {
    Attributes attributes = new Attributes(reading, element, List.of("format"));
    reading.noContent(element);
    return typed(element, attributes, fieldClass);
  }

  private Typed fixed(XmlElement element, boolean signed) {
    Attributes attributes =
        new Attributes(reading, element, List.of("size", "byte_order", "base", "format"));
    reading.noContent(element);
    int sizeBytes = size(attributes, "size=\"4\"", List.of(1, 2, 4, 8)).orElse(4);
    return integer(element, attributes, new IntegerSize.Fixed(sizeBytes), signed);
  }

  private Typed ofType(XmlElement element, IntegerElement integer) {
    Attributes attributes =
        new Attributes(reading, element, List.of("size", "byte_order", "base", "format"));
    reading.noContent(element);
    if (attributes.text("size").isPresent()) {
      ignoredSizes++;
      firstIgnoredSize = firstIgnoredSize == null ? element : firstIgnoredSize;
    }
    return integer(element, attributes, new IntegerSize.OfType(integer.type()), integer.signed());
  }

  private Typed integer(
      XmlElement element, Attributes attributes, IntegerSize size, boolean signed) {
    boolean network = attributes.word("byte_order", NETWORK).orElse(false);
    DisplayBase base = attributes.word("base", BASES).orElse(IntegerElement.defaultBase(size));
    return typed(element, attributes, new IntegerFieldClass(size, signed, network, base));
  }

  private Typed floating(XmlElement element) {
    Attributes attributes = new Attributes(reading, element, List.of("size", "format"));
    reading.noContent(element);
    int sizeBytes = size(attributes, "size=\"8\"", List.of(4, 8)).orElse(8);
    return typed(element, attributes, new FloatFieldClass(sizeBytes));
  }

  private static OptionalInt size(Attributes attributes, String example, List<Integer> sizes) {
    if (attributes.required("size", example).isEmpty()) {
      return OptionalInt.empty();
    }
    String rule = "sizes: " + sizes.stream().map(String::valueOf).collect(Collectors.joining(", "));
    OptionalInt size = attributes.size("size", rule);
    if (size.isPresent() && !sizes.contains(size.getAsInt())) {
      attributes.wrong("size", rule, "");
      return OptionalInt.empty();
    }
    return size;
  }

  private Typed enumeration(XmlElement element) {
    Attributes attributes = new Attributes(reading, element, List.of("format"));
    reading.noText(element);
    List<EnumerationLabel> labels = LabelsFromXml.labels(reading, element);
    return labels.isEmpty() && hasContent(element)
        ? Typed.BROKEN
        : typed(element, attributes, new EnumerationFieldClass(labels));
  }

  private Typed array(XmlElement element) {
    Attributes attributes = new Attributes(reading, element, List.of("size", "format"));
    reading.noText(element);
    OptionalInt length =
        attributes.required("size", "size=\"4\" for four elements").isEmpty()
            ? OptionalInt.empty()
            : attributes.size(
                "size",
                "an array has from 1 to " + Limits.ARRAY_ELEMENTS
                    + " elements; the number is decimal, or octal after a 0");
    List<Typed> inside = inside(element, 1);
    if (inside.isEmpty()) {
      return typed(element, attributes, new ArrayFieldClass(1, Typed.BROKEN.fieldClass()));
    }
    Typed inner = inside.get(0);
    return around(
        element, attributes, inner, new ArrayFieldClass(length.orElse(1), inner.fieldClass()));
  }

  private Typed sequence(XmlElement element) {
    Attributes attributes = new Attributes(reading, element, List.of("write", "format"));
    reading.noText(element);
    boolean custom = attributes.word("write", CUSTOM).orElse(false);
    List<Typed> inside = inside(element, 2);
    if (inside.size() < 2) {
      FieldClass broken = Typed.BROKEN.fieldClass();
      return typed(element, attributes, new SequenceFieldClass(broken, broken, custom));
    }
    Typed length = inside.get(0);
    Typed inner = inside.get(1);
    if (length.format().isPresent()) {
      reading.report(
          DiagnosticCode.XML_OLD_MEANING,
          length.offset(),
          "the format of a sequence's length counts for nothing",
          "viewers show the elements, not their number",
          "leave it out");
    }
    Typed whole = around(
        element,
        attributes,
        inner,
        new SequenceFieldClass(length.fieldClass(), inner.fieldClass(), custom));
    return whole.at(whole.origin().with(Origin.LENGTH, length.origin()), whole.offset());
  }

  private Typed optional(XmlElement element) {
    Attributes attributes = new Attributes(reading, element, List.of("format"));
    reading.noText(element);
    List<Typed> inside = inside(element, 1);
    Typed inner = inside.isEmpty() ? Typed.BROKEN : inside.get(0);
    return around(element, attributes, inner, new OptionalFieldClass(inner.fieldClass()));
  }

  /** A type around another one, whose format counts if it has none of its own. */
  private static Typed around(
      XmlElement element, Attributes attributes, Typed inner, FieldClass fieldClass) {
    return new Typed(
        fieldClass,
        attributes.text("format").or(inner::format),
        attributes.origin().with(Origin.ELEMENT, inner.origin()),
        element.offset());
  }

  private Typed structure(XmlElement element, String word, Function<List<Field>, FieldClass> make) {
    Attributes attributes = new Attributes(reading, element, List.of("format"));
    reading.noText(element);
    List<Field> fields = members.fields(element, element.children(), word);
    return fields.isEmpty() && hasContent(element)
        ? Typed.BROKEN
        : typed(element, attributes, make.apply(fields));
  }

  /** Whether there is something inside: where nothing of it was usable, that was said already. */
  private static boolean hasContent(XmlElement element) {
    return !element.children().isEmpty() || element.textOffset() != StartTag.NO_TEXT;
  }

  private Typed reference(XmlElement element) {
    Attributes attributes = new Attributes(reading, element, List.of("name", "format"));
    reading.noContent(element);
    Optional<String> name = attributes.required("name", "name=\"…\" with the name of a type");
    if (name.isEmpty()) {
      return Typed.BROKEN;
    }
    int nameOffset = attributes.offset("name");
    Optional<Typed> target = types.find(name.get(), nameOffset, reading);
    if (target.isEmpty() || target.get().isBroken()) {
      return Typed.BROKEN;
    }
    return new Typed(
        new ReferenceFieldClass(name.get(), target.get().fieldClass()),
        attributes.text("format").or(target.get()::format),
        attributes.origin(),
        element.offset());
  }

  /** Says once a file that sizes were ignored. */
  void reportIgnored() {
    if (ignoredSizes == 0) {
      return;
    }
    String word = firstIgnoredSize.name();
    XmlElement.Attribute size = firstIgnoredSize.attribute("size").orElseThrow();
    String others = ignoredSizes == 1 ? "" : "; " + (ignoredSizes - 1) + " more in this file";
    reading.report(
        DiagnosticCode.XML_OLD_MEANING,
        size.offset(),
        "the size of <" + word + "> counts for nothing" + others,
        "<" + word
            + "> is as large as the type in C, whatever its size says; the original read it so, too",
        "leave it out; <uint_fixed size=\"4\"/> has 4 bytes everywhere, but changes the checksum");
  }
}
