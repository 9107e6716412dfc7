package org.genevent.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Members in the order in which they are declared, which decides the values in the trace.
 *
 * <p>javac has that order. The Eclipse compiler (3.46 is the newest that was tried) gives the constants of an enum from a
 * class file by name, and so the records that a sealed interface permits without {@code permits}. Nothing in the
 * language model tells their places, so here, and nowhere else, the compiler's own objects are asked, by reflection.
 */
final class DeclarationOrder {

  private DeclarationOrder() {}

  /** The constants of an enum, by rising ordinal. */
  static List<Element> constants(TypeElement type) {
    List<Element> constants = new ArrayList<>();
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind() == ElementKind.ENUM_CONSTANT) {
        constants.add(member);
      }
    }
    if (isEclipse(type)) {
      constants.sort(Comparator.comparingInt(constant -> (int) field(binding(constant), "id")));
    }
    return constants;
  }

  /** What a sealed interface permits, as after {@code permits}, or where there is none as in the source. */
  static List<? extends TypeMirror> permitted(TypeElement type) {
    List<TypeMirror> permitted = new ArrayList<>(type.getPermittedSubclasses());
    if (isEclipse(type) && isFromSource(type) && isImplicit(type)) {
      permitted.sort(Comparator.comparingInt(DeclarationOrder::placeAmongSiblings));
    }
    return permitted;
  }

  private static boolean isEclipse(TypeElement type) {
    return type.getClass().getName().startsWith("org.eclipse.");
  }

  private static boolean isFromSource(TypeElement type) {
    return binding(type).getClass().getSimpleName().equals("SourceTypeBinding");
  }

  private static boolean isImplicit(TypeElement type) {
    Object declaration = field(field(binding(type), "scope"), "referenceContext");
    return field(declaration, "permittedTypes") == null;
  }

  /** Nested types come in the order of the source; those of a file are in order already and stay as they are. */
  private static int placeAmongSiblings(TypeMirror type) {
    return Shapes.element(type)
        .filter(element -> element.getEnclosingElement() instanceof TypeElement)
        .map(element -> element.getEnclosingElement().getEnclosedElements().indexOf(element))
        .orElse(0);
  }

  private static Object binding(Element element) {
    return field(element, "_binding");
  }

  private static Object field(Object object, String name) {
    try {
      return object.getClass().getField(name).get(object);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Eclipse compiler hides the order of members", e);
    }
  }
}
