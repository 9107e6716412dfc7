package org.genevent.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import org.genevent.binding.JavaTracer.JavaParameter;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Nearest;
import org.genevent.model.EventPair;

/** Reads {@code @Begin} and {@code @End} as pairs of events. */
final class PairReader {

  private final Report report;
  private final ContextRecord context;

  /** One half of a pair. */
  private record Half(DeclaredEvent event, AnnotationUse use) {}

  PairReader(Report report, ContextRecord context) {
    this.report = report;
    this.context = context;
  }

  /** The pairs, in the order of the events that begin them. */
  List<EventPair> read(List<DeclaredEvent> events) {
    Map<String, Half> begins = halves(events, AnnotationName.BEGIN);
    Map<String, Half> ends = halves(events, AnnotationName.END);
    List<EventPair> pairs = new ArrayList<>();
    begins.forEach((name, begin) -> {
      Half end = ends.get(name);
      if (end == null) {
        alone(name, begin, "end", "@End", ends);
      } else {
        pairs.add(pair(name, begin, end));
      }
    });
    ends.forEach((name, end) -> {
      if (!begins.containsKey(name)) {
        alone(name, end, "begin", "@Begin", begins);
      }
    });
    return pairs;
  }

  private Map<String, Half> halves(List<DeclaredEvent> events, String annotation) {
    Map<String, Half> halves = new LinkedHashMap<>();
    for (DeclaredEvent event : events) {
      Optional<AnnotationUse> use = AnnotationUse.on(event.method(), annotation);
      if (use.isEmpty()) {
        continue;
      }
      String name = use.get().text("value").orElse("");
      Half first = halves.putIfAbsent(name, new Half(event, use.get()));
      if (first != null) {
        report.add(
            DiagnosticCode.PAIR_INCOMPLETE,
            Spot.of(use.get(), "value"),
            "the pair '" + name + "' has two events with " + use.get().sign() + ": '"
                + first.event().method().getSimpleName() + "' and '"
                + event.method().getSimpleName() + "'",
            "a pair has one event that begins it and one that ends it",
            "give one of them another pair");
      }
    }
    return halves;
  }

  private void alone(
      String name, Half half, String missing, String sign, Map<String, Half> others) {
    String nearest = Nearest.question(name, others.keySet());
    report.add(
        DiagnosticCode.PAIR_INCOMPLETE,
        Spot.of(half.use(), "value"),
        "the pair '" + name + "' has no event that " + missing + "s it",
        "a pair has one event that begins it and one that ends it",
        nearest.isEmpty() ? "write " + sign + "(\"" + name + "\") on the other event" : nearest);
  }

  private EventPair pair(String name, Half begin, Half end) {
    List<String> match = new ArrayList<>();
    for (AnnotationValue value : end.use().elements("match")) {
      String parameter = String.valueOf(value.getValue());
      Optional<String> atBegin = field(name, parameter, begin, end.use(), value);
      Optional<String> atEnd = field(name, parameter, end, end.use(), value);
      if (atBegin.isPresent() && atEnd.isPresent()) {
        match.add(atEnd.get());
      }
    }
    return new EventPair(
        name,
        begin.event().event().name(),
        end.event().event().name(),
        match,
        Spot.of(end.use())
            .withParts()
            .part("name", Optional.of(end.use()), "value")
            .part("match", Optional.of(end.use()), "match")
            .build());
  }

  private Optional<String> field(
      String pair, String parameter, Half half, AnnotationUse use, AnnotationValue value) {
    Optional<String> field = half.event().fieldOf(parameter).or(() -> context.fieldOf(parameter));
    if (field.isEmpty()) {
      List<String> known = half.event().javaMethod().parameters().stream()
          .map(JavaParameter::name)
          .toList();
      report.add(
          DiagnosticCode.PAIR_FIELD,
          Spot.of(use).at(Optional.of(value)),
          "the pair '" + pair + "' is matched by '" + parameter + "', which '"
              + half.event().method().getSimpleName() + "' does not have",
          "both events have the parameters that a pair is matched by",
          Nearest.question(parameter, known));
    }
    return field;
  }
}
