package org.genevent.cli.convert;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.genevent.emitter.ctf.FragmentPrinter;
import org.genevent.emitter.ctf.TsdlPrinter;
import org.genevent.model.DisplayBase;
import org.genevent.model.trace.ClockClass;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.FieldRole;
import org.genevent.model.trace.Identity;
import org.genevent.model.trace.TraceClass;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireBlob;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireEncoding;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireStructure;

/**
 * The metadata of a CTF trace that was another: what that says of the trace, its clocks, streams and events, with the fields as
 * they lie now.
 */
final class KeptMetadata {

  private static final int WORD_BITS = 64;
  private static final int MAGIC_BITS = 32;
  private static final int UUID_BYTES = 16;

  private final KeptTrace trace;
  private final boolean second;
  private final KeptWire wires;
  private final Map<String, String> clockNames = new HashMap<>();
  private final Map<String, String> factNames = new HashMap<>();

  KeptMetadata(KeptTrace trace, boolean second, Renames renames) {
    this.trace = trace;
    this.second = second;
    wires = new KeptWire(second);
    Renames.Scope clocks = renames.new Scope("");
    Renames.Scope facts = renames.new Scope("");
    for (ClockClass clock : trace.source().clocks()) {
      clockNames.put(clock.name(), second ? clock.name() : clocks.kept(word(clock.name())));
    }
    for (String name : trace.source().environment().keySet()) {
      factNames.put(name, second ? name : facts.kept(word(name)));
    }
  }

  /** A name that is no word of TSDL. */
  private static String word(String name) {
    return TsdlPrinter.isKeyword(name) ? "_" + name : name;
  }

  /** The whole text. */
  String print(ByteOrder byteOrder) {
    TraceClass made = made(byteOrder);
    return second ? FragmentPrinter.trace(made) : TsdlPrinter.trace(made);
  }

  private TraceClass made(ByteOrder byteOrder) {
    TraceClass source = trace.source();
    boolean wasSecond = source.majorVersion() == 2;
    Map<String, Object> environment = new LinkedHashMap<>();
    source.environment().forEach((name, value) -> environment.put(factNames.get(name), value));
    List<ClockClass> clocks = source.clocks().stream().map(this::clock).toList();
    PathFacts facts = new PathFacts();
    if (wasSecond) {
      CtfFacts.take(source, clockNames, factNames, facts);
    }
    if (!second) {
      facts.addTo(environment);
    }
    Optional<UUID> uuid = TraceLosses.uuid(source);
    TraceClass made = new TraceClass(
        second ? 2 : 1,
        !second ? Identity.NONE : wasSecond ? source.identity() : uid(Optional.empty(), uuid),
        uuid,
        byteOrder,
        Optional.of(packetHeader(uuid.isPresent())),
        environment,
        clocks,
        trace.classes().stream().map(this::stream).toList(),
        WordFacts.kept(source.words(), second, clockNames));
    return !second ? made : wasSecond ? CtfFacts.restored(made, facts) : CtfFacts.restored(made);
  }

  private static Identity uid(Optional<String> name, Optional<UUID> uuid) {
    return new Identity(Optional.empty(), name, uuid.map(UUID::toString));
  }

  private ClockClass clock(ClockClass clock) {
    String name = clockNames.get(clock.name());
    Optional<UUID> uuid = TraceLosses.uuid(clock);
    boolean ofFirst = trace.source().majorVersion() == 1;
    Identity identity = ofFirst ? uid(uuid.map(known -> name), uuid) : clock.identity();
    return new ClockClass(
        name,
        second ? identity : Identity.NONE,
        second ? Optional.empty() : uuid,
        clock.description(),
        clock.frequencyHz(),
        clock.precisionCycles(),
        second ? clock.accuracyCycles() : 0,
        clock.offsetSeconds(),
        clock.offsetCycles(),
        clock.absolute(),
        second ? clock.origin() : Optional.empty());
  }

  private static WireMember word(String name, FieldRole role) {
    return new WireMember(name, number(WORD_BITS, WORD_BITS, role, Optional.empty()));
  }

  private static WireInteger number(
      int sizeBits, int alignmentBits, FieldRole role, Optional<String> clock) {
    return new WireInteger(
        sizeBits,
        alignmentBits,
        false,
        Optional.empty(),
        DisplayBase.DECIMAL,
        WireEncoding.NONE,
        clock,
        false,
        Set.of(role));
  }

