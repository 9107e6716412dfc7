package org.genevent.cli.convert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevent.model.trace.ClockClass;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.FieldRole;
import org.genevent.model.trace.TraceClass;
import org.genevent.model.trace.WireStructure;
import org.genevent.reader.TraceReader;

/**
 * A CTF trace that becomes another one of CTF: its data stream classes, packets and events one by one, with their numbers,
 * contexts, clocks and counts. Only how values lie there is new.
 */
final class KeptTrace {

  private static final long MOST_NARROW_ID = 1L << KeptClass.NARROW_ID_BITS;

  private final TraceClass source;
  private final SourceFields fields;
  private final Map<Long, KeptClass> classes = new LinkedHashMap<>();

  /** Plans everything that the metadata says. */
  KeptTrace(TraceClass source, SourceFields fields) {
    this.source = source;
    this.fields = fields;
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
      events.put(
          event.id(),
          new KeptEvent(
              event.id(),
              event,
              structure(event.name(), event.context()),
              structure(event.name(), event.fields())));
    }
    return new KeptClass(
        stream,
        clock(stream),
        wide,
        structure(where + ", packets", KeptRoles.without(stream.packetContext()))
            .orElse(new KeptField.Structure(List.of())),
        structure(where + ", events", stream.eventContext()),
        events);
  }

  private Optional<KeptField.Structure> structure(String where, Optional<WireStructure> structure) {
    return structure.map(members -> fields.structure(where, members));
  }

  private Optional<ClockClass> clock(DataStreamClass stream) {
    Optional<String> name =
        KeptRoles.clock(stream.clock(), stream.eventHeader(), stream.packetContext());
    List<ClockClass> clocks = source.clocks();
    boolean unnamed = source.majorVersion() == 1
        && (KeptRoles.timeBits(stream.eventHeader()) > 0
            || KeptRoles.has(stream.packetContext(), FieldRole.DEFAULT_CLOCK_TIMESTAMP));
    if (name.isEmpty() && unnamed && clocks.size() == 1) {
      return Optional.of(clocks.get(0));
    }
    return clocks.stream()
        .filter(clock -> name.isPresent() && clock.name().equals(name.get()))
        .findFirst();
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
  long walk(TraceReader reader, KeptValues values, Output output) {
    Map<Integer, KeptClass> current = new HashMap<>();
    ValueSink sink = new ValueSink();
    long events = 0;
    try {
      reader.onPacket(facts -> {
        try {
          KeptPacket packet = KeptPacket.of(reader, facts, classes, values);
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
        sink.clear();
        reader.streamContext(sink);
        byte[] ofStream = write(values, streamClass.eventContext(), sink);
        sink.clear();
        reader.context(sink);
        byte[] context = write(values, event.context(), sink);
        sink.clear();
        reader.fields(sink);
        byte[] payload = write(values, event.payload(), sink);
        output.event(
            stream, event, reader.clockCycles(), new KeptBytes(ofStream, context, payload));
        events++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return events;
  }

  private static byte[] write(
      KeptValues values, Optional<KeptField.Structure> fields, ValueSink sink) {
    return fields.isPresent() ? values.write(fields.get(), sink.members()) : new byte[0];
  }
}
