package org.genevent.reader.metadata;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.model.trace.ClockClass;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.ProducerWords;
import org.genevent.model.trace.Scope;
import org.genevent.model.trace.TraceClass;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireStructure;

/** Parses TSDL, the metadata language of CTF 1.8, into a trace class. Source: CTF 1.8.3, section 7 and appendix C. */
final class TsdlParser {

  /** The scopes of each block. */
  private static final Map<String, List<String>> SCOPES = Map.of(
      "trace", List.of("packet.header"),
      "stream", List.of("packet.context", "event.header", "event.context"),
      "event", List.of("context", "fields"));

  private final Tokens tokens;
  private final TypeParser types;
  private final TypeScope global = new TypeScope(null);
  private final Map<String, Object> environment = new LinkedHashMap<>();
  private final List<ClockClass> clocks = new ArrayList<>();
  private final Map<Long, DataStreamClass> streams = new LinkedHashMap<>();
  private final Map<Long, Map<Long, EventRecordClass>> events = new LinkedHashMap<>();
  private final List<ProducerWords.Attribute> own = new ArrayList<>();
  private final List<Map<String, Object>> callsites = new ArrayList<>();
  private Token eventWithoutStream;
  private Optional<UUID> uuid = Optional.empty();
  private ByteOrder byteOrder;
  private Optional<WireStructure> packetHeader = Optional.empty();

  private TsdlParser(String file, MetadataText text, Positions positions) {
    tokens = new Tokens(file, text);
    types = new TypeParser(tokens, positions);
  }

  /** Parses a text; fails with the first error, and may have something to warn of. */
  static ParsedMetadata parse(String file, MetadataText text, Findings warnings) {
    Positions positions = new Positions(file);
    TsdlParser parser = new TsdlParser(file, text, positions);
    TraceClass trace = parser.parse();
    parser.tokens.brokenStrings().ifPresent(warnings::add);
    return new ParsedMetadata(trace, positions);
  }

  private TraceClass parse() {
    while (tokens.peek().kind() != Token.Kind.END) {
      topLevel();
    }
    if (byteOrder == null) {
      throw tokens.failure(
          tokens.peek(),
          DiagnosticCode.TRACE_MEANING,
          "there is no trace block that says the byte order");
    }
    types.checkClocks(clocks.stream().map(ClockClass::name).toList());
    List<DataStreamClass> complete = new ArrayList<>();
    events.forEach((id, ignored) -> streams.computeIfAbsent(id, this::implicitStream));
    streams.forEach((id, stream) -> complete.add(new DataStreamClass(
        stream.id(),
        "",
        MemberRoles.in(Scope.PACKET_CONTEXT, stream.packetContext()),
        MemberRoles.in(Scope.EVENT_HEADER, stream.eventHeader()),
        stream.eventContext(),
        List.copyOf(events.getOrDefault(id, Map.of()).values()))));
    return new TraceClass(
            uuid,
            byteOrder,
            MemberRoles.in(Scope.PACKET_HEADER, packetHeader),
            environment,
            clocks,
            complete)
        .withWords(new ProducerWords(own, callsites, List.copyOf(tokens.unasked())));
  }

  /** What of a block is the producer's own. */
  private void own(ProducerWords.Owner owner, Attributes attributes) {
    attributes
        .takeUnasked()
        .forEach((name, value) -> own.add(new ProducerWords.Attribute(owner, "", name, value)));
  }

