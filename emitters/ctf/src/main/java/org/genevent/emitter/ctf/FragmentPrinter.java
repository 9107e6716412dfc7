package org.genevent.emitter.ctf;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.genevent.model.trace.ClockClass;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.Identity;
import org.genevent.model.trace.ProducerWords;
import org.genevent.model.trace.TraceClass;
import org.genevent.model.trace.WireStructure;

/**
 * Prints traces as the JSON sequence of CTF 2: the one place of the project that does.
 *
 * <p>Each fragment begins with a record separator (U+001E) and ends with a line feed. Source: CTF2-SPEC-2.0; RFC 7464.
 */
public final class FragmentPrinter {

  private static final char RECORD_SEPARATOR = '\u001e';

  /** babeltrace2's names of LTTng's levels, by their numbers. */
  private static final List<String> LEVELS = List.of(
      "emergency",
      "alert",
      "critical",
      "error",
      "warning",
      "notice",
      "info",
      "debug:system",
      "debug:program",
      "debug:process",
      "debug:module",
      "debug:unit",
      "debug:function",
      "debug:line",
      "debug");

  private static final String BABELTRACE = "babeltrace.org,2020";

  private final FieldClassFragments fieldClasses;
  private final ProducerWords words;
  private final Map<ProducerWords.Owner, List<ProducerWords.Attribute>> byOwner;

  /**
   * A printer for fragments that do not say which byte order is the machine's.
   *
   * @param nativeOrder what is put in where a field does not say its own order of bytes
   */
  FragmentPrinter(Object nativeOrder) {
    this(nativeOrder, ProducerWords.NONE);
  }

  private FragmentPrinter(Object nativeOrder, ProducerWords words) {
    fieldClasses = new FieldClassFragments(nativeOrder);
    this.words = words;
    byOwner = words.byOwner();
  }

  /**
   * Prints one value, as attributes have it.
   *
   * @param value a {@link Map}, a {@link List}, a {@link String}, a {@link Number}, a {@link Boolean}, or null
   * @return its JSON, in one line
   */
  public static String json(Object value) {
    return JsonText.line(value);
  }

  /**
   * The whole metadata of a trace.
   *
   * @param trace the trace, of major version 2
   * @return a JSON sequence
   * @throws IllegalArgumentException if the trace has something that only CTF 1.8 has
   */
  public static String trace(TraceClass trace) {
    FragmentPrinter printer =
        new FragmentPrinter(FieldClassFragments.word(trace.byteOrder()), trace.words());
    StringBuilder out = new StringBuilder(printer.head(trace));
    for (DataStreamClass stream : trace.dataStreamClasses()) {
      out.append(printer.stream(stream));
      stream.eventRecordClasses().forEach(event -> out.append(printer.event(event, stream.id())));
    }
    return out.toString();
  }

  /** The fragments of the trace itself and of its clocks. */
  String head(TraceClass trace) {
    if (trace.majorVersion() != 2) {
      throw new IllegalArgumentException("no trace of CTF 2: " + trace.majorVersion());
    }
    Map<String, Object> preamble = typed("preamble");
    preamble.put("version", 2);
    trace.uuid().ifPresent(uuid -> preamble.put("uuid", numbers(uuid)));
    Map<String, Object> traceClass = typed("trace-class");
    identity(trace.identity(), traceClass);
    fieldClasses.scope("packet-header-field-class", trace.packetHeader(), traceClass);
    if (!trace.environment().isEmpty()) {
      traceClass.put("environment", trace.environment());
    }
    Map<String, Object> attributes = attributes(new ProducerWords.OfTrace());
    if (!words.callsites().isEmpty()) {
      inNamespace(FieldClassFragments.NAMESPACE, attributes).put("callsites", words.callsites());
    }
    put(attributes, traceClass);
    StringBuilder out = new StringBuilder(fragment(preamble)).append(fragment(traceClass));
    for (ClockClass clock : trace.clocks()) {
      Map<String, Object> object = clock(clock);
      put(attributes(new ProducerWords.OfClock(clock.name())), object);
      out.append(fragment(object));
    }
    return out.toString();
  }

  private static List<Integer> numbers(UUID uuid) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
    bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    List<Integer> numbers = new ArrayList<>();
    for (byte one : bytes.array()) {
      numbers.add(Byte.toUnsignedInt(one));
    }
    return numbers;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> inNamespace(String name, Map<String, Object> attributes) {
    Map<String, Object> names = new LinkedHashMap<>();
    if (attributes.get(name) instanceof Map<?, ?> known) {
      names.putAll((Map<String, Object>) known);
    }
    attributes.put(name, names);
    return names;
  }

