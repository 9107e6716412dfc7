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
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.genevent.abi.DataModel;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Origin;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.Event;
import org.genevent.model.EventLevel;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.VariantFieldClass;
import org.genevent.plan.FacilityPlan;
import org.genevent.proof.RandomTrace.Written;
import org.genevent.reader.EventRecord;
import org.genevent.reader.TraceReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** babeltrace2 and our own reader read with our metadata what the reference serialiser wrote, value by value. */
class CtfMetadataTest {

  @TempDir
  private Path folder;

  static Stream<Seed> seeds() {
    return Seed.cases(150);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void babeltraceReadsTheValuesThatWereWritten(Seed seed) throws IOException {
    Random random = seed.random();
    Facility facility = RandomFacility.of(random, Shape.everything());
    DataModel dataModel = DataModel.values()[random.nextInt(DataModel.values().length)];
    ByteOrder byteOrder = random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    roundTrip(facility, dataModel, byteOrder, seed);
  }

  @Test
  void aVariantOfMoreThan256OptionsHasATagOfTwoBytes() throws IOException {
    List<Field> options = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      options.add(field("option" + i, IntegerFieldClass.fixed(8, false)));
    }
    Event event = new Event(
        "e",
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        List.of(
            field("first", IntegerFieldClass.fixed(1, false)),
            field("many", new ArrayFieldClass(20, new VariantFieldClass(options)))),
        Origin.NONE);
    Facility facility = new Facility(
        "t",
        Optional.empty(),
        false,
        "",
        EventLevel.DEFAULT,
        Facility.DEFAULT_CHANNEL,
        List.of(),
        List.of(),
        List.of(event),
        List.of(),
        Origin.NONE);
    roundTrip(facility, DataModel.ILP32, ByteOrder.BIG_ENDIAN, new Seed(1));
  }

  private static Field field(String name, FieldClass fieldClass) {
    return new Field(name, "", Optional.empty(), fieldClass, Origin.NONE);
  }

  private void roundTrip(Facility facility, DataModel dataModel, ByteOrder byteOrder, Seed seed)
      throws IOException {
    RandomTrace trace = RandomTrace.write(folder, facility, dataModel, byteOrder, seed.random());
    FacilityPlan plan = trace.plan();
    List<Written> written = trace.written();
    compareWithReader(plan, written, seed);

    List<BabeltraceText.Event> read;
    try {
      read = BabeltraceText.read(folder);
    } catch (AssertionError | IllegalStateException e) {
      throw new AssertionError(seed + "\n" + Files.readString(folder.resolve("metadata")), e);
    }
    compare(plan, written, read, new BabeltraceComparison(trace.serializer(), seed));
  }

  private void compareWithReader(FacilityPlan plan, List<Written> written, Seed seed) {
    ReaderComparison comparison = new ReaderComparison(seed);
    List<Diagnostic> findings = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(folder), findings::add)) {
      for (Written expected : written) {
        assertTrue(reader.next(), () -> seed + " " + findings);
        EventRecord event = reader.record();
        String name = expected.event().event().name();
        assertEquals(name, event.event(), seed::toString);
        assertEquals(expected.timestamp(), event.timestampNanos(), seed::toString);
        comparison.members(plan.facility().context(), expected.context(), event.context(), name);
        comparison.members(
            expected.event().payload().fields(), expected.values(), event.fields(), name);
      }
      assertFalse(reader.next(), seed::toString);
    }
    assertEquals(List.of(), findings, seed::toString);
  }

  private static void compare(
      FacilityPlan plan,
      List<Written> written,
      List<BabeltraceText.Event> read,
      BabeltraceComparison comparison) {
    assertEquals(written.size(), read.size(), comparison.seed()::toString);
    for (int i = 0; i < read.size(); i++) {
      Written expected = written.get(i);
      BabeltraceText.Event event = read.get(i);
      String name = plan.facility().name() + ":" + expected.event().event().name();
      assertEquals(name, event.name(), comparison.seed()::toString);
      assertEquals(expected.timestamp(), event.timestamp(), comparison.seed()::toString);
      if (!plan.facility().context().isEmpty()) {
        comparison.members(
            plan.facility().context(),
            expected.context(),
            event.scopes().get("event.context"),
            name + " context");
      }
      if (!expected.values().isEmpty()) {
        comparison.members(
            expected.event().payload().fields(),
            expected.values(),
            event.scopes().get("event.fields"),
            name);
      }
    }
  }
}
