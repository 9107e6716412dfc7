package org.genevent.processor;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import org.genevent.diagnostic.Origin;
import org.genevent.model.Field;

/**
 * What a parameter, record component, option or enum constant says about its field or label, besides the type.
 *
 * @param name the field's name
 * @param description what the value means
 * @param origin where all this stands
 */
record FieldDeclaration(String name, String description, Origin origin) {

  /** Reads the annotations of an element that is called in snake case where they do not say otherwise. */
  static FieldDeclaration of(Element element, Spot spot) {
    return of(element, spot, SnakeCase.of(element.getSimpleName().toString()), "");
  }

  /** Reads the annotations of an element with the name and description that it has where they do not say otherwise. */
  static FieldDeclaration of(
      Element element, Spot spot, String defaultName, String defaultDescription) {
    Optional<AnnotationUse> named = AnnotationUse.on(element, AnnotationName.NAME);
    Optional<AnnotationUse> described = AnnotationUse.on(element, AnnotationName.DESCRIPTION);
    Optional<AnnotationUse> length = AnnotationUse.on(element, AnnotationName.LENGTH);
    Origin origin = spot.withParts()
        .part("name", named, "value")
        .part("description", described, "value")
        .part("size", length, "value")
        .build();
    return new FieldDeclaration(
        named.flatMap(use -> use.text("value")).orElse(defaultName),
        described
            .flatMap(use -> use.text("value"))
            .or(() -> Optional.of(defaultDescription).filter(text -> !text.isEmpty()))
            .or(() -> ofType(element))
            .orElse(""),
        origin);
  }

  /** What is said about the type of a parameter or component about which nothing is said. */
  private static Optional<String> ofType(Element element) {
    boolean hasType = element.getKind() == ElementKind.PARAMETER
        || element.getKind() == ElementKind.RECORD_COMPONENT;
    if (!hasType) {
      return Optional.empty();
    }
    return Shapes.element(Shapes.innermostComponent(element.asType()))
        .flatMap(type -> AnnotationUse.on(type, AnnotationName.DESCRIPTION))
        .flatMap(use -> use.text("value"));
  }

  Field field(Mapped mapped) {
    return new Field(name, description, Optional.empty(), mapped.fieldClass(), origin);
  }
}
