package org.genevent.reader.metadata.json;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.model.trace.ClockClass;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.Identity;
import org.genevent.model.trace.ProducerWords;
import org.genevent.model.trace.Scope;
import org.genevent.model.trace.TraceClass;
import org.genevent.model.trace.WireStructure;
import org.genevent.reader.metadata.Names;
import org.genevent.reader.metadata.Positions;

/** Makes a trace class of fragments, in their order. Source: CTF2-SPEC-2.0, "Metadata stream". */
final class TraceBuilder {

  private static final List<String> TYPES = List.of(
      "preamble",
      "field-class-alias",
      "trace-class",
      "clock-class",
      "data-stream-class",
      "event-record-class");

  private static final int UUID_BYTES = 16;

  private final Problems problems;
  private final FieldClassParser fieldClasses;
  private final RoleHolders holders = new RoleHolders();
  private final Map<String, Object> environment = new LinkedHashMap<>();
  private final Map<String, ClockClass> clocks = new LinkedHashMap<>();
  private final Map<Long, DataStreamClass> streams = new LinkedHashMap<>();
  private final Map<Long, Map<Long, EventRecordClass>> events = new LinkedHashMap<>();
  private final List<ProducerWords.Attribute> own = new ArrayList<>();
  private final List<Map<String, Object>> callsites = new ArrayList<>();
  private Optional<UUID> uuid = Optional.empty();
  private Identity identity = Identity.NONE;
  private Optional<WireStructure> packetHeader = Optional.empty();
  private boolean begun;
  private boolean hasTraceClass;

  TraceBuilder(Problems problems, Positions positions) {
    this.problems = problems;
    fieldClasses = new FieldClassParser(problems, positions);
  }

  void add(Json fragment) {
    Properties properties = new Properties(problems, fragment, "a fragment");
    Json type = properties.required("type");
    String name = type.isText() ? (String) type.value() : "";
    if (begun == name.equals("preamble")) {
      throw problems.meaning(
          type, begun ? "there are two preambles" : "the first fragment is the preamble");
    }
    switch (name) {
      case "preamble" -> preamble(properties);
      case "field-class-alias" ->
        fieldClasses.alias(properties.text("name"), fragment, properties.required("field-class"));
      case "trace-class" -> traceClass(properties);
      case "clock-class" -> clockClass(properties);
      case "data-stream-class" -> dataStreamClass(properties);
      case "event-record-class" -> eventRecordClass(properties);
      default ->
        throw problems.meaning(
            type, "there is no type of fragment " + type.shown() + Names.question(name, TYPES));
    }
    properties.end();
  }

  TraceClass build() {
    if (!begun) {
      throw problems.at(1, 1, DiagnosticCode.TRACE_MEANING, "the metadata has no preamble");
    }
    List<DataStreamClass> complete = new ArrayList<>();
    streams.forEach((id, stream) -> complete.add(new DataStreamClass(
        id,
        stream.identity(),
        stream.clock(),
        stream.description(),
        stream.packetContext(),
        stream.eventHeader(),
        stream.eventContext(),
        List.copyOf(events.getOrDefault(id, Map.of()).values()))));
    // every field says its own order of bytes
    return new TraceClass(
        2,
        identity,
        uuid,
        ByteOrder.LITTLE_ENDIAN,
        packetHeader,
        environment,
        List.copyOf(clocks.values()),
        complete,
        new ProducerWords(own, callsites, problems.unplaced()));
  }

  private void preamble(Properties properties) {
    begun = true;
    long version = properties.requiredUnsigned("version");
    if (version != 2) {
      throw problems.meaning(
          properties.required("version"), "CTF 2 is read here, not CTF " + version);
    }
    uuid = properties.optional("uuid").map(this::uuid);
    for (Map.Entry<String, Json> namespace : properties.map("extensions").entrySet()) {
      Json names = namespace.getValue();
      if (!names.isObject() || !names.members().isEmpty()) {
        String first = names.isObject() ? names.members().keySet().iterator().next() : "";
        throw problems.meaning(
            names,
            "the trace can only be read with the extension '" + first + "' of '"
                + namespace.getKey() + "', which is not known here");
      }
    }
  }

  private UUID uuid(Json value) {
    ByteBuffer bytes = ByteBuffer.allocate(UUID_BYTES);
    if (value.isArray() && value.elements().size() == UUID_BYTES) {
      for (Json element : value.elements()) {
        if (element.value() instanceof BigInteger number
            && number.signum() >= 0
            && number.bitLength() <= Byte.SIZE) {
          bytes.put(number.byteValue());
        }
      }
    }
    if (bytes.hasRemaining()) {
      throw problems.meaning(value, "a uuid is an array of 16 integers from 0 to 255");
    }
    return new UUID(bytes.getLong(0), bytes.getLong(Long.BYTES));
  }

  /** What of a fragment is the producer's own: what was not asked for before. */
  private void own(Properties properties, ProducerWords.Owner owner) {
    OwnAttributes.take(properties, owner, own, callsites);
  }

  private static Identity identity(Properties properties) {
    return new Identity(
        properties.optionalText("namespace"),
        properties.optionalText("name"),
        properties.optionalText("uid"));
  }

