package org.genevent.java;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.genevent.abi.Abi;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Event;
import org.genevent.model.EventDuration;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.proof.BabeltraceComparison;
import org.genevent.proof.BabeltraceText;
import org.genevent.proof.RandomValues;
import org.genevent.proof.ReaderComparison;
import org.genevent.proof.ReferenceSerializer;
import org.genevent.proof.Seed;
import org.genevent.reader.EventRecord;
import org.genevent.reader.TraceReader;
import org.genevent.runtime.Scope;
import org.genevent.runtime.Session;
import org.genevent.runtime.TraceFormat;

/** A session in which every event of a facility was traced with random values, and what should be in its trace. */
public final class TracedRun {

  private static final int ROUNDS = 3;

  /** An event that was traced. */
  private record Traced(Event event, Map<String, Object> context, Map<String, Object> values) {}

  private final Facility facility;
  private final Path trace;
  private final Seed seed;
  private final ReferenceSerializer serializer;
  private final List<Traced> traced = new ArrayList<>();

  private TracedRun(Facility facility, Path trace, Seed seed) {
    this.facility = facility;
    this.trace = trace;
    this.seed = seed;
    this.serializer = new ReferenceSerializer(
        Abi.JAVA.dataModel(), Abi.JAVA.byteOrder(), LayoutRule.NATURAL, facility.packed());
  }

  /**
   * Traces every event of a facility.
   *
   * @param facility the facility
   * @param trace where the trace goes
   * @param seed makes the values
   * @return what was traced
   * @throws IOException if the trace cannot be written
   * @throws ReflectiveOperationException if the tracer is not as it should be
   */
  public static TracedRun of(Facility facility, Path trace, Seed seed)
      throws IOException, ReflectiveOperationException {
    return of(facility, trace, seed, TraceFormat.CTF);
  }

  static TracedRun of(Facility facility, Path trace, Seed seed, TraceFormat format)
      throws IOException, ReflectiveOperationException {
    TracedRun run = new TracedRun(facility, trace, seed);
    Class<?> tracer = Generated.tracer(Generated.file(facility, Map.of()));
    try (Session session = Session.to(trace)
        .events(facility.name() + ":*")
        .format(format)
        .subBufferBytes(1 << 18)
        .subBuffers(8)
        .start()) {
      run.trace(tracer);
      assertEquals(0, session.discardedEvents(), seed::toString);
    }
    return run;
  }