  private WireStructure packetHeader(boolean hasUuid) {
    List<WireMember> members = new ArrayList<>();
    members.add(new WireMember(
        "magic", number(MAGIC_BITS, MAGIC_BITS, FieldRole.PACKET_MAGIC_NUMBER, Optional.empty())));
    if (hasUuid) {
      WireClass uuid = second
          ? new WireBlob(UUID_BYTES, WireBlob.ANY_TYPE, Set.of(FieldRole.METADATA_STREAM_UUID))
          : new WireArray(UUID_BYTES, WireInteger.unsigned(Byte.SIZE, Byte.SIZE));
      members.add(new WireMember("uuid", uuid));
    }
    members.add(word("stream_id", FieldRole.DATA_STREAM_CLASS_ID));
    if (trace.hasStreamNumbers()) {
      members.add(word("stream_instance_id", FieldRole.DATA_STREAM_ID));
    }
    return new WireStructure(members, WORD_BITS);
  }

  private DataStreamClass stream(KeptClass stream) {
    Optional<String> clock = stream.clock().map(one -> clockNames.get(one.name()));
    return new DataStreamClass(
        stream.source().id(),
        second ? stream.source().identity() : Identity.NONE,
        second ? clock : Optional.empty(),
        "",
        Optional.of(packetContext(stream, clock)),
        Optional.of(eventHeader(stream, clock)),
        stream.eventContext().map(wires::scope),
        stream.events().values().stream().map(this::event).toList());
  }

  private WireStructure packetContext(KeptClass stream, Optional<String> clock) {
    List<WireMember> members = new ArrayList<>();
    if (clock.isPresent()) {
      members.add(new WireMember(
          "timestamp_begin",
          number(WORD_BITS, WORD_BITS, FieldRole.DEFAULT_CLOCK_TIMESTAMP, clock)));
      members.add(new WireMember(
          "timestamp_end",
          number(WORD_BITS, WORD_BITS, FieldRole.PACKET_END_DEFAULT_CLOCK_TIMESTAMP, clock)));
    }
    members.add(word("content_size", FieldRole.PACKET_CONTENT_LENGTH));
    members.add(word("packet_size", FieldRole.PACKET_TOTAL_LENGTH));
    if (stream.packetsSay(FieldRole.PACKET_SEQUENCE_NUMBER)) {
      members.add(word("packet_seq_num", FieldRole.PACKET_SEQUENCE_NUMBER));
    }
    if (stream.packetsSay(FieldRole.DISCARDED_EVENT_RECORD_COUNTER_SNAPSHOT)) {
      members.add(word("events_discarded", FieldRole.DISCARDED_EVENT_RECORD_COUNTER_SNAPSHOT));
    }
    Set<String> taken = members.stream().map(WireMember::name).collect(Collectors.toSet());
    // they begin at a word, as they do in a structure of their own
    members.addAll(wires.members(stream.packetContext().members(), taken));
    return new WireStructure(members, WORD_BITS);
  }

  private WireStructure eventHeader(KeptClass stream, Optional<String> clock) {
    int idBits = clock.isPresent() && !stream.wide() ? KeptClass.NARROW_ID_BITS : WORD_BITS;
    List<WireMember> members = new ArrayList<>();
    members.add(new WireMember(
        "id", number(idBits, WORD_BITS, FieldRole.EVENT_RECORD_CLASS_ID, Optional.empty())));
    if (clock.isPresent()) {
      members.add(new WireMember(
          "timestamp",
          stream.wide()
              ? number(WORD_BITS, WORD_BITS, FieldRole.DEFAULT_CLOCK_TIMESTAMP, clock)
              : number(
                  KeptClass.NARROW_TIME_BITS,
                  KeptClass.NARROW_ID_BITS,
                  FieldRole.DEFAULT_CLOCK_TIMESTAMP,
                  clock)));
    }
    return new WireStructure(members, WORD_BITS);
  }

  private EventRecordClass event(KeptEvent event) {
    EventRecordClass source = event.source();
    return new EventRecordClass(
        event.id(),
        second ? source.identity() : Identity.NONE,
        source.name(),
        "",
        source.logLevel(),
        event.context().map(wires::scope),
        event.payload().map(wires::scope));
  }
}
