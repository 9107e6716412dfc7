package org.genevent.java;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.genevent.abi.Abi;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Severity;
import org.genevent.emit.GeneratedFile;
import org.genevent.layout.LayoutRule;
import org.genevent.ltt.LttFile;
import org.genevent.model.Event;
import org.genevent.model.Facility;
import org.genevent.model.FacilityChecksum;
import org.genevent.pipeline.GenerationResult;
import org.genevent.proof.RandomFacility;
import org.genevent.proof.RandomValues;
import org.genevent.proof.ReaderComparison;
import org.genevent.proof.ReferenceSerializer;
import org.genevent.proof.Seed;
import org.genevent.proof.Shape;
import org.genevent.reader.EventRecord;
import org.genevent.reader.TraceReader;
import org.genevent.runtime.Session;
import org.genevent.runtime.TraceFormat;
import org.genevent.xml.FacilityReader;
import org.genevent.xml.FacilityWriter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What tracers with the layout of LTT write into LTT traces: the bytes of the reference, with every field class. */
class LttTracerBytesTest {

  private static final int ROUNDS = 3;

  @TempDir
  private Path folder;

  static Stream<Seed> seeds() {
    return Seed.cases(60);
  }

  /** Everything that LTT knows. */
  private static Facility facility(Seed seed) {
    Shape all = Shape.ltt().without(Shape.Kind.BOOLEAN);
    Shape shape = new Shape(
        all.kinds(),
        all.elementKinds(),
        all.maxDepth(),
        all.maxFields(),
        all.maxEvents(),
        false,
        false,
        all.narrowest());
    // ids are positions in LTT, and a label has one value
    String text = FacilityWriter.write(RandomFacility.of(seed.random(), shape))
        .replaceAll("(<event [^>]*?) id=\"[0-9]+\"", "$1")
        .replaceAll("value=\"(-?[0-9]+)[.][.]-?[0-9]+\"", "value=\"$1\"");
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Facility read(byte[] text) {
    Findings findings = new Findings();
    return FacilityReader.read("described.xml", text, findings)
        .orElseThrow(() -> new AssertionError(findings.list()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theBytesAreThoseOfTheReference(Seed seed) throws IOException, ReflectiveOperationException {
    Facility facility = facility(seed);
    GenerationResult result = Generated.run(facility, LayoutRule.LTT);
    assertEquals(
        List.of(),
        result.findings().list().stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .toList(),
        seed::toString);
    GeneratedFile file = result.files().get(0);
    Class<?> tracer = Generated.tracer(file);
    ReferenceSerializer serializer = new ReferenceSerializer(
        Abi.JAVA.dataModel(), Abi.JAVA.byteOrder(), LayoutRule.LTT, facility.packed());
    boolean heartbeat = seed.random().nextBoolean();
    List<byte[]> expected = new ArrayList<>();
    List<Integer> ids = new ArrayList<>();
    List<Map<String, Object>> written = new ArrayList<>();
    Path trace = folder.resolve("trace");
    try (Session session = Session.to(trace)
        .format(heartbeat ? TraceFormat.LTT_0_8 : TraceFormat.LTT_0_7)
        .heartbeat(heartbeat)
        .events(facility.name() + ":*")
        .subBufferBytes(1 << 18)
        .subBuffers(8)
        .start()) {
      Random random = seed.random();
      RandomValues values = new RandomValues(random, serializer);
      Object instance = tracer.getMethod("get").invoke(null);
      for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < facility.events().size(); i++) {
          Event event = facility.events().get(i);
          Map<String, Object> fields = JavaValues.fitted(event.fields(), values.of(event.fields()));
          Method method = method(tracer, event, seed);
          Object[] arguments = new Object[event.fields().size()];
          for (int f = 0; f < arguments.length; f++) {
            arguments[f] = JavaValues.of(
                event.fields().get(f).fieldClass(),
                fields.get(event.fields().get(f).name()),
                method.getGenericParameterTypes()[f]);
          }
          method.invoke(instance, arguments);
          expected.add(serializer.payload(event.fields(), fields));
          written.add(fields);
          ids.add(i);
        }
      }
      assertEquals(0, session.discardedEvents(), seed::toString);
    }
    check(trace, facility, expected, ids, seed);
    if (!facility.toString().contains("UnionFieldClass")) {
      // of a union a reader shows each member, and here only its bytes are known
      read(trace, facility, ids, written, seed);
    }
  }

  /** Our own reader, which has its own arithmetic, gives the values back. */
  private static void read(
      Path trace,
      Facility facility,
      List<Integer> ids,
      List<Map<String, Object>> written,
      Seed seed) {
    List<Diagnostic> findings = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(trace), findings::add)) {
      int read = 0;
      while (reader.next()) {
        if (reader.facility().equals(facility.name())) {
          Event event = facility.events().get(ids.get(read));
          EventRecord record = reader.record();
          assertEquals(event.name(), record.event(), seed::toString);
          new ReaderComparison(seed)
              .members(event.fields(), written.get(read), record.fields(), event.name());
          read++;
        }
      }
      assertEquals(written.size(), read, seed::toString);
    }
    assertEquals(List.of(), findings, seed::toString);
  }

  private static void check(
      Path trace, Facility facility, List<byte[]> expected, List<Integer> ids, Seed seed)
      throws IOException {
    List<LttFile.Event> found =
        LttFile.streams(trace).values().iterator().next().events();
    assertEquals(expected.size(), found.size(), seed::toString);
    for (int i = 0; i < found.size(); i++) {
      assertEquals(ids.get(i), found.get(i).id(), seed::toString);
      assertArrayEquals(expected.get(i), found.get(i).payload(), seed + ", event " + i);
    }
    String checksum = Integer.toHexString(FacilityChecksum.of(facility));
    assertEquals(
        facility.name() + " " + checksum + " 4 8 8 8 " + (facility.packed() ? 0 : 8),
        LttFile.facilities(trace).get(found.get(0).facility()));
    assertEquals(1, descriptions(trace, facility), seed::toString);
  }

  /** How often a facility is described; facilities of one name, from other tests, stand in one file. */
  private static int descriptions(Path trace, Facility facility) throws IOException {
    int found = 0;
    Path file = trace.resolve("eventdefs").resolve(facility.name() + ".xml");
    for (String text : Files.readString(file).split("(?=<\\?xml)")) {
      Facility described = read(text.getBytes(StandardCharsets.UTF_8));
      found += FacilityChecksum.of(described) == FacilityChecksum.of(facility) ? 1 : 0;
    }
    return found;
  }

  private static Method method(Class<?> tracer, Event event, Seed seed) {
    return Arrays.stream(tracer.getDeclaredMethods())
        .filter(method -> method.getReturnType() == void.class)
        .filter(method -> method.getParameterCount() == event.fields().size())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> plain(method.getName()).equals(plain(TracedRun.camel(event.name()))))
        .findFirst()
        .orElseThrow(() -> new AssertionError(seed + ": no method for " + event.name()));
  }

  private static String plain(String name) {
    return name.replaceAll("_+$", "");
  }
}