  private void trace(Class<?> tracer) throws ReflectiveOperationException {
    Random random = seed.random();
    RandomValues values = new RandomValues(random, serializer);
    Object instance = tracer.getMethod("get").invoke(null);
    // methods of events have a way to ask whether they are on; JVMs give methods in any order
    List<Method> methods = traceMethods(tracer);
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < facility.events().size(); i++) {
        Event event = facility.events().get(i);
        Map<String, Object> context =
            JavaValues.fitted(facility.context(), values.of(facility.context()));
        Map<String, Object> fields =
            JavaValues.fitted(event.payloadFields(), values.of(event.payloadFields()));
        if (event.duration().isPresent()) {
          fields.put(EventDuration.FIELD_NAME, 0L);
        }
        Method method = methods.get(i);
        Object[] arguments = arguments(event.fields(), fields, method.getGenericParameterTypes());
        if (facility.context().isEmpty()) {
          method.invoke(instance, arguments);
        } else {
          Method bind = binding(tracer);
          Object[] bound = arguments(facility.context(), context, bind.getGenericParameterTypes());
          try (Scope scope = (Scope) bind.invoke(null, bound)) {
            assertFalse(scope.toString().isEmpty());
            method.invoke(instance, arguments);
          }
        }
        traced.add(new Traced(event, context, fields));
      }
    }
  }

  private static Object[] arguments(List<Field> fields, Map<String, Object> values, Type[] types)
      throws ReflectiveOperationException {
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < arguments.length; i++) {
      Field field = fields.get(i);
      arguments[i] = JavaValues.of(field.fieldClass(), values.get(field.name()), types[i]);
    }
    return arguments;
  }

  private static Method binding(Class<?> tracer) {
    return Arrays.stream(tracer.getMethods())
        .filter(method -> method.getReturnType() == Scope.class)
        .findFirst()
        .orElseThrow();
  }

  private List<Method> traceMethods(Class<?> tracer) {
    List<Method> methods = new ArrayList<>();
    for (Event event : facility.events()) {
      String camel = camel(event.name());
      methods.add(Arrays.stream(tracer.getDeclaredMethods())
          .filter(method -> method.getReturnType() == void.class)
          .filter(method -> method.getParameterCount() == event.fields().size())
          .filter(
              method -> method.getName().replaceAll("_+$", "").equals(camel.replaceAll("_+$", "")))
          .filter(method -> java.lang.reflect.Modifier.isPublic(method.getModifiers()))
          .findFirst()
          .orElseThrow(() -> new AssertionError(seed + ": no method for " + event.name())));
    }
    return methods;
  }

  static String camel(String name) {
    StringBuilder camel = new StringBuilder(name.substring(0, 1));
    for (int i = 1; i < name.length(); i++) {
      boolean raised = i > 1 && name.charAt(i - 1) == '_';
      if (name.charAt(i) != '_') {
        camel.append(raised ? Character.toUpperCase(name.charAt(i)) : name.charAt(i));
      }
    }
    return camel.toString();
  }

  /** The payloads in the stream files are those of the reference. */
  void checkBytes() throws IOException {
    StreamBytes bytes = new StreamBytes(trace);
    for (Traced one : traced) {
      byte[] expected = expected(one);
      byte[] actual = bytes.next(expected.length);
      assertArrayEquals(
          expected,
          actual,
          () ->
              seed + " " + one + "\n" + Arrays.toString(expected) + "\n" + Arrays.toString(actual));
    }
    assertFalse(bytes.hasMore(), seed::toString);
  }

  private byte[] expected(Traced one) {
    byte[] context = serializer.payload(facility.context(), one.context());
    byte[] payload = serializer.payload(one.event().payloadFields(), one.values());
    if (payload.length == 0) {
      return context;
    }
    int start = context.length + 7 & -8;
    byte[] all = Arrays.copyOf(context, start + payload.length);
    System.arraycopy(payload, 0, all, start, payload.length);
    return all;
  }

  /** The values that babeltrace2 reads are those that were traced. */
  void checkWithBabeltrace() {
    check(BabeltraceText.read(trace));
  }

  /** The same with the version that reads CTF 2. */
  void checkWithNewerBabeltrace() {
    check(BabeltraceText.readNewer(trace));
  }

  /** The values that our reader reads are those that were traced. */
  void checkWithReader() {
    ReaderComparison comparison = new ReaderComparison(seed);
    List<Diagnostic> findings = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(trace), findings::add)) {
      for (Traced one : traced) {
        assertTrue(reader.next(), () -> seed + " " + findings);
        EventRecord event = reader.record();
        String name = one.event().name();
        assertEquals(facility.name(), event.facility(), seed::toString);
        assertEquals(name, event.event(), seed::toString);
        comparison.members(facility.context(), one.context(), event.context(), name);
        comparison.members(one.event().payloadFields(), one.values(), event.fields(), name);
      }
      assertFalse(reader.next(), seed::toString);
    }
    assertEquals(List.of(), findings, seed::toString);
  }

  private void check(List<BabeltraceText.Event> read) {
    assertEquals(traced.size(), read.size(), seed::toString);
    BabeltraceComparison comparison = new BabeltraceComparison(serializer, seed);
    for (int i = 0; i < read.size(); i++) {
      Traced one = traced.get(i);
      BabeltraceText.Event event = read.get(i);
      String name = facility.name() + ":" + one.event().name();
      assertEquals(name, event.name(), seed::toString);
      if (!facility.context().isEmpty()) {
        Object context = event.scopes().get("event.context");
        comparison.members(facility.context(), one.context(), context, name + " context");
      }
      if (!one.values().isEmpty()) {
        Object fields = event.scopes().get("event.fields");
        comparison.members(one.event().payloadFields(), one.values(), fields, name);
      }
    }
  }
}
