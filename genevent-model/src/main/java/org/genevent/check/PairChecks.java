package org.genevent.check;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.model.Event;
import org.genevent.model.EventPair;
import org.genevent.model.Facility;
import org.genevent.model.Field;

/** Begin/end pairs: that both events are there and can be matched. */
final class PairChecks {

  private final Facility facility;
  private final NameChecks names;
  private final Findings findings;
  private final Map<String, Event> events = new LinkedHashMap<>();
  private final Map<String, Field> context = new LinkedHashMap<>();
  private final Map<Event, Map<String, Field>> fieldsOf = new IdentityHashMap<>();

  PairChecks(Facility facility, NameChecks names, Findings findings) {
    this.facility = facility;
    this.names = names;
    this.findings = findings;
    facility.events().forEach(event -> events.putIfAbsent(event.name(), event));
    facility.context().forEach(field -> context.putIfAbsent(field.name(), field));
  }

  void check() {
    NameChecks.Unique unique = names.unique("pair");
    for (EventPair pair : facility.pairs()) {
      names.identifier("pair", pair.name(), pair.origin());
      unique.addExact(pair.name(), pair.origin());
      Optional<Event> begin = event(pair, "begin", pair.beginEvent());
      Optional<Event> end = event(pair, "end", pair.endEvent());
      if (begin.isPresent() && pair.beginEvent().equals(pair.endEvent())) {
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
    Optional<Event> found = Optional.ofNullable(events.get(name));
    if (found.isEmpty()) {
      findings.add(Diagnostic.of(
              DiagnosticCode.PAIR_EVENT,
              pair.origin().part(part),
              "the pair '" + pair.name() + "' has the event '" + name + "' as its " + part
                  + ", which the facility '" + facility.name() + "' does not define")
          .withFix(findings.question(name, events.keySet())));
    }
    return found;
  }

  private void match(EventPair pair, String name, Optional<Event> begin, Optional<Event> end) {
    Optional<Field> atBegin = begin.flatMap(event -> field(event, name));
    Optional<Field> atEnd = end.flatMap(event -> field(event, name));
    boolean missingAtBegin = begin.isPresent() && atBegin.isEmpty();
    boolean missingAtEnd = end.isPresent() && atEnd.isEmpty();
    if (missingAtBegin && missingAtEnd) {
      missing(pair, name, "neither of its events has", begin.get());
    } else if (missingAtBegin || missingAtEnd) {
      Event event = missingAtBegin ? begin.get() : end.get();
      missing(pair, name, "the event '" + event.name() + "' does not have", event);
    }
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

  private void missing(EventPair pair, String name, String where, Event event) {
    findings.add(Diagnostic.of(
            DiagnosticCode.PAIR_FIELD,
            pair.origin().part("match"),
            "the pair '" + pair.name() + "' is matched by '" + name + "', which " + where)
        .withFix(findings.question(name, fields(event).keySet())));
  }

  private Optional<Field> field(Event event, String name) {
    return Optional.ofNullable(fields(event).get(name))
        .or(() -> Optional.ofNullable(context.get(name)));
  }

  private Map<String, Field> fields(Event event) {
    return fieldsOf.computeIfAbsent(event, PairChecks::byName);
  }

  private static Map<String, Field> byName(Event event) {
    Map<String, Field> fields = new LinkedHashMap<>();
    event.fields().forEach(field -> fields.putIfAbsent(field.name(), field));
    return fields;
  }
}
