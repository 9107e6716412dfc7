package org.genevent.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.model.Event;
import org.genevent.model.EventAttribute;
import org.genevent.model.EventDuration;
import org.genevent.model.Facility;
import org.genevent.model.Field;

/** Events: names, ids, attributes and durations. */
final class EventChecks {

  private final Facility facility;
  private final NameChecks names;
  private final FieldClassChecks classes;
  private final Findings findings;

  EventChecks(Facility facility, NameChecks names, FieldClassChecks classes, Findings findings) {
    this.facility = facility;
    this.names = names;
    this.classes = classes;
    this.findings = findings;
  }

  void check() {
    List<Event> events = facility.events();
    if (events.isEmpty()) {
      findings.add(Diagnostic.of(
              DiagnosticCode.FACILITY_EMPTY,
              facility.origin().place(),
              "the facility " + NameChecks.quoted(facility.name()) + " has no event")
          .withFix("add one: <event name=\"…\">"));
    }
    NameChecks.Unique unique = names.unique("event");
    for (Event event : events) {
      names.identifier("event", event.name(), event.origin());
      unique.add(event.name(), event.origin());
      event
          .channel()
          .ifPresent(channel -> names.fileWord("channel", "channel", channel, event.origin()));
      FacilityChecks.description(event.description(), event.origin(), findings);
      duration(event);
      attributes(event);
      classes.payload(
          FacilityChecks.eventName(facility, event),
          "field",
          hasOwnDuration(event) ? event.fields() : event.payloadFields(),
          event.origin());
    }
    ids(events);
  }

  /** Whether a field has the name of the duration, which is reported as such and not as a name used twice. */
  private static boolean hasOwnDuration(Event event) {
    return event.fields().stream().anyMatch(field -> field.name().equals(EventDuration.FIELD_NAME));
  }

  private void ids(List<Event> events) {
    Map<Integer, Event> taken = new HashMap<>();
    for (int position = 0; position < events.size(); position++) {
      Event event = events.get(position);
      int id = event.id().orElse(position);
      if (id < 0 || id >= Limits.EVENTS) {
        findings.add(Diagnostic.of(
            DiagnosticCode.ID_RANGE,
            event.origin().part("id"),
            FacilityChecks.eventName(facility, event) + " has the id " + id + "; ids are from 0 to "
                + (Limits.EVENTS - 1)));
        continue;
      }
      Event first = taken.putIfAbsent(id, event);
      if (first != null) {
        findings.add(Diagnostic.of(
                DiagnosticCode.ID_DUPLICATE,
                event.origin().part("id"),
                "the events " + NameChecks.quoted(first.name()) + " and "
                    + NameChecks.quoted(event.name()) + " both have the id " + id)
            .withRule("an event without an id has its position in the facility, from 0")
            .withFix("give every event of the facility an id, or none"));
      }
    }
  }

  private void duration(Event event) {
    if (event.duration().isEmpty()) {
      return;
    }
    if (event.duration().get().thresholdNanos() < 0) {
      findings.add(Diagnostic.of(
              DiagnosticCode.DURATION_THRESHOLD,
              event.origin().part("duration_threshold_ns"),
              "the duration's threshold is negative: " + event.duration().get().thresholdNanos())
          .withFix("write 0 to keep every one"));
    }
    for (Field field : event.fields()) {
      if (field.name().equals(EventDuration.FIELD_NAME)) {
        findings.add(Diagnostic.of(
                DiagnosticCode.NAME_RESERVED,
                field.origin().part("name"),
                "the name '" + EventDuration.FIELD_NAME + "' is taken by the length of "
                    + FacilityChecks.eventName(facility, event))
            .withRule("an event with a duration gets that field by itself")
            .withFix("give the field another name, or leave it out"));
      }
    }
  }

  private void attributes(Event event) {
    if (event.attributes().contains(EventAttribute.COMPACT_DATA)
        && (!facility.name().equals("compact") || event.fields().isEmpty())) {
      findings.add(Diagnostic.of(
              DiagnosticCode.EVENT_COMPACT,
              event.origin().part("attribute"),
              "compact_data means nothing for " + FacilityChecks.eventName(facility, event))
          .withRule(
              facility.name().equals("compact")
                  ? "the header of the event carries its first field, and it has none"
                  : "only the facility 'compact' has the header that carries the first field of an event")
          .withFix(
              facility.name().equals("compact")
                  ? "give the event a first field, or leave compact_data out"
                  : "leave compact_data out"));
    }
    if (event.attributes().contains(EventAttribute.PARAM_BUFFER)
        && !facility.name().startsWith("user_")) {
      findings.add(Diagnostic.of(
              DiagnosticCode.EVENT_USER_ONLY,
              event.origin().part("param"),
              "param=\"buffer\" means nothing for " + FacilityChecks.eventName(facility, event))
          .withRule("only callers in user space, of facilities named user_…, pass a ready payload")
          .withFix("leave it out, or name the facility user_…"));
    }
  }
}
