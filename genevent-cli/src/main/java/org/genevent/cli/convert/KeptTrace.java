package org.genevent.cli.convert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genevent.abi.Abi;
import org.genevent.diagnostic.Origin;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Event;
import org.genevent.model.EventLevel;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.model.trace.ClockClass;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.FieldRole;
import org.genevent.model.trace.TraceClass;
import org.genevent.model.trace.WireStructure;
import org.genevent.plan.FacilityPlan;
import org.genevent.reader.TraceReader;

/**
 * A CTF trace that becomes another one of CTF: its data stream classes, packets and events one by one, with their numbers,
 * contexts, clocks and counts. Only how values lie there is new.
 */
final class KeptTrace {

  private static final long MOST_NARROW_ID = 1L << KeptClass.NARROW_ID_BITS;

  private final TraceClass source;
  private final Abi abi;
  private final boolean packed;
  private final Losses losses;
  private final WireTypes wireTypes;
  private final TargetTypes targetTypes;
  private final Map<Long, KeptClass> classes = new LinkedHashMap<>();

  /** Plans everything that the metadata says. */
  KeptTrace(TraceClass source, Abi abi, boolean packed, Renames renames, Losses losses) {
    this.source = source;
    this.abi = abi;
    this.packed = packed;
    this.losses = losses;
    wireTypes = new WireTypes(new PathFacts(), losses);
    targetTypes = new TargetTypes(
        TargetFormat.CTF,
        new Descriptions(TargetFormat.CTF, new PathFacts(), losses),
        new TargetIntegers(TargetFormat.CTF, abi.dataModel(), new PathFacts(), losses),
        renames,
        losses);
    for (DataStreamClass stream : source.dataStreamClasses()) {
      classes.put(stream.id(), planned(stream));
    }
  }

  /** What the trace says of itself. */
  TraceClass source() {
    return source;
  }

  /** The data stream classes, in the order of the metadata. */
  List<KeptClass> classes() {
    return List.copyOf(classes.values());
  }

  private KeptClass planned(DataStreamClass stream) {
    String where = "stream " + Long.toUnsignedString(stream.id());
    Map<Long, KeptEvent> events = new LinkedHashMap<>();
    boolean wide = KeptRoles.timeBits(stream.eventHeader()) > KeptClass.NARROW_TIME_BITS;
    for (EventRecordClass event : stream.eventRecordClasses()) {
      wide |= Long.compareUnsigned(event.id(), MOST_NARROW_ID) >= 0;
      events.put(event.id(), planned(event));
    }
    return new KeptClass(
        stream,
        clock(stream),
        wide,
        context(where + ", packets", KeptRoles.without(stream.packetContext())),
        context(where + ", events", stream.eventContext()),
        events);
  }

  private Optional<ClockClass> clock(DataStreamClass stream) {
    Optional<String> name =
        KeptRoles.clock(stream.clock(), stream.eventHeader(), stream.packetContext());
    List<ClockClass> clocks = source.clocks();
    if (name.isEmpty() && clocks.size() == 1) {
      return Optional.of(clocks.get(0));
    }
    return clocks.stream()
        .filter(clock -> name.isPresent() && clock.name().equals(name.get()))
        .findFirst();
  }

  private KeptEvent planned(EventRecordClass event) {
    Event payload = new Event(
        event.name(),
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        fields(event.name(), event.fields()),
        Origin.NONE);
    return new KeptEvent(
        event.id(), event, plan(fields(event.name(), event.context()), List.of(payload)));
  }

  private FacilityPlan context(String where, Optional<WireStructure> structure) {
    return plan(fields(where, structure), List.of());
  }

  private List<Field> fields(String where, Optional<WireStructure> structure) {
    return targetTypes.fields(where, wireTypes.fields(where, structure));
  }

  private FacilityPlan plan(List<Field> context, List<Event> events) {
    Facility around = new Facility(
        "kept",
        Optional.empty(),
        packed,
        "",
        EventLevel.DEFAULT,
        Facility.DEFAULT_CHANNEL,
        context,
        List.of(),
        events,
        List.of(),
        Origin.NONE);
    return FacilityPlan.of(around, abi, LayoutRule.NATURAL);
  }

  /** Whether packet headers of the new trace say which stream of its class each is. */
  boolean hasStreamNumbers() {
    return KeptRoles.has(source.packetHeader(), FieldRole.DATA_STREAM_ID);
  }

  /** Takes packets and their events. */
  interface Output {
    /** A packet begins; the values are those of its own context. */
    void packet(KeptPacket packet) throws IOException;

    /** An event of the packet that was begun last in a stream. */
    void event(int stream, KeptEvent event, long cycles, KeptBytes bytes) throws IOException;
  }

  /** Reads everything; gives back how many events there were. */
  long walk(TraceReader reader, PayloadBytes bytes, Output output) {
    Map<Integer, KeptClass> current = new HashMap<>();
    ValueSink sink = new ValueSink();
    long events = 0;
    try {
      reader.onPacket(facts -> {
        try {
          KeptPacket packet = KeptPacket.of(reader, facts, classes, bytes);
          current.put(facts.stream(), packet.streamClass());
          output.packet(packet);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
      while (reader.next()) {
        int stream = reader.streamIndex();
        KeptClass streamClass = current.get(stream);
        KeptEvent event = streamClass.events().get(reader.eventClass().id());
        String name = event.source().name();
        sink.clear();
        reader.streamContext(sink);
        byte[] ofStream = bytes.write(
            name,
            streamClass.eventFields(),
            sink.members(),
            streamClass.eventContext().metrics());
        sink.clear();
        reader.context(sink);
        byte[] context =
            bytes.write(name, event.context(), sink.members(), event.plan().metrics());
        sink.clear();
        reader.fields(sink);
        byte[] payload =
            bytes.write(name, event.payload(), sink.members(), event.plan().metrics());
        output.event(
            stream, event, reader.clockCycles(), new KeptBytes(ofStream, context, payload));
        events++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return events;
  }
}
