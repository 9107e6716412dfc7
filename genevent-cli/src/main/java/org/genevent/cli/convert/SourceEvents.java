package org.genevent.cli.convert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.genevent.diagnostic.Origin;
import org.genevent.model.Event;
import org.genevent.model.EventLevel;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.TraceClass;
import org.genevent.reader.LttFacility;
import org.genevent.reader.LttTrace;
import org.genevent.reader.TraceReader;

/**
 * The facilities of a trace, and which of their events each event record class of the trace is.
 *
 * @param facilities the facilities as the trace has them
 * @param events for each event record class, in the order of {@link TraceReader#eventClasses}, its event, or null for what is
 *     about the format itself or about packets
 */
record SourceEvents(List<SourceFacility> facilities, List<Place> events) {

  /** The facility of events whose names have none. */
  private static final String NO_FACILITY = "trace";

  private static final String CORE = "core";

  /**
   * An event of a facility.
   *
   * @param facility the facility's number in the list
   * @param event the event's number in the facility
   */
  record Place(int facility, int event) {}

  /** Which sizes of types facilities of an LTT trace keep. */
  enum KeptSizes {
    /** Each those with which it was announced; one that was announced with several is several facilities. */
    OF_EACH,
    /** The largest with which it was announced. */
    WIDEST,
    /** Those of the whole new trace. */
    NONE
  }

  /**
   * Looks at what a trace declares.
   *
   * @param sizes which sizes of types the facilities of an LTT trace have
   * @param facts descriptions among the facts of a CTF trace
   */
  static SourceEvents of(TraceReader reader, KeptSizes sizes, PathFacts facts, Losses losses) {
    return reader.lttTraces().isEmpty()
        ? ofCtf(reader.traces().get(0), facts, losses)
        : ofLtt(reader.lttTraces().get(0), reader.eventClasses(), sizes, losses);
  }

  /** With the events that tell of packets in LTT: their facility is the first. */
  SourceEvents withNotes() {
    List<SourceFacility> all = new ArrayList<>();
    all.add(SourceFacility.of(PacketNotes.facility()));
    all.addAll(facilities);
    List<Place> places = new ArrayList<>();
    for (Place place : events) {
      places.add(place == null ? null : new Place(place.facility() + 1, place.event()));
    }
    return new SourceEvents(all, places);
  }

  /** Whether one of the facilities is called so. */
  boolean has(String name) {
    return facilities.stream().anyMatch(source -> source.facility().name().equals(name));
  }

  private static SourceEvents ofLtt(
      LttTrace trace, List<EventRecordClass> classes, KeptSizes sizes, Losses losses) {
    Map<String, List<LttFacility>> loads = new LinkedHashMap<>();
    for (LttFacility loaded : trace.facilities()) {
      loaded
          .facility()
          .ifPresent(facility -> loads
              .computeIfAbsent(SourceFacility.declaration(facility), key -> new ArrayList<>())
              .add(loaded));
    }
    if (sizes == KeptSizes.WIDEST) {
      loads.values().forEach(of -> SourceFacility.severalSizes(of, losses));
    }
    Map<SourceFacility, Integer> numbers = new LinkedHashMap<>();
    Map<Integer, SourceFacility> byId = new HashMap<>();
    for (LttFacility loaded : trace.facilities()) {
      Facility facility = loaded.facility().orElse(null);
      if (facility == null || loaded.id() == 0 || PacketNotes.isAnnounced(loaded)) {
        continue;
      }
      SourceFacility source = switch (sizes) {
        case OF_EACH -> SourceFacility.announced(facility, loaded, trace, losses);
        case WIDEST ->
          SourceFacility.widest(facility, loads.get(SourceFacility.declaration(facility)));
        case NONE -> SourceFacility.of(facility);
      };
      byId.put(loaded.id(), source);
      numbers.putIfAbsent(source, numbers.size());
    }
    List<Place> places = new ArrayList<>();
    for (EventRecordClass eventClass : classes) {
      SourceFacility source = byId.get((int) (eventClass.id() >>> Byte.SIZE));
      places.add(
          source == null
              ? null
              : new Place(
                  numbers.get(source), event(source.facility(), (int) eventClass.id() & 0xFF)));
    }
    return new SourceEvents(List.copyOf(numbers.keySet()), places);
  }

