package org.genevent.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import org.genevent.binding.JavaTracer.JavaMethod;
import org.genevent.binding.JavaTracer.JavaParameter;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Origin;
import org.genevent.model.Event;
import org.genevent.model.EventDuration;
import org.genevent.model.EventLevel;
import org.genevent.model.Field;

/** Reads an abstract method as an event. */
final class EventReader {

  private final Elements elements;
  private final TypeMapper mapper;
  private final Report report;

  EventReader(Elements elements, TypeMapper mapper, Report report) {
    this.elements = elements;
    this.mapper = mapper;
    this.report = report;
  }

  DeclaredEvent read(ExecutableElement method) {
    Optional<AnnotationUse> event = AnnotationUse.on(method, AnnotationName.EVENT);
    Optional<AnnotationUse> duration = AnnotationUse.on(method, AnnotationName.DURATION);
    String comment = elements.getDocComment(method);
    List<Field> fields = new ArrayList<>();
    List<JavaParameter> parameters = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      Spot spot = Spot.of(parameter);
      Mapped mapped = mapper.map(parameter, spot);
      String name = parameter.getSimpleName().toString();
      FieldDeclaration declaration = FieldDeclaration.of(
          parameter, spot, SnakeCase.of(name), DocText.parameter(comment, name));
      fields.add(declaration.field(mapped));
      parameters.add(new JavaParameter(name, mapped.javaType()));
    }
    Origin origin = Spot.of(method)
        .withParts()
        .part("name", event, "name")
        .part("id", event, "id")
        .part("description", event, "description")
        .part("level", event, "level")
        .part("channel", event, "channel")
        .part("duration_threshold_ns", duration, "thresholdNanos")
        .build();
    Event declared = new Event(
        event
            .flatMap(use -> use.text("name"))
            .orElseGet(() -> SnakeCase.of(method.getSimpleName().toString())),
        event.flatMap(use -> use.integer("id")),
        event
            .flatMap(use -> use.text("description"))
            .orElseGet(() -> DocText.firstSentence(comment)),
        event.flatMap(this::level),
        event.flatMap(use -> use.text("channel")),
        duration.map(use -> new EventDuration(use.longInteger("thresholdNanos").orElse(0L))),
        Set.of(),
        fields,
        origin);
    JavaMethod javaMethod =
        new JavaMethod(method.getSimpleName().toString(), parameters, method.isVarArgs());
    return new DeclaredEvent(method, declared, javaMethod);
  }

  private Optional<EventLevel> level(AnnotationUse event) {
    List<AnnotationValue> levels = event.elements("level");
    if (levels.size() > 1) {
      report.add(
          DiagnosticCode.EVENT_LEVEL,
          Spot.of(event, "level"),
          "the event '" + event.element().getSimpleName() + "' has " + levels.size() + " levels",
          "an event has one level",
          "write one of them");
    }
    return levels.stream().findFirst().flatMap(AnnotationUse::constant).flatMap(EventLevel::named);
  }
}
