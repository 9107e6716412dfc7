package org.genevent.reader.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.genevent.contract.ContractEvent;
import org.genevent.contract.FacilityContract;
import org.genevent.contract.TraceContracts;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.TraceClass;
import org.genevent.reader.LttFacility;
import org.genevent.reader.LttTrace;
import org.genevent.reader.TraceReader;
import org.genevent.reader.ltt.LttContracts;

/** What a trace says of its facilities: a CTF trace in its metadata, an LTT trace in the facilities that it announces. */
final class TraceFacts {

  private final TraceClass trace;
  private final Map<String, OptionalInt> checksums = new LinkedHashMap<>();
  private final Map<String, ContractEvent> lttEvents;

  private TraceFacts(TraceClass trace, Map<String, ContractEvent> lttEvents) {
    this.trace = trace;
    this.lttEvents = lttEvents;
  }

  /** The traces of a reader, in its order. */
  static List<TraceFacts> of(TraceReader reader) {
    List<TraceFacts> all = new ArrayList<>();
    for (TraceClass trace : reader.traces()) {
      all.add(LttTrace.of(reader, trace)
          .map(announced -> ofLtt(trace, announced))
          .orElseGet(() -> ofCtf(trace)));
    }
    return all;
  }

  private static TraceFacts ofCtf(TraceClass trace) {
    TraceFacts facts = new TraceFacts(trace, Map.of());
    for (FacilityContract facility : TraceContracts.of(trace)) {
      facts.checksums.put(facility.name(), facility.checksum());
    }
    return facts;
  }

  private static TraceFacts ofLtt(TraceClass trace, LttTrace announced) {
    TraceFacts facts = new TraceFacts(trace, LttContracts.events(announced));
    for (LttFacility facility : announced.facilities()) {
      facts.checksums.put(facility.name(), OptionalInt.of(facility.checksum()));
    }
    return facts;
  }

  /** The names of the facilities, and the checksums that are known. */
  Map<String, OptionalInt> checksums() {
    return checksums;
  }

  /** The kinds of events; one stands in several kinds of streams. */
  List<EventRecordClass> classes() {
    List<EventRecordClass> classes = new ArrayList<>();
    for (DataStreamClass stream : trace.dataStreamClasses()) {
      classes.addAll(stream.eventRecordClasses());
    }
    return classes;
  }

  /** What the events of a class have. */
  ContractEvent event(EventRecordClass of) {
    ContractEvent known = lttEvents.get(of.name());
    return known == null ? TraceContracts.event(of) : known;
  }
}
