package org.genevent.processor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The names that enums, records and sealed interfaces get among the types of a facility.
 *
 * <p>A type is called by its simple name. Where two would be called alike, both take the name of what they are declared
 * in to the front, and so on outwards, so that no name depends on the order of the events.
 */
final class TypeNames {

  private final Map<String, List<String>> segments = new LinkedHashMap<>();
  private final Map<String, String> given = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  /** Takes in a type and all types that it is made of, however deep. */
  void add(TypeMirror type) {
    Deque<TypeMirror> open = new ArrayDeque<>();
    open.push(type);
    while (!open.isEmpty()) {
      TypeMirror inner = Shapes.innermostComponent(open.pop());
      if (Shapes.isNamed(inner, JavaTypeName.OPTIONAL)) {
        ((DeclaredType) inner).getTypeArguments().forEach(open::push);
      } else {
        Shapes.element(inner).ifPresent(element -> add(element, open));
      }
    }
  }

  private void add(TypeElement type, Deque<TypeMirror> open) {
    boolean isRecord = type.getKind() == ElementKind.RECORD;
    boolean isSealed = Shapes.isSealedInterface(type);
    if (!isRecord && !isSealed && type.getKind() != ElementKind.ENUM) {
      return;
    }
    String qualifiedName = Shapes.qualifiedName(type);
    List<String> known = segments.putIfAbsent(qualifiedName, List.of(qualifiedName.split("\\.")));
    if (known != null) {
      return;
    }
    AnnotationUse.on(type, AnnotationName.NAME)
        .flatMap(use -> use.text("value"))
        .ifPresent(name -> given.put(qualifiedName, name));
    if (isRecord) {
      type.getRecordComponents().forEach(component -> open.push(component.asType()));
    } else if (isSealed) {
      Shapes.permitted(type).forEach(option -> open.push(option.asType()));
    }
  }

  /** The name of a type that was taken in. */
  String of(TypeElement type) {
    if (names.isEmpty()) {
      assign();
    }
    return names.get(Shapes.qualifiedName(type));
  }

  private void assign() {
    Map<String, Integer> parts = new LinkedHashMap<>();
    segments.keySet().forEach(qualifiedName -> parts.put(qualifiedName, 1));
    boolean longer = true;
    while (longer) {
      longer = lengthen(parts);
    }
    parts.forEach((qualifiedName, count) -> names.put(qualifiedName, name(qualifiedName, count)));
  }

  /** Takes one more part into each name that is not alone; false when there was nothing to do. */
  private boolean lengthen(Map<String, Integer> parts) {
    Map<String, List<String>> sameName = new LinkedHashMap<>();
    parts.forEach((qualifiedName, count) -> sameName
        .computeIfAbsent(name(qualifiedName, count), name -> new ArrayList<>())
        .add(qualifiedName));
    boolean longer = false;
    for (List<String> alike : sameName.values()) {
      for (String qualifiedName : alike) {
        int count = parts.get(qualifiedName);
        boolean canGrow = !given.containsKey(qualifiedName)
            && count < segments.get(qualifiedName).size();
        if (alike.size() > 1 && canGrow) {
          parts.put(qualifiedName, count + 1);
          longer = true;
        }
      }
    }
    return longer;
  }

  private String name(String qualifiedName, int partCount) {
    String name = given.get(qualifiedName);
    if (name != null) {
      return name;
    }
    List<String> all = segments.get(qualifiedName);
    return String.join(
        "_",
        all.subList(all.size() - partCount, all.size()).stream()
            .map(SnakeCase::of)
            .toList());
  }
}
