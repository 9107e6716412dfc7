package org.genevent.processor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Questions about the compiler's types and elements. */
final class Shapes {

  private static final Set<String> OPTIONALS = Set.of(
      JavaTypeName.OPTIONAL,
      JavaTypeName.OPTIONAL_INT,
      JavaTypeName.OPTIONAL_LONG,
      JavaTypeName.OPTIONAL_DOUBLE);

  private Shapes() {}

  /** The declared type's element, or empty for primitives, arrays and the like. */
  static Optional<TypeElement> element(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        ? Optional.of((TypeElement) ((DeclaredType) type).asElement())
        : Optional.empty();
  }

  static String qualifiedName(TypeElement type) {
    return type.getQualifiedName().toString();
  }

  static boolean isNamed(TypeMirror type, String qualifiedName) {
    return element(type)
        .filter(found -> qualifiedName(found).equals(qualifiedName))
        .isPresent();
  }

  /** Whether a type is one of the library's optional types. */
  static boolean isOptional(TypeMirror type) {
    return element(type).map(Shapes::qualifiedName).filter(OPTIONALS::contains).isPresent();
  }

  /** Whether a type is, extends or implements the one of a name. */
  static boolean isOrInherits(TypeElement type, String qualifiedName) {
    return withSupertypes(type).stream().anyMatch(s -> qualifiedName(s).equals(qualifiedName));
  }

  /** A type and all that it extends and implements, each once, nearer ones first. */
  static Set<TypeElement> withSupertypes(TypeElement type) {
    Set<TypeElement> all = new LinkedHashSet<>();
    Deque<TypeElement> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      TypeElement next = open.remove();
      if (all.add(next)) {
        element(next.getSuperclass()).ifPresent(open::add);
        next.getInterfaces().forEach(i -> element(i).ifPresent(open::add));
      }
    }
    return all;
  }

  /** A method's name with the types of its parameters. */
  static String signature(ExecutableElement method) {
    return method.getParameters().stream()
        .map(parameter -> shortName(parameter.asType()))
        .collect(Collectors.joining(", ", method.getSimpleName() + "(", ")"));
  }

  /** A type as the user writes it, without packages and annotations. */
  static String shortName(TypeMirror type) {
    if (type.getKind() == TypeKind.ARRAY) {
      return shortName(((ArrayType) type).getComponentType()) + "[]";
    }
    Optional<TypeElement> element = element(type);
    if (element.isEmpty()) {
      return type.getKind().isPrimitive()
          ? type.getKind().name().toLowerCase(Locale.ROOT)
          : type.toString();
    }
    List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
    String name = element.get().getSimpleName().toString();
    return arguments.isEmpty()
        ? name
        : name
            + arguments.stream().map(Shapes::shortName).collect(Collectors.joining(", ", "<", ">"));
  }

  /** What an array holds, through all its dimensions; other types as they are. */
  static TypeMirror innermostComponent(TypeMirror type) {
    TypeMirror inner = type;
    while (inner.getKind() == TypeKind.ARRAY) {
      inner = ((ArrayType) inner).getComponentType();
    }
    return inner;
  }

  static boolean isSealedInterface(TypeElement type) {
    return type.getKind() == ElementKind.INTERFACE && type.getModifiers().contains(Modifier.SEALED);
  }

  /** The types that a sealed interface finally permits: sealed interfaces below it stand for theirs, each type once. */
  static List<TypeElement> permitted(TypeElement sealed) {
    Set<TypeElement> leaves = new LinkedHashSet<>();
    collectPermitted(sealed, leaves, new LinkedHashSet<>());
    return List.copyOf(leaves);
  }

  private static void collectPermitted(
      TypeElement sealed, Set<TypeElement> leaves, Set<TypeElement> seen) {
    if (!seen.add(sealed)) {
      return;
    }
    for (TypeMirror permitted : DeclarationOrder.permitted(sealed)) {
      Optional<TypeElement> option = element(permitted);
      if (option.isPresent() && isSealedInterface(option.get())) {
        collectPermitted(option.get(), leaves, seen);
      } else {
        option.ifPresent(leaves::add);
      }
    }
  }

  /** The type that a file is named after. */
  static Element outermost(Element element) {
    Element outer = element;
    Element around = element.getEnclosingElement();
    while (around != null && !(around instanceof PackageElement)) {
      outer = around;
      around = around.getEnclosingElement();
    }
    return outer;
  }

  /** The type and those around it, from the outermost in. */
  static List<TypeElement> nesting(TypeElement type) {
    List<TypeElement> nesting = new ArrayList<>();
    for (Element e = type; e instanceof TypeElement around; e = e.getEnclosingElement()) {
      nesting.add(0, around);
    }
    return nesting;
  }

  /** Whether another class of a package can name a type. */
  static boolean isAccessible(TypeElement type, PackageElement from, PackageElement of) {
    boolean samePackage = from.getQualifiedName().equals(of.getQualifiedName());
    for (TypeElement part : nesting(type)) {
      Set<Modifier> modifiers = part.getModifiers();
      boolean visible = modifiers.contains(Modifier.PUBLIC)
          || samePackage && !modifiers.contains(Modifier.PRIVATE);
      if (!visible) {
        return false;
      }
    }
    return true;
  }
}
