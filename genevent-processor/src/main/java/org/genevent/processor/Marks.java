package org.genevent.processor;

import java.util.Optional;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The annotations of a parameter or record component that say more about its type.
 *
 * @param unsigned says that the integers inside are unsigned
 * @param hex says that the integers inside are shown in hexadecimal
 * @param length says how many elements the outermost array has
 * @param nullable says that the value may be {@code null}
 */
record Marks(
    Optional<AnnotationUse> unsigned,
    Optional<AnnotationUse> hex,
    Optional<AnnotationUse> length,
    Optional<AnnotationUse> nullable) {

  /** Nothing is said. */
  static final Marks NONE =
      new Marks(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** The annotations on a parameter or record component. */
  static Marks of(Element element) {
    return new Marks(
        AnnotationUse.on(element, AnnotationName.UNSIGNED),
        AnnotationUse.on(element, AnnotationName.HEX),
        AnnotationUse.on(element, AnnotationName.LENGTH),
        nullable(element));
  }

  /** What is left for the elements of an array whose own type may say that they are nullable. */
  Marks forComponent(Element element, TypeMirror component) {
    return new Marks(unsigned, hex, Optional.empty(), nullable(element, component));
  }

  /** What is left for the value of an optional. */
  Marks forPresent() {
    return new Marks(unsigned, hex, length, Optional.empty());
  }

  /**
   * An annotation on the declaration counts for the whole. One that can stand on both a declaration and a type is seen
   * by the compiler in both places: then the place in the type counts, so that {@code @Nullable String[]} has nullable
   * elements.
   */
  private static Optional<AnnotationUse> nullable(Element element) {
    TypeMirror type = element.asType();
    Optional<AnnotationUse> onType = nullable(element, type);
    return onType.isPresent() || inComponent(type) ? onType : nullable(element, element);
  }

  private static boolean inComponent(TypeMirror type) {
    TypeMirror inner = type;
    while (inner.getKind() == TypeKind.ARRAY) {
      inner = ((ArrayType) inner).getComponentType();
      if (mirror(inner).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static Optional<AnnotationUse> nullable(Element element, AnnotatedConstruct where) {
    return mirror(where).map(mirror -> new AnnotationUse(element, mirror));
  }

  private static Optional<AnnotationMirror> mirror(AnnotatedConstruct where) {
    for (AnnotationMirror mirror : where.getAnnotationMirrors()) {
      if (AnnotationUse.simpleName(mirror).equals(AnnotationName.NULLABLE_SIMPLE)) {
        return Optional.of(mirror);
      }
    }
    return Optional.empty();
  }
}
