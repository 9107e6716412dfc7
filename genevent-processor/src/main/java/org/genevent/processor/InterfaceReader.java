package org.genevent.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.genevent.binding.JavaTracer;
import org.genevent.diagnostic.Origin;
import org.genevent.layout.LayoutRule;
import org.genevent.model.EventLevel;
import org.genevent.model.EventPair;
import org.genevent.model.Facility;

/** Reads an annotated interface as a facility, with everything that is wrong with it. */
final class InterfaceReader {

  private final Elements elements;

  InterfaceReader(Elements elements) {
    this.elements = elements;
  }

  DeclaredFacility read(TypeElement type, AnnotationUse annotation) {
    Report report = new Report();
    if (!new InterfaceChecks(elements, report).check(type, annotation)) {
      return new DeclaredFacility(type, report, Optional.empty(), Optional.empty());
    }
    List<ExecutableElement> methods = eventMethods(type, report);
    Optional<TypeElement> contextType = ContextRecord.find(annotation, report);
    List<ExecutableElement> helpers = helpers(type);
    new MemberNameChecks(type, report).check(methods, helpers, contextType.isPresent());
    TypeMapper mapper = mapper(type, methods, contextType, report);
    EventReader eventReader = new EventReader(elements, mapper, report);
    ContextRecord context = contextType
        .map(record -> ContextRecord.read(record, annotation, mapper))
        .orElse(ContextRecord.NONE);
    List<DeclaredEvent> events = events(methods, eventReader);
    List<EventPair> pairs = new PairReader(report, context).read(events);
    Facility facility = facility(type, annotation, context, mapper, events, pairs);
    boolean usesDeprecated = mapper.namedTypes().usesDeprecated()
        || elements.isDeprecated(type)
        || methods.stream().anyMatch(elements::isDeprecated);
    JavaTracer tracer = new JavaTracer(
        elements.getPackageOf(type).getQualifiedName().toString(),
        TracerName.of(type),
        Shapes.nesting(type).stream().allMatch(t -> t.getModifiers().contains(Modifier.PUBLIC)),
        Optional.of(Shapes.qualifiedName(type)),
        events.stream().map(DeclaredEvent::javaMethod).toList(),
        context.parameters(),
        usesDeprecated,
        helpers.stream()
            .map(helper -> helper.getSimpleName().toString())
            .distinct()
            .toList(),
        memberTypes(type));
    return new DeclaredFacility(type, report, Optional.of(facility), Optional.of(tracer));
  }

  private static List<ExecutableElement> eventMethods(TypeElement type, Report report) {
    EventMethodChecks checks = new EventMethodChecks(report);
    List<ExecutableElement> events = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (!method.getModifiers().contains(Modifier.ABSTRACT)) {
        checks.helper(method);
      } else if (!ObjectMethods.isObjectMethod(method)) {
        checks.event(method);
        events.add(method);
      }
    }
    return events;
  }

  /** The methods that the tracer has from the interface without implementing them. */
  private static List<ExecutableElement> helpers(TypeElement type) {
    return Shapes.withSupertypes(type).stream()
        .flatMap(part -> ElementFilter.methodsIn(part.getEnclosedElements()).stream())
        .filter(method -> method.getModifiers().contains(Modifier.DEFAULT))
        .toList();
  }

  /** The types and constants that the tracer has from the interface, whether or not an event needs them. */
  private static List<String> memberTypes(TypeElement type) {
    return Shapes.withSupertypes(type).stream()
        .flatMap(part -> Stream.concat(
            ElementFilter.typesIn(part.getEnclosedElements()).stream(),
            ElementFilter.fieldsIn(part.getEnclosedElements()).stream()))
        .map(member -> member.getSimpleName().toString())
        .distinct()
        .sorted()
        .toList();
  }

  /** Of events with the same name, which were reported, the first stands for all; the others are only looked through. */
  private static List<DeclaredEvent> events(List<ExecutableElement> methods, EventReader reader) {
    Map<String, DeclaredEvent> events = new LinkedHashMap<>();
    for (ExecutableElement method : methods) {
      events.putIfAbsent(method.getSimpleName().toString(), reader.read(method));
    }
    return List.copyOf(events.values());
  }

  private TypeMapper mapper(
      TypeElement type,
      List<ExecutableElement> methods,
      Optional<TypeElement> context,
      Report report) {
    TypeNames names = new TypeNames();
    for (ExecutableElement method : methods) {
      for (VariableElement parameter : method.getParameters()) {
        names.add(parameter.asType());
      }
    }
    context.ifPresent(
        record -> record.getRecordComponents().forEach(component -> names.add(component.asType())));
    TypeScope scope = new TypeScope(elements, elements.getPackageOf(type), names);
    return new TypeMapper(report, scope);
  }

  private Facility facility(
      TypeElement type,
      AnnotationUse annotation,
      ContextRecord context,
      TypeMapper mapper,
      List<DeclaredEvent> events,
      List<EventPair> pairs) {
    Optional<AnnotationUse> facility = Optional.of(annotation);
    Optional<AnnotationUse> named = AnnotationUse.on(type, AnnotationName.NAME);
    Optional<AnnotationUse> described = AnnotationUse.on(type, AnnotationName.DESCRIPTION);
    Origin origin = Spot.of(type)
        .withParts()
        .part("name", facility, "name")
        .part("name", named, "value")
        .part("description", facility, "description")
        .part("description", described, "value")
        .part("layout", facility, "layout")
        .part("level", facility, "level")
        .part("channel", facility, "channel")
        .build();
    return new Facility(
        annotation
            .text("name")
            .or(() -> named.flatMap(use -> use.text("value")))
            .orElseGet(() -> TracerName.facility(type)),
        Optional.empty(),
        annotation.flag("packed"),
        annotation.constant("layout").flatMap(LayoutRule::named).map(LayoutRule::optionName),
        annotation
            .text("description")
            .or(() -> described.flatMap(use -> use.text("value")))
            .orElseGet(() -> DocText.firstSentence(elements.getDocComment(type))),
        annotation.constant("level").flatMap(EventLevel::named).orElse(EventLevel.DEFAULT),
        annotation.text("channel").orElse(Facility.DEFAULT_CHANNEL),
        context.fields(),
        mapper.namedTypes().list(),
        events.stream().map(DeclaredEvent::event).toList(),
        pairs,
        origin);
  }
}
