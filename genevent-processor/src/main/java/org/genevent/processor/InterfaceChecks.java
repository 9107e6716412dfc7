package org.genevent.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.genevent.diagnostic.DiagnosticCode;

/** Whether an annotated type can be a facility at all. */
final class InterfaceChecks {

  private final Elements elements;
  private final Report report;

  InterfaceChecks(Elements elements, Report report) {
    this.elements = elements;
    this.report = report;
  }

  /** Checks everything about the type but its own methods; false if these are not worth reading. */
  boolean check(TypeElement type, AnnotationUse facility) {
    if (type.getKind() != ElementKind.INTERFACE) {
      report.add(
          DiagnosticCode.JAVA_NOT_INTERFACE,
          Spot.of(facility),
          "@Facility stands on " + kind(type) + " '" + type.getSimpleName() + "'",
          "a facility is an interface: its abstract methods are the events, the tracer implements them",
          "declare an interface with the events as abstract methods");
      return false;
    }
    hidden(type);
    generic(type);
    sealed(type);
    inherited(type);
    return true;
  }

  private static String kind(TypeElement type) {
    return switch (type.getKind()) {
      case ENUM -> "the enum";
      case RECORD -> "the record";
      case ANNOTATION_TYPE -> "the annotation type";
      default -> "the class";
    };
  }

  private void hidden(TypeElement type) {
    for (TypeElement part : Shapes.nesting(type)) {
      if (part.getModifiers().contains(Modifier.PRIVATE)) {
        report.add(
            DiagnosticCode.JAVA_INTERFACE_HIDDEN,
            Spot.of(type),
            part.equals(type)
                ? "the interface '" + type.getSimpleName() + "' is private"
                : "the interface '" + type.getSimpleName() + "' is in '" + part.getSimpleName()
                    + "', which is private",
            "the tracer is a class of its own in the same package and has to see the interface",
            "leave out private");
      }
    }
  }

  private void generic(TypeElement type) {
    if (!type.getTypeParameters().isEmpty()) {
      report.add(
          DiagnosticCode.JAVA_INTERFACE_GENERIC,
          Spot.of(type.getTypeParameters().get(0)),
          "the interface '" + type.getSimpleName() + "' has type parameters",
          "there is one tracer for the interface, and the classes of its fields are fixed",
          "write the types out");
    }
  }

  private void sealed(TypeElement type) {
    if (type.getModifiers().contains(Modifier.SEALED)) {
      report.add(
          DiagnosticCode.JAVA_INTERFACE_SEALED,
          Spot.of(type),
          "the interface '" + type.getSimpleName() + "' is sealed",
          "the tracer has to implement it",
          "leave out sealed");
    }
  }

  /** Methods that come from elsewhere and that nothing implements; one finding for each interface they come from. */
  private void inherited(TypeElement type) {
    List<ExecutableElement> all = new ArrayList<>();
    for (TypeElement part : Shapes.withSupertypes(type)) {
      all.addAll(ElementFilter.methodsIn(part.getEnclosedElements()));
    }
    Map<Element, List<String>> open = new LinkedHashMap<>();
    for (ExecutableElement method : all) {
      Element owner = method.getEnclosingElement();
      boolean isOpen = !owner.equals(type)
          && method.getModifiers().contains(Modifier.ABSTRACT)
          && !ObjectMethods.isObjectMethod(method)
          && all.stream().noneMatch(other -> overrides(other, method, type));
      if (isOpen) {
        open.computeIfAbsent(owner, key -> new ArrayList<>()).add(Shapes.signature(method));
      }
    }
    open.forEach((owner, methods) -> report.add(
        DiagnosticCode.JAVA_METHOD_INHERITED,
        Spot.of(type),
        "the interface '" + type.getSimpleName() + "' inherits " + String.join(", ", methods)
            + " from '" + owner.getSimpleName() + "'",
        "an event belongs to the facility in whose interface it is declared; helpers can be inherited",
        "declare it in '" + type.getSimpleName() + "' with @Override, or make it default in '"
            + owner.getSimpleName() + "'"));
  }

  private boolean overrides(ExecutableElement other, ExecutableElement method, TypeElement type) {
    return !other.equals(method)
        && !other.getModifiers().contains(Modifier.STATIC)
        && elements.overrides(other, method, type);
  }
}
