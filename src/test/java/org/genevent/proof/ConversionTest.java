package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.genevent.abi.DataModel;
import org.genevent.cli.convert.Conversion;
import org.genevent.cli.convert.TargetFormat;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;
import org.genevent.pipeline.EmitterRegistry;
import org.genevent.reader.EventRecord;
import org.genevent.reader.TraceReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Traces that were converted have the same events, and babeltrace2 reads those of CTF with equal values. */
class ConversionTest {

  private static final EmitterRegistry EMITTERS =
      EmitterRegistry.load(ConversionTest.class.getClassLoader());
  private static final DataModel[] MODELS = {DataModel.ILP32, DataModel.LP64, DataModel.LLP64};

  @TempDir
  private Path folder;

  /** What is compared of an event. */
  private record Read(long nanos, String facility, String event, Map<String, Object> fields) {}

  static Stream<Seed> seeds() {
    return Seed.cases(25);
  }

  private static Shape shape(Shape.Kind... without) {
    Shape ltt = Shape.ltt().without(without);
    return new Shape(
        ltt.kinds(),
        ltt.elementKinds(),
        ltt.maxDepth(),
        ltt.maxFields(),
        ltt.maxEvents(),
        false,
        false,
        DataModel.ILP32);
  }

  private static Conversion.Target target(
      TargetFormat format, DataModel model, ByteOrder order, boolean packed) {
    return new Conversion.Target(
        format, Optional.ofNullable(model), Optional.ofNullable(order), packed);
  }

  private static Conversion convert(Path from, Path to, Conversion.Target target, Object about)
      throws IOException {
    List<Diagnostic> findings = new ArrayList<>();
    Conversion conversion = Conversion.of(from, target, EMITTERS, findings::add)
        .orElseThrow(() -> new AssertionError(about + " " + target + " " + findings));
    conversion.write(to, EMITTERS);
    return conversion;
  }