  private DataStreamClass implicitStream(long id) {
    if (!streams.isEmpty() || id != 0) {
      throw tokens.failure(
          eventWithoutStream,
          DiagnosticCode.TRACE_MEANING,
          "events belong to stream " + id + ", which there is not");
    }
    return new DataStreamClass(
        0, "", Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  private void topLevel() {
    Token at = tokens.peek();
    switch (at.text()) {
      case "trace" -> trace();
      case "env" -> environment();
      case "clock" -> clock();
      case "stream" -> stream();
      case "event" -> event();
      case "callsite" -> {
        callsites.add(new Attributes(tokens, tokens.take()).parse(global, types).takeUnasked());
        tokens.expect(";");
      }
      case ";" -> tokens.take();
      default -> {
        if (!types.declaration(global)) {
          // a structure, an enumeration or a variant that is named for later use
          if (!TypeParser.beginsCompound(at)) {
            throw tokens.syntax("a block of the metadata was expected, not " + at.shown());
          }
          types.definition(global);
        }
      }
    }
  }

  /** A block of attributes and structures. */
  private record Block(Token at, Attributes attributes, Map<String, WireStructure> scopes) {
    Optional<WireStructure> scope(String name) {
      return Optional.ofNullable(scopes.get(name));
    }
  }

  private Block block() {
    Token at = tokens.take();
    Attributes attributes = new Attributes(tokens, at);
    Map<String, WireStructure> scopes = new LinkedHashMap<>();
    TypeScope scope = new TypeScope(global);
    tokens.expect("{");
    while (!tokens.takeIf("}")) {
      if (types.declaration(scope)) {
        continue;
      }
      if (TypeParser.beginsCompound(tokens.peek())) {
        types.definition(scope);
        continue;
      } else if (tokens.takeIf(";")) {
        continue;
      }
      Token name = tokens.peek();
      String path = path();
      if (tokens.takeIf(":=")) {
        if (scopes.put(checked(path, at, name), structure(name, types.type(scope))) != null) {
          throw tokens.failure(
              name, DiagnosticCode.TRACE_MEANING, "the scope '" + path + "' is given twice");
        }
      } else {
        tokens.expect("=");
        attributes.value(path);
      }
      tokens.expect(";");
    }
    tokens.expect(";");
    return new Block(at, attributes, scopes);
  }

  private String path() {
    StringBuilder path =
        new StringBuilder(tokens.word("an attribute or a scope").text());
    while (tokens.takeIf(".") || tokens.takeIf("->")) {
      path.append('.').append(tokens.word("an attribute or a scope").text());
    }
    return path.toString();
  }

  private String checked(String path, Token block, Token at) {
    List<String> known = SCOPES.getOrDefault(block.text(), List.of());
    if (known.contains(path)) {
      return path;
    }
    throw tokens.failure(
        at,
        DiagnosticCode.TRACE_MEANING,
        "'" + block.text() + "' has no scope '" + path + "'" + Names.question(path, known));
  }

  private WireStructure structure(Token at, WireClass type) {
    if (type instanceof WireStructure structure) {
      return structure;
    }
    throw tokens.failure(at, DiagnosticCode.TRACE_MEANING, "a scope of the trace is a structure");
  }

  private void trace() {
    Block block = block();
    if (byteOrder != null) {
      throw tokens.failure(block.at(), DiagnosticCode.TRACE_MEANING, "there are two trace blocks");
    }
    Attributes attributes = block.attributes();
    if (attributes.number("major", 1) != 1) {
      throw attributes.wrong("major", "this is the language of CTF 1");
    }
    byteOrder = switch (attributes.word("byte_order", "")) {
      case "le" -> ByteOrder.LITTLE_ENDIAN;
      case "be", "network" -> ByteOrder.BIG_ENDIAN;
      default -> throw attributes.wrong("byte_order", "it is le or be");
    };
    uuid = uuid(attributes);
    attributes.has("minor");
    own(new ProducerWords.OfTrace(), attributes);
    packetHeader = block.scope("packet.header");
  }

  private static Optional<UUID> uuid(Attributes attributes) {
    if (!attributes.has("uuid")) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(attributes.word("uuid", "")));
    } catch (IllegalArgumentException e) {
      throw attributes.wrong("uuid", "it has 32 hexadecimal digits in five groups");
    }
  }

  private void environment() {
    Block block = block();
    Attributes attributes = block.attributes();
    for (String name : attributes.all().keySet()) {
      if (attributes.isNumber(name)) {
        environment.put(name, attributes.number(name, 0));
      } else {
        environment.put(name, attributes.word(name, ""));
      }
    }
  }

  private void clock() {
    Block block = block();
    Attributes attributes = block.attributes();
    long frequency = attributes.number("freq", 1_000_000_000L);
    if (frequency < 1) {
      throw attributes.wrong("freq", "a clock has at least one cycle a second");
    }
    String name = attributes.word("name", "");
    if (name.isEmpty()) {
      throw attributes.wrong("name", "fields refer to clocks by name");
    }
    if (clocks.stream().anyMatch(clock -> clock.name().equals(name))) {
      throw tokens.failure(
          block.at(), DiagnosticCode.TRACE_MEANING, "there are two clocks '" + name + "'");
    }
    clocks.add(new ClockClass(
        name,
        uuid(attributes),
        attributes.word("description", ""),
        frequency,
        attributes.number("precision", 0),
        attributes.number("offset_s", 0),
        attributes.number("offset", 0),
        attributes.truth("absolute", false)));
    own(new ProducerWords.OfClock(name), attributes);
  }

  private void stream() {
    Block block = block();
    long id = block.attributes().number("id", 0);
    DataStreamClass stream = new DataStreamClass(
        id,
        "",
        block.scope("packet.context"),
        block.scope("event.header"),
        block.scope("event.context"),
        List.of());
    own(new ProducerWords.OfStream(id), block.attributes());
    if (streams.putIfAbsent(id, stream) != null) {
      throw tokens.failure(
          block.at(), DiagnosticCode.TRACE_MEANING, "there are two streams with the id " + id);
    }
  }

  private void event() {
    Block block = block();
    Attributes attributes = block.attributes();
    long id = attributes.number("id", 0);
    long only = streams.size() == 1 ? streams.keySet().iterator().next() : 0;
    long stream = attributes.number("stream_id", only);
    if (!streams.containsKey(stream) && eventWithoutStream == null) {
      eventWithoutStream = block.at();
    }
    OptionalInt level = attributes.isNumber("loglevel")
        ? OptionalInt.of((int) attributes.number("loglevel", 0))
        : OptionalInt.empty();
    EventRecordClass event = new EventRecordClass(
        id,
        attributes.word("name", "event_" + id),
        "",
        level,
        block.scope("context"),
        block.scope("fields"));
    own(new ProducerWords.OfEvent(stream, id), attributes);
    Map<Long, EventRecordClass> ofStream =
        events.computeIfAbsent(stream, key -> new LinkedHashMap<>());
    if (ofStream.putIfAbsent(id, event) != null) {
      throw tokens.failure(
          block.at(),
          DiagnosticCode.TRACE_MEANING,
          "stream " + stream + " has two events with the id " + id);
    }
  }
}