  /** What producers say in their own words; what CTF 1.8 alone has words for is in a namespace of ours. */
  private Map<String, Object> attributes(ProducerWords.Owner owner) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (ProducerWords.Attribute attribute : byOwner.getOrDefault(owner, List.of())) {
      if (attribute.name().isEmpty()) {
        attributes.putIfAbsent(attribute.namespace(), attribute.value());
      } else if (!attribute.namespace().isEmpty()) {
        inNamespace(attribute.namespace(), attributes).put(attribute.name(), attribute.value());
      } else if (attribute.name().equals(ProducerWords.MODEL_URI)
          && attribute.value() instanceof String) {
        inNamespace(BABELTRACE, attributes).put("emf-uri", attribute.value());
      } else {
        inNamespace("tsdl", inNamespace(FieldClassFragments.NAMESPACE, attributes))
            .put(attribute.name(), attribute.value());
      }
    }
    return attributes;
  }

  private static void put(Map<String, Object> attributes, Map<String, Object> object) {
    if (!attributes.isEmpty()) {
      object.put("attributes", attributes);
    }
  }

  private static Map<String, Object> typed(String type) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", type);
    return object;
  }

  private static String fragment(Map<String, Object> object) {
    return RECORD_SEPARATOR + JsonText.broken(object, 0) + "\n";
  }

  private static void identity(Identity identity, Map<String, Object> object) {
    identity.namespace().ifPresent(text -> object.put("namespace", text));
    identity.name().ifPresent(text -> object.put("name", text));
    identity.uid().ifPresent(text -> object.put("uid", text));
  }

  private static Map<String, Object> clock(ClockClass clock) {
    Map<String, Object> object = typed("clock-class");
    object.put("id", clock.name());
    identity(clock.identity(), object);
    if (!clock.description().isEmpty()) {
      object.put("description", clock.description());
    }
    if (clock.absolute()) {
      object.put("origin", "unix-epoch");
    }
    clock.origin().ifPresent(origin -> {
      Map<String, Object> known = new LinkedHashMap<>();
      identity(origin, known);
      object.put("origin", known);
    });
    Map<String, Object> offset = new LinkedHashMap<>();
    offset.put("seconds", clock.offsetSeconds());
    offset.put("cycles", clock.offsetCycles());
    object.put("offset-from-origin", offset);
    if (clock.precisionCycles() != 0) {
      object.put("precision", clock.precisionCycles());
    }
    if (clock.accuracyCycles() != 0) {
      object.put("accuracy", clock.accuracyCycles());
    }
    object.put("frequency", clock.frequencyHz());
    return object;
  }

  String stream(DataStreamClass stream) {
    Map<String, Object> object = typed("data-stream-class");
    object.put("id", id(stream.id()));
    identity(stream.identity(), object);
    Map<String, Object> attributes = attributes(new ProducerWords.OfStream(stream.id()));
    if (!stream.description().isBlank()) {
      inNamespace(FieldClassFragments.NAMESPACE, attributes)
          .put("description", stream.description());
    }
    put(attributes, object);
    stream.clock().ifPresent(clock -> object.put("default-clock-class-id", clock));
    fieldClasses.scope("packet-context-field-class", stream.packetContext(), object);
    fieldClasses.scope("event-record-header-field-class", stream.eventHeader(), object);
    fieldClasses.scope("event-record-common-context-field-class", stream.eventContext(), object);
    return fragment(object);
  }

  String event(EventRecordClass event, long streamId) {
    Map<String, Object> object = typed("event-record-class");
    object.put("data-stream-class-id", id(streamId));
    event.identity().namespace().ifPresent(text -> object.put("namespace", text));
    object.put("name", event.name());
    event.identity().uid().ifPresent(text -> object.put("uid", text));
    Map<String, Object> attributes = new LinkedHashMap<>();
    event.logLevel().ifPresent(level -> {
      boolean named = level >= 0 && level < LEVELS.size();
      inNamespace(named ? BABELTRACE : "lttng.org,2009", attributes)
          .put("log-level", named ? LEVELS.get(level) : level);
    });
    if (!event.description().isBlank()) {
      inNamespace(FieldClassFragments.NAMESPACE, attributes)
          .put("description", event.description());
    }
    attributes(new ProducerWords.OfEvent(streamId, event.id())).forEach((namespace, own) -> {
      if (own instanceof Map<?, ?> names && !namespace.isEmpty()) {
        names.forEach(
            (name, value) -> inNamespace(namespace, attributes).putIfAbsent((String) name, value));
      } else {
        attributes.putIfAbsent(namespace, own);
      }
    });
    put(attributes, object);
    fieldClasses.scope("specific-context-field-class", event.context(), object);
    fieldClasses.scope("payload-field-class", event.fields(), object);
    object.put("id", id(event.id()));
    return fragment(object);
  }

  private static Object id(long bits) {
    return new BigInteger(Long.toUnsignedString(bits));
  }

  /** A structure as it stands behind a name of a fragment, on lines that are indented for there. */
  String structure(WireStructure structure) {
    return JsonText.of(fieldClasses.structure(structure), 1);
  }
}
