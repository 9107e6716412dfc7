package org.genevent.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.TraceClass;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireStructure;

/**
 * Finds the facilities of a trace in its metadata: events by the part of their names in front of the colon, checksums,
 * durations and pairs in the environment ({@code genevent_facility_N}, {@code genevent_duration_N}, {@code
 * genevent_pair_N}). Stateless.
 */
public final class TraceContracts {

  private static final String FACILITY = "genevent_facility_";
  private static final String DURATION = "genevent_duration_";
  private static final String PAIR = "genevent_pair_";

  private TraceContracts() {}

  /**
   * The facilities of a trace.
   *
   * @param trace what its metadata says
   * @return one for each name, in the order of the metadata; events whose names have no facility are not among them
   */
  public static List<FacilityContract> of(TraceClass trace) {
    Map<String, Map<String, EventRecordClass>> facilities = new LinkedHashMap<>();
    for (String fact : facts(trace, FACILITY)) {
      facilities.put(word(fact, 0), new LinkedHashMap<>());
    }
    for (DataStreamClass stream : trace.dataStreamClasses()) {
      for (EventRecordClass event : stream.eventRecordClasses()) {
        int colon = event.name().indexOf(':');
        if (colon > 0) {
          facilities
              .computeIfAbsent(event.name().substring(0, colon), name -> new LinkedHashMap<>())
              .putIfAbsent(event.name().substring(colon + 1), event);
        }
      }
    }
    List<FacilityContract> contracts = new ArrayList<>();
    facilities.forEach((name, events) -> contracts.add(facility(trace, name, events)));
    return contracts;
  }

  /**
   * One event class, without what only the environment knows.
   *
   * @param event the event class
   * @return the event; its name is without its facility
   */
  public static ContractEvent event(EventRecordClass event) {
    String name = event.name().substring(event.name().indexOf(':') + 1);
    return event(name, event, false);
  }

  /**
   * The fields of a structure in a trace.
   *
   * @param structure the structure, if there is one
   * @return its fields without those that only tell a length or a tag
   */
  public static List<ContractField> fields(Optional<WireStructure> structure) {
    return structure.map(members -> new WireContract().fields(members)).orElse(List.of());
  }

  private static FacilityContract facility(
      TraceClass trace, String name, Map<String, EventRecordClass> classes) {
    Set<String> durations = new LinkedHashSet<>(facts(trace, DURATION));
    List<ContractEvent> events = new ArrayList<>();
    Optional<WireStructure> context = Optional.empty();
    for (Map.Entry<String, EventRecordClass> entry : classes.entrySet()) {
      EventRecordClass event = entry.getValue();
      context = context.or(event::context);
      events.add(event(entry.getKey(), event, durations.contains(name + ":" + entry.getKey())));
    }
    return new FacilityContract(
        name,
        checksum(trace, name),
        packed(classes.values()),
        // CTF has no word for it
        OptionalInt.of(1),
        fields(context),
        events,
        false,
        pairs(trace, name));
  }

  private static ContractEvent event(String name, EventRecordClass event, boolean duration) {
    return new ContractEvent(name, OptionalInt.empty(), duration, fields(event.fields()));
  }

  private static Optional<Boolean> packed(Iterable<EventRecordClass> classes) {
    boolean large = false;
    for (EventRecordClass event : classes) {
      for (WireClass part : WireContract.scalars(event.context(), event.fields())) {
        large = true;
        if (part.alignmentBits() > Byte.SIZE) {
          return Optional.of(false);
        }
      }
    }
    return large ? Optional.of(true) : Optional.empty();
  }

  private static OptionalInt checksum(TraceClass trace, String name) {
    for (String fact : facts(trace, FACILITY)) {
      String number = word(fact, 1);
      if (word(fact, 0).equals(name) && number.startsWith("0x")) {
        try {
          return OptionalInt.of(Integer.parseUnsignedInt(number.substring(2), 16));
        } catch (NumberFormatException e) {
          return OptionalInt.empty();
        }
      }
    }
    return OptionalInt.empty();
  }

  private static List<String> pairs(TraceClass trace, String facility) {
    String prefix = facility + ":";
    return facts(trace, PAIR).stream()
        .filter(fact -> fact.startsWith(prefix))
        .distinct()
        .map(fact -> fact.replace(prefix, ""))
        .toList();
  }

  private static List<String> facts(TraceClass trace, String kind) {
    List<String> facts = new ArrayList<>();
    trace.environment().forEach((name, value) -> {
      if (name.startsWith(kind) && value instanceof String text) {
        facts.add(text);
      }
    });
    return facts;
  }

  private static String word(String fact, int index) {
    String[] words = fact.split(" ", -1);
    return index < words.length ? words[index] : "";
  }
}
