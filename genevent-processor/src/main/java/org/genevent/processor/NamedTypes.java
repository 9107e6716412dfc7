package org.genevent.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import org.genevent.binding.JavaTracer.JavaParameter;
import org.genevent.binding.JavaType;
import org.genevent.check.Limits;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Origin;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.EnumerationLabel;
import org.genevent.model.Field;
import org.genevent.model.NamedType;
import org.genevent.model.ReferenceFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.VariantFieldClass;

/**
 * Maps enums, records and sealed interfaces: each is mapped once, becomes a named type of the facility, and is referred
 * to from then on.
 */
final class NamedTypes {

  private final Report report;
  private final TypeScope scope;
  private final TypeMapper mapper;
  private final Map<String, Mapped> done = new LinkedHashMap<>();
  private final List<TypeElement> open = new ArrayList<>();
  private final Set<String> recursive = new HashSet<>();
  private final List<NamedType> types = new ArrayList<>();
  private boolean usesDeprecated;

  NamedTypes(Report report, TypeScope scope, TypeMapper mapper) {
    this.report = report;
    this.scope = scope;
    this.mapper = mapper;
  }

  static boolean canName(TypeElement type) {
    return type.getKind() == ElementKind.ENUM
        || type.getKind() == ElementKind.RECORD
        || Shapes.isSealedInterface(type);
  }

  /** The named types, each after those that it is made of. */
  List<NamedType> list() {
    return List.copyOf(types);
  }

  boolean usesDeprecated() {
    return usesDeprecated;
  }

  Mapped map(TypeElement type, Spot spot) {
    Mapped known = done.get(Shapes.qualifiedName(type));
    if (known != null) {
      return known;
    }
    if (open.contains(type)) {
      return recursive(type, spot);
    }
    if (open.size() > Limits.NESTING) {
      // the common checks say so; going on would only take time and stack
      return Mapped.REFUSED;
    }
    Mapped mapped = isUsable(type, spot) ? build(type, spot.reach(type)) : Mapped.REFUSED;
    done.put(Shapes.qualifiedName(type), mapped);
    return mapped;
  }

  private boolean isUsable(TypeElement type, Spot spot) {
    usesDeprecated |= scope.elements().isDeprecated(type);
    if (!type.getTypeParameters().isEmpty()) {
      report.add(
          DiagnosticCode.JAVA_TYPE_GENERIC,
          spot,
          "the type '" + type.getSimpleName() + "' has type parameters",
          "the classes of all fields are known when the tracer is made",
          "declare a record of its own with the types written out");
      return false;
    }
    if (!scope.isAccessible(type)) {
      report.add(
          DiagnosticCode.JAVA_TYPE_HIDDEN,
          spot,
          "the type '" + type.getSimpleName() + "' cannot be used by the tracer",
          "the tracer is a class of its own in the package of the interface",
          "make the type and those around it visible there: not private");
      return false;
    }
    return true;
  }

  private Mapped build(TypeElement type, Spot spot) {
    open.add(type);
    Mapped whole = switch (type.getKind()) {
      case ENUM -> enumeration(type, spot);
      case RECORD -> structure(type, spot);
      default -> variant(type, spot);
    };
    open.remove(open.size() - 1);
    String name = scope.names().of(type);
    types.add(new NamedType(name, whole.fieldClass(), origin(type, spot)));
    return new Mapped(new ReferenceFieldClass(name, whole.fieldClass()), whole.javaType());
  }

  private Mapped enumeration(TypeElement type, Spot spot) {
    List<EnumerationLabel> labels = new ArrayList<>();
    for (Element constant : DeclarationOrder.constants(type)) {
      long ordinal = labels.size();
      String name = constant.getSimpleName().toString();
      FieldDeclaration label = FieldDeclaration.of(constant, spot.reach(constant), name, "");
      labels.add(new EnumerationLabel(
          label.name(), ordinal, ordinal, label.description(), label.origin()));
    }
    return new Mapped(
        new EnumerationFieldClass(labels),
        new JavaType.EnumConstant(Shapes.qualifiedName(type), "ordinal"));
  }

  private Mapped structure(TypeElement type, Spot spot) {
    List<Field> members = new ArrayList<>();
    List<JavaParameter> components = new ArrayList<>();
    for (RecordComponentElement component : type.getRecordComponents()) {
      Spot at = spot.reach(component);
      Mapped mapped = mapper.map(component, at);
      members.add(FieldDeclaration.of(component, at).field(mapped));
      components.add(new JavaParameter(component.getSimpleName().toString(), mapped.javaType()));
    }
    return new Mapped(
        new StructureFieldClass(members),
        new JavaType.RecordType(Shapes.qualifiedName(type), components));
  }

  private Mapped variant(TypeElement type, Spot spot) {
    List<Field> options = new ArrayList<>();
    List<JavaType.RecordType> records = new ArrayList<>();
    for (TypeElement permitted : Shapes.permitted(type)) {
      if (permitted.getKind() != ElementKind.RECORD) {
        report.add(
            DiagnosticCode.JAVA_VARIANT_OPTION,
            spot,
            "the sealed interface '" + type.getSimpleName() + "' permits '"
                + permitted.getSimpleName() + "', which is no record",
            "every option of a variant is a record, whose components are its fields",
            "make '" + permitted.getSimpleName() + "' a record");
      }
      Spot at = spot.reach(permitted);
      Mapped mapped =
          permitted.getKind() == ElementKind.RECORD ? map(permitted, at) : Mapped.REFUSED;
      options.add(FieldDeclaration.of(permitted, at).field(mapped));
      if (mapped.javaType() instanceof JavaType.RecordType option) {
        records.add(option);
      }
    }
    return new Mapped(
        new VariantFieldClass(options), new JavaType.Choice(Shapes.qualifiedName(type), records));
  }

  private static Origin origin(TypeElement type, Spot spot) {
    return spot.withParts()
        .part("name", AnnotationUse.on(type, AnnotationName.NAME), "value")
        .build();
  }

  private Mapped recursive(TypeElement type, Spot spot) {
    StringBuilder path = new StringBuilder();
    for (TypeElement step : open.subList(open.indexOf(type), open.size())) {
      path.append(step.getSimpleName()).append(" → ");
    }
    if (recursive.add(Shapes.qualifiedName(type))) {
      report.add(
          DiagnosticCode.JAVA_TYPE_RECURSIVE,
          spot,
          "the type '" + type.getSimpleName() + "' contains itself: " + path + type.getSimpleName(),
          "the fields of an event have an end",
          "pass what matters of it as fields, or an array of records that do not refer to each other");
    }
    return Mapped.REFUSED;
  }
}