  private Optional<WireStructure> structure(
      Properties properties, String name, Scope scope, Optional<String> clock) {
    return properties
        .optional(name)
        .map(value -> ScopeRoles.map(
            problems, holders, value, scope, clock, fieldClasses.structure(value, name)));
  }

  private void traceClass(Properties properties) {
    if (hasTraceClass) {
      throw problems.meaning(properties.object(), "there are two trace classes");
    }
    hasTraceClass = true;
    own(properties, new ProducerWords.OfTrace());
    identity = identity(properties);
    for (Map.Entry<String, Json> fact : properties.map("environment").entrySet()) {
      Object value = fact.getValue().value();
      boolean isNumber = value instanceof BigInteger number && number.bitLength() <= 64;
      if (!isNumber && !(value instanceof String)) {
        throw problems.meaning(
            fact.getValue(),
            "the environment has strings and integers, not " + fact.getValue().shown());
      }
      environment.put(fact.getKey(), isNumber ? (Object) ((BigInteger) value).longValue() : value);
    }
    packetHeader =
        structure(properties, "packet-header-field-class", Scope.PACKET_HEADER, Optional.empty());
  }

  private void clockClass(Properties properties) {
    String id = properties.text("id");
    own(properties, new ProducerWords.OfClock(id));
    long frequency = properties.requiredUnsigned("frequency");
    if (frequency < 1) {
      throw problems.meaning(
          properties.required("frequency"), "a clock has at least one cycle a second");
    }
    Optional<Json> origin = properties.optional("origin");
    boolean absolute =
        origin.filter(value -> "unix-epoch".equals(value.value())).isPresent();
    Optional<Json> offset = properties.optional("offset-from-origin");
    long seconds = 0;
    long cycles = 0;
    if (offset.isPresent()) {
      Properties parts = new Properties(problems, offset.get(), "an offset");
      seconds = parts.signed("seconds", 0);
      cycles = parts.unsigned("cycles", 0);
      parts.end();
      if (cycles >= frequency) {
        throw problems.meaning(
            parts.required("cycles"), "the cycles of an offset are less than a second");
      }
    }
    ClockClass clock = new ClockClass(
        id,
        identity(properties),
        Optional.empty(),
        properties.optionalText("description").orElse(""),
        frequency,
        properties.unsigned("precision", 0),
        properties.unsigned("accuracy", 0),
        seconds,
        cycles,
        absolute,
        absolute ? Optional.empty() : origin.map(this::origin));
    if (clocks.putIfAbsent(id, clock) != null) {
      throw problems.meaning(properties.object(), "there are two clocks '" + id + "'");
    }
  }

  private Identity origin(Json value) {
    if (value.isText()) {
      throw problems.meaning(value, "an origin is 'unix-epoch' or an object, not " + value.shown());
    }
    Properties properties = new Properties(problems, value, "an origin");
    properties.text("name");
    properties.text("uid");
    Identity identity = identity(properties);
    properties.end();
    return identity;
  }

  private void dataStreamClass(Properties properties) {
    long id = properties.id("id");
    Optional<String> clock = properties.optionalText("default-clock-class-id");
    if (clock.isPresent() && !clocks.containsKey(clock.get())) {
      throw problems.meaning(
          properties.required("default-clock-class-id"),
          "there is no clock '" + clock.get() + "' in front of it"
              + Names.question(clock.get(), List.copyOf(clocks.keySet())));
    }
    DataStreamClass stream = new DataStreamClass(
        id,
        identity(properties),
        clock,
        OwnAttributes.description(properties),
        structure(properties, "packet-context-field-class", Scope.PACKET_CONTEXT, clock),
        structure(properties, "event-record-header-field-class", Scope.EVENT_HEADER, clock),
        structure(
            properties,
            "event-record-common-context-field-class",
            Scope.STREAM_EVENT_CONTEXT,
            clock),
        List.of());
    own(properties, new ProducerWords.OfStream(id));
    if (streams.putIfAbsent(id, stream) != null) {
      throw problems.meaning(
          properties.object(),
          "there are two data stream classes with the id " + Long.toUnsignedString(id));
    }
  }

  private void eventRecordClass(Properties properties) {
    long streamId = properties.id("data-stream-class-id");
    long id = properties.id("id");
    if (!streams.containsKey(streamId)) {
      throw problems.meaning(
          properties.object(),
          "there is no data stream class " + Long.toUnsignedString(streamId)
              + " in front of the event record class");
    }
    Identity itsIdentity = identity(properties);
    EventRecordClass event = new EventRecordClass(
        id,
        itsIdentity,
        itsIdentity.name().orElse("event_" + Long.toUnsignedString(id)),
        OwnAttributes.description(properties),
        OwnAttributes.logLevel(properties),
        structure(
            properties, "specific-context-field-class", Scope.EVENT_CONTEXT, Optional.empty()),
        structure(properties, "payload-field-class", Scope.EVENT_FIELDS, Optional.empty()));
    own(properties, new ProducerWords.OfEvent(streamId, id));
    Map<Long, EventRecordClass> ofStream =
        events.computeIfAbsent(streamId, key -> new LinkedHashMap<>());
    if (ofStream.putIfAbsent(id, event) != null) {
      throw problems.meaning(
          properties.object(),
          "the data stream class has two event record classes with the id "
              + Long.toUnsignedString(id));
    }
  }
}