  private static int event(Facility facility, int id) {
    for (int i = 0; i < facility.events().size(); i++) {
      if (facility.events().get(i).id().orElse(i) == id) {
        return i;
      }
    }
    throw new IllegalStateException("facility " + facility.name() + " has no event " + id);
  }

  /** A facility that is put together from event record classes. */
  private static final class Building {
    final String name;
    final List<Event> events = new ArrayList<>();
    Optional<List<Field>> context = Optional.empty();

    Building(String name) {
      this.name = name;
    }

    Facility facility(String description) {
      return new Facility(
          name,
          Optional.empty(),
          false,
          description,
          EventLevel.DEFAULT,
          Facility.DEFAULT_CHANNEL,
          context.orElse(List.of()),
          List.of(),
          events,
          List.of(),
          Origin.NONE);
    }
  }

  private static SourceEvents ofCtf(TraceClass trace, PathFacts facts, Losses losses) {
    Map<String, Building> buildings = new LinkedHashMap<>();
    List<Place> places = new ArrayList<>();
    for (DataStreamClass stream : trace.dataStreamClasses()) {
      for (EventRecordClass eventClass : stream.eventRecordClasses()) {
        int colon = eventClass.name().indexOf(':');
        String name = colon > 0 ? eventClass.name().substring(0, colon) : NO_FACILITY;
        if (name.equals(CORE)) {
          losses.add("the name of the facility core, which becomes core_events: core is LTT's own");
          name = "core_events";
        }
        Building building = buildings.computeIfAbsent(name, Building::new);
        Event event = event(eventClass, name, facts, losses);
        context(building, eventClass, facts, losses);
        int known = sameEvent(building.events, event);
        if (known < 0) {
          known = building.events.size();
          building.events.add(event);
        }
        places.add(new Place(List.copyOf(buildings.keySet()).indexOf(name), known));
      }
    }
    return new SourceEvents(
        buildings.values().stream()
            .map(building -> SourceFacility.of(building.facility(facts.description(building.name))))
            .toList(),
        places);
  }

  private static int sameEvent(List<Event> events, Event event) {
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).name().equals(event.name())
          && events.get(i).fields().equals(event.fields())) {
        return i;
      }
    }
    return -1;
  }

  private static Event event(
      EventRecordClass eventClass, String facility, PathFacts facts, Losses losses) {
    String name = eventClass.name().substring(eventClass.name().indexOf(':') + 1);
    List<Field> fields =
        new WireTypes(facts, losses).fields(facility + ":" + name, eventClass.fields());
    return new Event(
        name,
        Optional.empty(),
        eventClass.description().isEmpty()
            ? facts.description(facility + ":" + name)
            : eventClass.description(),
        level(eventClass.logLevel()),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        fields,
        Origin.NONE);
  }

  private static Optional<EventLevel> level(OptionalInt number) {
    return number.isPresent()
            && number.getAsInt() >= 0
            && number.getAsInt() < EventLevel.values().length
        ? Optional.of(EventLevel.values()[number.getAsInt()])
        : Optional.empty();
  }

  private static void context(
      Building building, EventRecordClass eventClass, PathFacts facts, Losses losses) {
    List<Field> context = new WireTypes(facts, losses).fields(building.name, eventClass.context());
    if (building.context.isEmpty()) {
      building.context = Optional.of(context);
    } else if (!building.context.get().equals(context)) {
      losses.add("contexts of facility " + building.name + ", of which its events have several");
    }
  }
}
