package org.genevent.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * An annotation where it stands, with the values that the user wrote; defaults are not among them, so that "not given"
 * differs from every value.
 *
 * @param element what is annotated
 * @param mirror the annotation
 */
record AnnotationUse(Element element, AnnotationMirror mirror) {

  /** The annotation of a qualified name on an element. */
  static Optional<AnnotationUse> on(Element element, String qualifiedName) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (qualifiedName(mirror).equals(qualifiedName)) {
        return Optional.of(new AnnotationUse(element, mirror));
      }
    }
    return Optional.empty();
  }

  static String qualifiedName(AnnotationMirror mirror) {
    return ((TypeElement) mirror.getAnnotationType().asElement())
        .getQualifiedName()
        .toString();
  }

  static String simpleName(AnnotationMirror mirror) {
    return mirror.getAnnotationType().asElement().getSimpleName().toString();
  }

  /** The annotation's name as the user writes it, with the sign. */
  String sign() {
    return "@" + simpleName(mirror);
  }

  Optional<AnnotationValue> value(String attribute) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(attribute)) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  /** A text; empty when it was not given or is the empty text, which stands for that. */
  Optional<String> text(String attribute) {
    return typed(attribute, String.class).filter(text -> !text.isEmpty());
  }

  Optional<Integer> integer(String attribute) {
    return typed(attribute, Integer.class);
  }

  Optional<Long> longInteger(String attribute) {
    return typed(attribute, Long.class);
  }

  boolean flag(String attribute) {
    return typed(attribute, Boolean.class).orElse(false);
  }

  /** The name of an enum constant. */
  Optional<String> constant(String attribute) {
    return value(attribute).flatMap(AnnotationUse::constant);
  }

  /** The name of the enum constant that a value is. */
  static Optional<String> constant(AnnotationValue value) {
    return value.getValue() instanceof VariableElement constant
        ? Optional.of(constant.getSimpleName().toString())
        : Optional.empty();
  }

  /** The elements of an array; a single value counts as an array of one. */
  List<AnnotationValue> elements(String attribute) {
    Optional<AnnotationValue> value = value(attribute);
    if (value.isPresent() && value.get().getValue() instanceof List<?> list) {
      return list.stream().map(AnnotationValue.class::cast).toList();
    }
    return value.map(List::of).orElse(List.of());
  }

  /** A value of the wrong type is the compiler's to report; here it counts as not given. */
  private <T> Optional<T> typed(String attribute, Class<T> type) {
    return value(attribute)
        .map(AnnotationValue::getValue)
        .filter(type::isInstance)
        .map(type::cast);
  }
}
