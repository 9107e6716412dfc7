package org.genevent.processor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.genevent.binding.JavaType;
import org.genevent.binding.JavaType.Maybe.Form;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.DisplayBase;
import org.genevent.model.FieldClass;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.IntegerSize;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;

/** Maps the types of parameters and record components; one mapper serves a whole facility. */
final class TypeMapper {

  /** Sequences from Java have a length of 32 bits, as arrays have. */
  private static final IntegerFieldClass SEQUENCE_LENGTH = IntegerFieldClass.fixed(4, false);

  private final Report report;
  private final MarkChecks markChecks;
  private final NamedTypes namedTypes;

  TypeMapper(Report report, TypeScope scope) {
    this.report = report;
    this.markChecks = new MarkChecks(report);
    this.namedTypes = new NamedTypes(report, scope, this);
  }

  /** The enums, records and sealed interfaces met so far. */
  NamedTypes namedTypes() {
    return namedTypes;
  }

  /** Maps the type of a parameter or record component, with the annotations on it. */
  Mapped map(Element element, Spot spot) {
    return map(element.asType(), Marks.of(element), spot);
  }

  private Mapped map(TypeMirror type, Marks marks, Spot spot) {
    return switch (type.getKind()) {
      case BOOLEAN, BYTE, SHORT, INT, LONG, CHAR, FLOAT, DOUBLE -> {
        String keyword = type.getKind().name().toLowerCase(Locale.ROOT);
        markChecks.refuseNullable(marks, spot, keyword);
        yield primitive(keyword, marks, spot);
      }
      case ARRAY -> nullable(array((ArrayType) type, marks, spot), marks);
      case DECLARED -> declared((DeclaredType) type, marks, spot);
      case ERROR -> {
        report.missing(spot, "'" + Shapes.shortName(type) + "'");
        yield Mapped.REFUSED;
      }
      // a type variable comes from a generic method or type, which is reported where it stands
      case TYPEVAR -> Mapped.REFUSED;
      default -> unsupported(type, spot);
    };
  }

  private Mapped primitive(String keyword, Marks marks, Spot spot) {
    markChecks.refuseLength(marks, spot, keyword);
    FieldClass fieldClass = switch (keyword) {
      case "byte" -> integer(1, marks.unsigned().isEmpty(), marks);
      case "short" -> integer(2, marks.unsigned().isEmpty(), marks);
      case "int" -> integer(4, marks.unsigned().isEmpty(), marks);
      case "long" -> integer(8, marks.unsigned().isEmpty(), marks);
      case "char" -> {
        markChecks.refuseUnsigned(marks, spot, keyword);
        yield integer(2, false, marks);
      }
      default -> {
        markChecks.refuseUnsigned(marks, spot, keyword);
        markChecks.refuseHex(marks, spot, keyword);
        yield noInteger(keyword);
      }
    };
    return new Mapped(fieldClass, new JavaType.Primitive(keyword));
  }

  private static FieldClass noInteger(String keyword) {
    return switch (keyword) {
      case "float" -> new FloatFieldClass(4);
      case "double" -> new FloatFieldClass(8);
      default -> new BooleanFieldClass();
    };
  }

  private static FieldClass integer(int sizeBytes, boolean signed, Marks marks) {
    DisplayBase base = marks.hex().isPresent() ? DisplayBase.HEXADECIMAL : DisplayBase.DECIMAL;
    return new IntegerFieldClass(new IntegerSize.Fixed(sizeBytes), signed, false, base);
  }

  private Mapped array(ArrayType type, Marks marks, Spot spot) {
    TypeMirror component = type.getComponentType();
    Mapped element = map(component, marks.forComponent(spot.element(), component), spot);
    return new Mapped(
        elements(element.fieldClass(), marks), new JavaType.ArrayOf(element.javaType()));
  }

  private static FieldClass elements(FieldClass element, Marks marks) {
    Optional<Integer> length = marks.length().map(use -> use.integer("value").orElse(0));
    return length.isPresent()
        ? new ArrayFieldClass(length.get(), element)
        : new SequenceFieldClass(SEQUENCE_LENGTH, element, false);
  }

  private Mapped declared(DeclaredType type, Marks marks, Spot spot) {
    TypeElement element = (TypeElement) type.asElement();
    String name = Shapes.qualifiedName(element);
    String unboxed = JavaTypeName.UNBOXED.get(name);
    if (unboxed != null) {
      return primitive(unboxed, marks, spot).optional(Form.NULLABLE);
    }
    return switch (name) {
      case JavaTypeName.STRING, JavaTypeName.CHAR_SEQUENCE -> {
        markChecks.refuseAll(marks, spot, element.getSimpleName());
        yield nullable(new Mapped(new StringFieldClass(), new JavaType.Text(name)), marks);
      }
      case JavaTypeName.BYTE_BUFFER -> {
        markChecks.refuseUnsigned(marks, spot, "ByteBuffer");
        FieldClass bytes = elements(integer(1, false, marks), marks);
        yield nullable(new Mapped(bytes, new JavaType.Bytes()), marks);
      }
      case JavaTypeName.OPTIONAL -> optionalOf(type, marks, spot);
      case JavaTypeName.OPTIONAL_INT -> primitive("int", marks, spot).optional(Form.OPTIONAL_INT);
      case JavaTypeName.OPTIONAL_LONG ->
        primitive("long", marks, spot).optional(Form.OPTIONAL_LONG);
      case JavaTypeName.OPTIONAL_DOUBLE ->
        primitive("double", marks, spot).optional(Form.OPTIONAL_DOUBLE);
      default -> named(type, marks, spot);
    };
  }

  private Mapped optionalOf(DeclaredType type, Marks marks, Spot spot) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    boolean isClear = arguments.size() == 1
        && arguments.get(0).getKind() != TypeKind.WILDCARD
        && !Shapes.isOptional(arguments.get(0));
    if (!isClear) {
      return unsupported(type, spot);
    }
    Mapped present = map(arguments.get(0), marks.forPresent(), spot);
    if (present.javaType() instanceof JavaType.Maybe box) {
      // an Optional holds no null, so the box inside has no second way of being absent
      OptionalFieldClass boxed = (OptionalFieldClass) present.fieldClass();
      present = new Mapped(boxed.element(), box.element());
    }
    return present.optional(Form.OPTIONAL);
  }

  private Mapped named(DeclaredType type, Marks marks, Spot spot) {
    TypeElement element = (TypeElement) type.asElement();
    if (!NamedTypes.canName(element)) {
      return unsupported(type, spot);
    }
    markChecks.refuseAll(marks, spot, element.getSimpleName());
    return nullable(namedTypes.map(element, spot), marks);
  }

  private static Mapped nullable(Mapped value, Marks marks) {
    return marks.nullable().isPresent() ? value.optional(Form.NULLABLE) : value;
  }

  private Mapped unsupported(TypeMirror type, Spot spot) {
    report.add(
        DiagnosticCode.JAVA_TYPE_UNSUPPORTED,
        spot,
        "the type '" + Shapes.shortName(type) + "' cannot be a field",
        "fields are numbers, boolean, text, enums, records, arrays, ByteBuffer, sealed interfaces of"
            + " records, and optional ones of these",
        UnsupportedType.fix(type));
    return Mapped.REFUSED;
  }
}
