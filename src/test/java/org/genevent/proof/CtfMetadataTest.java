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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.genevent.abi.Abi;
import org.genevent.abi.DataModel;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Origin;
import org.genevent.emit.EmitRequest;
import org.genevent.emitter.ctf.CtfEmitter;
import org.genevent.emitter.ctf.StructurePrinter;
import org.genevent.layout.LayoutRule;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.Event;
import org.genevent.model.EventLevel;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.VariantFieldClass;
import org.genevent.plan.EventPlan;
import org.genevent.plan.FacilityPlan;
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

  /** An event that was written. */
  private record Written(
      long timestamp, EventPlan event, Map<String, Object> context, Map<String, Object> values) {}

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
    Random random = seed.random();
    FacilityPlan plan =
        FacilityPlan.of(facility, new Abi(dataModel, byteOrder), LayoutRule.NATURAL);
    ReferenceSerializer serializer =
        new ReferenceSerializer(dataModel, byteOrder, LayoutRule.NATURAL, facility.packed());

    String metadata = metadata(plan);
    ReferenceTrace trace =
        new ReferenceTrace(folder, UUID.fromString(quoted(metadata, "uuid")), byteOrder);
    trace.metadata(metadata);
    List<Written> written = write(plan, serializer, trace, random);
    compareWithReader(plan, written, seed);

    List<BabeltraceText.Event> read;
    try {
      read = BabeltraceText.read(folder);
    } catch (AssertionError | IllegalStateException e) {
      throw new AssertionError(seed + "\n" + Files.readString(folder.resolve("metadata")), e);
    }
    compare(plan, written, read, new BabeltraceComparison(serializer, seed));
  }

  private static String metadata(FacilityPlan plan) {
    EmitRequest request =
        new EmitRequest(List.of(plan), Map.of(), Map.of(), new StructurePrinter());
    return new CtfEmitter().emit(request).get(0).text();
  }

  private static String quoted(String text, String attribute) {
    int begin = text.indexOf(attribute + " = \"") + attribute.length() + 4;
    return text.substring(begin, text.indexOf('"', begin));
  }

  /** Two packets a stream, both streams of every channel, every event several times. */
  private static List<Written> write(
      FacilityPlan plan, ReferenceSerializer serializer, ReferenceTrace trace, Random random)
      throws IOException {
    List<String> channels =
        plan.events().stream().map(EventPlan::channel).distinct().toList();
    RandomValues values = new RandomValues(random, serializer);
    List<Written> written = new ArrayList<>();
    long timestamp = 1L << 47;
    for (int stream = 0; stream < 2 * channels.size(); stream++) {
      String channel = channels.get(stream / 2);
      for (int sequenceNumber = 0; sequenceNumber < 2; sequenceNumber++) {
        ReferenceTrace.Packet packet = trace.new Packet(stream, sequenceNumber);
        for (EventPlan event : plan.events()) {
          if (event.channel().equals(channel)) {
            // more than the 48 bits of an event's header, less than they take to wrap
            timestamp += 1 + (random.nextLong() & (1L << 44) - 1);
            Map<String, Object> context = values.of(plan.facility().context());
            Map<String, Object> fields = values.of(event.payload().fields());
            packet.event(
                timestamp,
                event.id(),
                serializer.payload(plan.facility().context(), context),
                serializer.payload(event.payload().fields(), fields));
            written.add(new Written(timestamp, event, context, fields));
          }
        }
        packet.append(channel + "_" + stream % 2);
      }
    }
    return written;
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