  private static List<Read> read(Path trace, Object about) {
    List<Diagnostic> findings = new ArrayList<>();
    List<Read> events = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(trace), findings::add)) {
      while (reader.next()) {
        EventRecord record = reader.record();
        if (!List.of("core", "genevent").contains(record.facility())) {
          events.add(new Read(
              record.timestampNanos(), record.facility(), record.event(), record.fields()));
        }
      }
    }
    assertEquals(List.of(), findings, about::toString);
    return events;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void fromLttToCtfAndBack(Seed seed) throws IOException {
    Random random = seed.random();
    Facility facility = RandomFacility.of(
        random, shape(Shape.Kind.UNION, Shape.Kind.BOOLEAN, Shape.Kind.ENUMERATION));
    Path ltt = Files.createDirectory(folder.resolve("ltt"));
    LttReferenceTrace.of(random).write(ltt, facility, random);
    List<Read> events = read(ltt, seed);

    Path ctf = folder.resolve("ctf");
    convert(ltt, ctf, target(TargetFormat.CTF, null, order(random), random.nextBoolean()), seed);
    assertEquals(events, read(ctf, seed), seed::toString);

    Path back = folder.resolve("back");
    TargetFormat version = random.nextBoolean() ? TargetFormat.LTT_0_7 : TargetFormat.LTT_0_8;
    // nothing that was of a fixed size changes it
    convert(
        ctf,
        back,
        target(version, MODELS[random.nextInt(3)], order(random), random.nextBoolean()),
        seed);
    assertEquals(events, read(back, seed), seed::toString);

    Path again = folder.resolve("again");
    convert(back, again, target(TargetFormat.LTT_0_7, null, order(random), false), seed);
    assertEquals(events, read(again, seed), seed::toString);
  }

  private static ByteOrder order(Random random) {
    return random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void babeltraceReadsWhatWasConvertedFromLtt(Seed seed) throws IOException {
    Random random = seed.random();
    Facility facility = RandomFacility.of(random, shape(Shape.Kind.UNION));
    LttReferenceTrace reference = LttReferenceTrace.of(random);
    Path ltt = Files.createDirectory(folder.resolve("ltt"));
    List<LttReferenceTrace.Written> written = reference.write(ltt, facility, random);
    Path ctf = folder.resolve("ctf");
    ByteOrder order = order(random);
    convert(ltt, ctf, target(TargetFormat.CTF, reference.dataModel(), order, false), seed);

    List<BabeltraceText.Event> read = BabeltraceText.readRealTime(ctf);
    assertEquals(written.size(), read.size(), seed::toString);
    BabeltraceComparison comparison = new BabeltraceComparison(
        new ReferenceSerializer(
            reference.dataModel(), order, LayoutRule.NATURAL, facility.packed()),
        seed);
    for (int i = 0; i < read.size(); i++) {
      LttReferenceTrace.Written expected = written.get(i);
      BabeltraceText.Event event = read.get(i);
      assertEquals(facility.name() + ":" + expected.event().name(), event.name());
      assertEquals(
          LttReferenceTrace.START_SECONDS * 1_000_000_000L + expected.cycles(),
          event.timestamp(),
          seed::toString);
      if (!expected.values().isEmpty()) {
        comparison.members(
            expected.event().fields(),
            expected.values(),
            event.scopes().get("event.fields"),
            event.name());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void fromCtfToLttAndBack(Seed seed) throws IOException {
    Random random = seed.random();
    Facility facility = RandomFacility.of(
        random, shape(Shape.Kind.UNION, Shape.Kind.BOOLEAN, Shape.Kind.ENUMERATION));
    Path ctf = Files.createDirectory(folder.resolve("ctf"));
    DataModel model = MODELS[random.nextInt(3)];
    RandomTrace.write(ctf, facility, model, order(random), random);
    List<Read> events = read(ctf, seed);
    assertFalse(events.isEmpty());

    Path ltt = folder.resolve("ltt");
    Conversion.Target target = target(
        TargetFormat.LTT_0_8, MODELS[random.nextInt(3)], order(random), random.nextBoolean());
    Conversion conversion = convert(ctf, ltt, target, seed);
    assertEquals(events.size(), conversion.events());
    assertEquals(events, read(ltt, seed), seed::toString);

    Path back = folder.resolve("back");
    convert(ltt, back, target(TargetFormat.CTF, null, order(random), false), seed);
    assertEquals(events, read(back, seed), seed::toString);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsNotSaidToBeLostIsThere(Seed seed) throws IOException {
    Random random = seed.random();
    Facility facility = RandomFacility.of(
        random, shape(Shape.Kind.UNION, Shape.Kind.BOOLEAN, Shape.Kind.ENUMERATION));
    Path ltt = Files.createDirectory(folder.resolve("ltt"));
    LttReferenceTrace.of(random).write(ltt, facility, random);
    Path other = folder.resolve("other");
    // a long, a pointer or a size_t may be smaller there
    Conversion conversion = convert(
        ltt,
        other,
        target(TargetFormat.LTT_0_7, MODELS[random.nextInt(3)], order(random), false),
        seed);
    boolean said = conversion.losses().toString().contains("bytes cannot hold");
    assertEquals(!said, read(ltt, seed).equals(read(other, seed)), seed::toString);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void fromCtfToCtfNothingOfEventsIsLost(Seed seed) throws IOException {
    Random random = seed.random();
    Facility facility = RandomFacility.of(random, Shape.everything().without(Shape.Kind.UNION));
    Path ctf = Files.createDirectory(folder.resolve("ctf"));
    RandomTrace.write(ctf, facility, DataModel.LP64, order(random), random);
    Path other = folder.resolve("other");
    convert(ctf, other, target(TargetFormat.CTF, null, order(random), random.nextBoolean()), seed);
    assertEquals(read(ctf, seed), read(other, seed), seed::toString);
    assertTrue(Files.exists(other.resolve("metadata")));
  }
}
