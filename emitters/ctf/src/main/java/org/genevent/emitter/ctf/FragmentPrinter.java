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

  private final FieldClassFragments fieldClasses;

  /**
   * A printer for fragments that do not say which byte order is the machine's.
   *
   * @param nativeOrder what is put in where a field does not say its own order of bytes
   */
  FragmentPrinter(Object nativeOrder) {
    fieldClasses = new FieldClassFragments(nativeOrder);
  }

  /**
   * The whole metadata of a trace.
   *
   * @param trace the trace, of major version 2
   * @return a JSON sequence
   * @throws IllegalArgumentException if the trace has something that only CTF 1.8 has
   */
  public static String trace(TraceClass trace) {
    FragmentPrinter printer = new FragmentPrinter(FieldClassFragments.word(trace.byteOrder()));
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
    StringBuilder out = new StringBuilder(fragment(preamble)).append(fragment(traceClass));
    trace.clocks().forEach(clock -> out.append(fragment(clock(clock))));
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
    FieldClassFragments.described(stream.description(), object);
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
      attributes.put(
          named ? "babeltrace.org,2020" : "lttng.org,2009",
          Map.of("log-level", named ? LEVELS.get(level) : level));
    });
    if (!event.description().isBlank()) {
      attributes.put(FieldClassFragments.NAMESPACE, Map.of("description", event.description()));
    }
    if (!attributes.isEmpty()) {
      object.put("attributes", attributes);
    }
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
