package org.genevent.processor;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import org.genevent.diagnostic.DiagnosticCode;

/** Whether methods of an interface can be events. */
final class EventMethodChecks {

  private final Report report;
  private final Map<String, ExecutableElement> byName = new HashMap<>();

  EventMethodChecks(Report report) {
    this.report = report;
  }

  /** Checks an abstract method. */
  void event(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    if (!method.getTypeParameters().isEmpty()) {
      report.add(
          DiagnosticCode.JAVA_METHOD_GENERIC,
          Spot.of(method.getTypeParameters().get(0)),
          "the event '" + name + "' has type parameters",
          "the classes of an event's fields are fixed",
          "write the types out");
    }
    if (method.getReturnType().getKind() != TypeKind.VOID) {
      returns(method, name);
    }
    if (!method.getThrownTypes().isEmpty()) {
      report.add(
          DiagnosticCode.JAVA_METHOD_THROWS,
          Spot.of(method),
          "the event '" + name + "' throws "
              + method.getThrownTypes().stream()
                  .map(Shapes::shortName)
                  .collect(Collectors.joining(", ")),
          "tracing never throws into the traced program",
          "leave out throws");
    }
    ExecutableElement first = byName.putIfAbsent(name, method);
    if (first != null) {
      report.add(
          DiagnosticCode.JAVA_METHOD_OVERLOAD,
          Spot.of(method),
          "there are two events '" + name + "'",
          "an event has one name and one list of fields",
          "give this one another name, or make it a default method that calls the other");
    }
  }

  private void returns(ExecutableElement method, String name) {
    String type = Shapes.shortName(method.getReturnType());
    boolean isQuestion = name.startsWith("is") && name.endsWith("Enabled");
    boolean isBegin = name.startsWith("begin") && type.equals("long");
    String fix = "make it void, or a default method if it is a helper";
    if (isQuestion) {
      fix = "leave it out: the tracer class has it for every event";
    } else if (isBegin) {
      fix = "leave it out: the tracer class has it for every event with @Duration";
    }
    report.add(
        DiagnosticCode.JAVA_METHOD_RETURNS,
        Spot.of(method),
        "the event '" + name + "' returns " + type,
        "an event tells and has nothing to answer",
        fix);
  }

  /** Checks a method that is not abstract. */
  void helper(ExecutableElement method) {
    for (String annotation : AnnotationName.ON_EVENTS) {
      AnnotationUse.on(method, annotation)
          .ifPresent(use -> report.add(
              DiagnosticCode.JAVA_NOT_EVENT,
              Spot.of(use),
              use.sign() + " means nothing for '" + method.getSimpleName() + "', which has a body",
              "the abstract methods of a facility are its events, the others are helpers",
              "leave out " + use.sign() + ", or the body"));
    }
  }

  /** Checks a method whose type is no facility. */
  static void outside(ExecutableElement method, AnnotationUse use, Report report) {
    report.add(
        DiagnosticCode.JAVA_NOT_EVENT,
        Spot.of(use),
        use.sign() + " means nothing for '" + Spot.describe(method) + "', which is in no facility",
        "events are the abstract methods of an interface with @Facility",
        "write @Facility in front of the interface");
  }
}
