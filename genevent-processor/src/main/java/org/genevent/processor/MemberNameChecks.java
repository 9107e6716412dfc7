package org.genevent.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import org.genevent.binding.TracerNames;
import org.genevent.diagnostic.DiagnosticCode;

/** Finds methods of the interface that are called like what the tracer class has by itself. */
final class MemberNameChecks {

  private final TypeElement type;
  private final Report report;
  private final Map<String, String> purposes = new HashMap<>();

  MemberNameChecks(TypeElement type, Report report) {
    this.type = type;
    this.report = report;
  }

  /** Checks the methods of events and all others that the tracer class has from the interface. */
  void check(List<ExecutableElement> events, List<ExecutableElement> helpers, boolean hasContext) {
    for (ExecutableElement event : events) {
      String name = event.getSimpleName().toString();
      purposes.put(TracerNames.isEnabled(name), "tells whether '" + name + "' is traced");
      if (AnnotationUse.on(event, AnnotationName.DURATION).isPresent()) {
        purposes.put(TracerNames.begin(name), "begins '" + name + "'");
        purposes.put(TracerNames.end(name), "ends '" + name + "'");
      }
    }
    if (hasContext) {
      purposes.put(TracerNames.BIND_CONTEXT, "binds the context");
    }
    for (ExecutableElement event : events) {
      // one that returns a value was reported for that, with the same fix
      if (event.getReturnType().getKind() == TypeKind.VOID) {
        check(event);
      }
    }
    helpers.forEach(this::check);
  }

  private void check(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    boolean isGet = name.equals(TracerNames.GET) && method.getParameters().isEmpty();
    String purpose = isGet ? "gives the tracer" : purposes.get(name);
    if (purpose != null) {
      report.add(
          DiagnosticCode.NAME_RESERVED,
          method.getEnclosingElement().equals(type)
              ? Spot.of(method)
              : Spot.of(type).reach(method),
          "the method '" + Shapes.signature(method) + "' has the name of a method of the tracer",
          "the tracer class has a method '" + name + "' by itself, which " + purpose,
          "leave the method out, or give it another name");
    }
  }
}
