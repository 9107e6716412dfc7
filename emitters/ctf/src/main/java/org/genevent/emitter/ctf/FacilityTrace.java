package org.genevent.emitter.ctf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.genevent.model.EventPair;
import org.genevent.model.Facility;
import org.genevent.model.FacilityChecksum;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.TraceClass;
import org.genevent.model.trace.WireStructure;
import org.genevent.plan.EventPlan;
import org.genevent.plan.FacilityPlan;

/** A trace that has one facility and all its events, as the runtime would write it. */
final class FacilityTrace {

  private FacilityTrace() {}

  static TraceClass of(FacilityPlan plan) {
    Facility facility = plan.facility();
    String identity = facility.name() + " 0x" + FacilityChecksum.hex(plan.checksum());
    // the same facility gives the same text on every machine, so the number cannot be a random one
    UUID uuid =
        UUID.nameUUIDFromBytes(("genevent facility " + identity).getBytes(StandardCharsets.UTF_8));
    return TraceFrame.trace(
        uuid,
        plan.abi().byteOrder(),
        environment(plan, identity),
        TraceFrame.clock(Optional.empty(), 0, 0),
        channels(plan));
  }

  /** What the fields do not say: which facility this is, and which events have a length or belong together. */
  private static Map<String, Object> environment(FacilityPlan plan, String identity) {
    Facility facility = plan.facility();
    Map<String, Object> environment = new LinkedHashMap<>();
    environment.put("tracer_name", "genevent");
    environment.put("genevent_facility_0", identity);
    for (int i = 0; i < facility.pairs().size(); i++) {
      EventPair pair = facility.pairs().get(i);
      List<String> words = new ArrayList<>();
      words.add(fullName(facility, pair.beginEvent()));
      words.add(fullName(facility, pair.endEvent()));
      if (!pair.matchFields().isEmpty()) {
        words.add(String.join(",", pair.matchFields()));
      }
      environment.put("genevent_pair_" + i, String.join(" ", words));
    }
    int durations = 0;
    for (EventPlan event : plan.events()) {
      if (event.event().duration().isPresent()) {
        environment.put(
            "genevent_duration_" + durations, fullName(facility, event.event().name()));
        durations++;
      }
    }
    return environment;
  }

  private static List<TraceFrame.Channel> channels(FacilityPlan plan) {
    PayloadWire wire = new PayloadWire(plan.metrics(), true);
    Optional<WireStructure> context = plan.context().flatMap(wire::structure);
    Map<String, List<EventRecordClass>> events = new LinkedHashMap<>();
    for (EventPlan event : plan.events()) {
      events
          .computeIfAbsent(event.channel(), name -> new ArrayList<>())
          .add(new EventRecordClass(
              event.id(),
              fullName(plan.facility(), event.event().name()),
              event.event().description(),
              OptionalInt.of(event.level().number()),
              context,
              wire.structure(event.payload())));
    }
    if (events.isEmpty()) {
      events.put(plan.facility().channel(), List.of());
    }
    List<TraceFrame.Channel> channels = new ArrayList<>();
    events.forEach((name, classes) -> channels.add(new TraceFrame.Channel(name, classes)));
    return channels;
  }

  private static String fullName(Facility facility, String event) {
    return facility.name() + ":" + event;
  }
}
