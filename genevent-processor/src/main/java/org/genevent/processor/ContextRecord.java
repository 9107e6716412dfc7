package org.genevent.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.genevent.binding.JavaTracer.JavaParameter;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.model.Field;

/**
 * The record that declares the context fields of a facility.
 *
 * @param fields the fields, one for each component
 * @param parameters the components, as Java has them
 */
record ContextRecord(List<Field> fields, List<JavaParameter> parameters) {

  /** For a class that it does not know, javac has only the text {@code <error>} and not its name. */
  private static final String UNKNOWN_NAME = "of the context";

  /** The context of facilities that declare none. */
  static final ContextRecord NONE = new ContextRecord(List.of(), List.of());

  /** The record that an annotation names, or empty if it names none or something else. */
  static Optional<TypeElement> find(AnnotationUse facility, Report report) {
    Object value =
        facility.value("context").<Object>map(given -> given.getValue()).orElse(null);
    if (value == null || value instanceof TypeMirror type && type.getKind() == TypeKind.VOID) {
      return Optional.empty();
    }
    Spot spot = Spot.of(facility, "context");
    boolean isMissing = !(value instanceof TypeMirror type) || type.getKind() == TypeKind.ERROR;
    if (isMissing) {
      report.missing(
          spot,
          value instanceof TypeMirror type ? "'" + Shapes.shortName(type) + "'" : UNKNOWN_NAME);
      return Optional.empty();
    }
    Optional<TypeElement> element = Shapes.element((TypeMirror) value);
    if (element.isPresent() && element.get().getKind() == ElementKind.RECORD) {
      return element;
    }
    report.add(
        DiagnosticCode.JAVA_CONTEXT,
        spot,
        "the context '" + Shapes.shortName((TypeMirror) value) + "' is not a record",
        "the components of a record are the context fields, which every event of the facility carries",
        "declare a record with the fields as its components");
    return Optional.empty();
  }

  /** Reads the components. */
  static ContextRecord read(TypeElement type, AnnotationUse facility, TypeMapper mapper) {
    List<Field> fields = new ArrayList<>();
    List<JavaParameter> parameters = new ArrayList<>();
    for (RecordComponentElement component : type.getRecordComponents()) {
      Spot spot = Spot.of(facility, "context").reach(component);
      Mapped mapped = mapper.map(component, spot);
      fields.add(FieldDeclaration.of(component, spot).field(mapped));
      parameters.add(new JavaParameter(component.getSimpleName().toString(), mapped.javaType()));
    }
    return new ContextRecord(fields, parameters);
  }

  /** The name of the field that a component became; the component is named as in Java or as in the trace. */
  Optional<String> fieldOf(String component) {
    for (int i = 0; i < fields.size(); i++) {
      String field = fields.get(i).name();
      if (parameters.get(i).name().equals(component) || field.equals(component)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
