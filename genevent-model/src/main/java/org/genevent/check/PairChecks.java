package org.genevent.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Nearest;
import org.genevent.model.Event;
import org.genevent.model.EventPair;
import org.genevent.model.Facility;
import org.genevent.model.Field;

/** Begin/end pairs: that both events are there and can be matched. */
final class PairChecks {

  private final Facility facility;
  private final NameChecks names;
  private final Findings findings;

  PairChecks(Facility facility, NameChecks names, Findings findings) {
    this.facility = facility;
    this.names = names;
    this.findings = findings;
  }

  void check() {
    NameChecks.Unique unique = names.unique("pair");
    for (EventPair pair : facility.pairs()) {
      names.identifier("pair", pair.name(), pair.origin());
      unique.addExact(pair.name(), pair.origin());
      Optional<Event> begin = event(pair, "begin", pair.beginEvent());
      Optional<Event> end = event(pair, "end", pair.endEvent());
      if (begin.isPresent() && begin.equals(end)) {
        findings.add(Diagnostic.of(
                DiagnosticCode.PAIR_INCOMPLETE,
                pair.origin().part("end"),
                "the pair '" + pair.name() + "' begins and ends with the same event")
            .withFix("declare a duration on the event, or name two events"));
      }
      for (String field : pair.matchFields()) {
        match(pair, field, begin, end);
      }
    }
  }

  private Optional<Event> event(EventPair pair, String part, String name) {
    Optional<Event> found =
        facility.events().stream().filter(event -> event.name().equals(name)).findFirst();
    if (found.isEmpty()) {
      List<String> known = facility.events().stream().map(Event::name).toList();
      findings.add(Diagnostic.of(
              DiagnosticCode.PAIR_EVENT,
              pair.origin().part(part),
              "the pair '" + pair.name() + "' has the event '" + name + "' as its " + part
                  + ", which the facility '" + facility.name() + "' does not define")
          .withFix(Nearest.question(name, known)));
    }
    return found;
  }

  private void match(EventPair pair, String name, Optional<Event> begin, Optional<Event> end) {
    Optional<Field> atBegin = begin.flatMap(event -> field(pair, event, name));
    Optional<Field> atEnd = end.flatMap(event -> field(pair, event, name));
    if (atBegin.isPresent()
        && atEnd.isPresent()
        && !atBegin
            .get()
            .fieldClass()
            .resolved()
            .equals(atEnd.get().fieldClass().resolved())) {
      findings.add(Diagnostic.of(
              DiagnosticCode.PAIR_FIELD,
              pair.origin().part("match"),
              "the pair '" + pair.name() + "' is matched by '" + name
                  + "', which has different types in its two events")
          .withFix("give the field the same type in '" + pair.beginEvent() + "' and '"
              + pair.endEvent() + "'"));
    }
  }

  private Optional<Field> field(EventPair pair, Event event, String name) {
    Optional<Field> found = Stream.concat(event.fields().stream(), facility.context().stream())
        .filter(field -> field.name().equals(name))
        .findFirst();
    if (found.isEmpty()) {
      List<String> known = event.fields().stream().map(Field::name).toList();
      findings.add(Diagnostic.of(
              DiagnosticCode.PAIR_FIELD,
              pair.origin().part("match"),
              "the pair '" + pair.name() + "' is matched by '" + name + "', which the event '"
                  + event.name() + "' does not have")
          .withFix(Nearest.question(name, known)));
    }
    return found;
  }
}
