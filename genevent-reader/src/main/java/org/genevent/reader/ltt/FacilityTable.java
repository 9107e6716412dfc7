package org.genevent.reader.ltt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Place;
import org.genevent.model.Event;
import org.genevent.model.Facility;
import org.genevent.model.FacilityChecksum;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.reader.LttFacility;

/** Which facility each number of a trace stands for. Source: the trace format reference, section 5.3. */
final class FacilityTable {

  private static final int MAX_ID = 255;
  private static final String COMPACT = "compact";

  private final Path trace;
  private final EventDefs eventDefs;
  private final Predicate<EventRecordClass> wanted;
  private final Consumer<Diagnostic> report;
  private final Map<Integer, Binding> bindings = new TreeMap<>();
  private final boolean[] unknownReported = new boolean[MAX_ID + 1];

  /** A facility that was announced, with its events as far as they are known. */
  private static final class Binding {
    final CoreFacility.Load load;
    final Optional<Facility> facility;
    final LttEvent[] events;
    final boolean[] undecodable;

    Binding(CoreFacility.Load load, Optional<Facility> facility) {
      this.load = load;
      this.facility = facility;
      events = new LttEvent[MAX_ID + 1];
      undecodable = new boolean[MAX_ID + 1];
    }
  }

  FacilityTable(
      Path trace,
      EventDefs eventDefs,
      Predicate<EventRecordClass> wanted,
      Consumer<Diagnostic> report) {
    this.trace = trace;
    this.eventDefs = eventDefs;
    this.wanted = wanted;
    this.report = report;
  }

  /** A facility is announced; of two for one number the first counts, as the trace was paused between. */
  void bind(CoreFacility.Load load) {
    boolean core = load.name().equals(CoreFacility.NAME);
    if (load.id() < 0 || load.id() > MAX_ID || core != (load.id() == CoreFacility.ID)) {
      report(
          DiagnosticCode.TRACE_DAMAGED,
          "facility " + CoreFacility.shown(load.name()) + " is announced with the number "
              + Integer.toUnsignedString(load.id()),
          "numbers go from 1 to 255; 0 is the core");
    } else if (bindings.containsKey(load.id())) {
      return;
    } else if (!load.sizes().arePossible()) {
      report(
          DiagnosticCode.TRACE_DAMAGED,
          "facility " + CoreFacility.shown(load.name())
              + " is announced with impossible sizes: int "
              + Integer.toUnsignedString(load.sizes().intBytes())
              + ", long "
              + Integer.toUnsignedString(load.sizes().longBytes())
              + ", pointer "
              + Integer.toUnsignedString(load.sizes().pointerBytes())
              + ", size_t "
              + Integer.toUnsignedString(load.sizes().sizeTBytes())
              + ", alignment "
              + Integer.toUnsignedString(load.sizes().alignmentBytes()),
          "its events are passed over");
    } else {
      bind(load, eventDefs.find(load.name(), load.checksum()));
    }
  }

  private void bind(CoreFacility.Load load, EventDefs.Found found) {
    Binding binding = new Binding(load, found.facility());
    bindings.put(load.id(), binding);
    found.findings().forEach(report);
    if (found.facility().isEmpty() && load.id() != CoreFacility.ID) {
      report(
          DiagnosticCode.TRACE_FACILITY,
          "facility "
              + CoreFacility.shown(load.name())
              + " with checksum 0x"
              + FacilityChecksum.hex(load.checksum())
              + " is not described: "
              + found.reason(),
          "events of facilities that nothing describes are passed over and counted");
    }
    found.facility().ifPresent(facility -> fill(binding, facility));
  }

  /** The core is known without a file, too. */
  void bindCore(Facility builtIn, TypeSizes sizes) {
    Binding core = bindings.get(CoreFacility.ID);
    if (core == null || core.facility.isEmpty()) {
      CoreFacility.Load load = core == null
          ? new CoreFacility.Load(
              CoreFacility.NAME, FacilityChecksum.of(builtIn), CoreFacility.ID, sizes, 0, 0)
          : core.load;
      Binding known = new Binding(load, Optional.of(builtIn));
      bindings.put(CoreFacility.ID, known);
      fill(known, builtIn);
    }
  }

  private void fill(Binding binding, Facility facility) {
    List<Event> events = facility.events();
    for (int i = 0; i < events.size(); i++) {
      int id = events.get(i).id().orElse(i);
      if (id < 0 || id > MAX_ID || binding.events[id] != null) {
        continue;
      }
      try {
        binding.events[id] = new LttEvent(
            facility.name(),
            classId(binding.load.id(), id),
            events.get(i),
            binding.load.sizes(),
            wanted);
      } catch (LttFailure e) {
        binding.undecodable[id] = true;
        report(
            DiagnosticCode.TRACE_FACILITY,
            "event " + facility.name() + "." + events.get(i).name() + " cannot be read: "
                + e.getMessage(),
            "its events are passed over and counted");
      }
    }
  }

  /** Both numbers of an event header in one. */
  private static long classId(int facilityId, int eventId) {
    return (long) facilityId << Byte.SIZE | eventId;
  }

  /** The event, or null if nothing describes it, which is reported once for each facility. */
  LttEvent event(int facilityId, int eventId) {
    Binding binding = bindings.get(facilityId);
    if (binding == null || binding.facility.isEmpty() || binding.undecodable[eventId]) {
      if (binding == null && !unknownReported[facilityId]) {
        unknownReported[facilityId] = true;
        report(
            DiagnosticCode.TRACE_FACILITY,
            "no facility was announced with the number " + facilityId,
            "events of facilities that nothing describes are passed over and counted");
      }
      return null;
    }
    LttEvent event = binding.events[eventId];
    if (event == null) {
      throw new LttFailure(
          "facility " + binding.load.name() + " has no event with the number " + eventId);
    }
    return event;
  }

  /** The number of the facility whose events are compact; -1 if there is none. */
  int compactId() {
    for (Binding binding : bindings.values()) {
      if (binding.load.name().equals(COMPACT) && binding.facility.isPresent()) {
        return binding.load.id();
      }
    }
    return -1;
  }

  /** Whether there may be events by which our own runtime tells of blocks. */
  boolean hasNotes() {
    return bindings.values().stream()
        .anyMatch(binding -> binding.load.name().equals(StreamNotes.FACILITY));
  }

  int eventCount(int facilityId) {
    return bindings
        .get(facilityId)
        .facility
        .map(facility -> facility.events().size())
        .orElse(0);
  }

  List<EventRecordClass> eventClasses() {
    List<EventRecordClass> all = new ArrayList<>();
    for (Binding binding : bindings.values()) {
      for (LttEvent event : binding.events) {
        if (event != null) {
          all.add(event.eventClass);
        }
      }
    }
    return all;
  }

  List<LttFacility> facilities() {
    List<LttFacility> all = new ArrayList<>();
    for (Binding binding : bindings.values()) {
      TypeSizes sizes = binding.load.sizes();
      all.add(new LttFacility(
          binding.load.id(),
          binding.load.name(),
          binding.load.checksum(),
          sizes.intBytes(),
          sizes.longBytes(),
          sizes.pointerBytes(),
          sizes.sizeTBytes(),
          sizes.alignmentBytes(),
          binding.facility));
    }
    return all;
  }

  private void report(DiagnosticCode code, String message, String rule) {
    report.accept(
        Diagnostic.of(code, new Place.InFile(trace.toString(), 0, 0), message).withRule(rule));
  }
}
