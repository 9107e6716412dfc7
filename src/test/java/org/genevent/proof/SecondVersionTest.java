package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.genevent.abi.DataModel;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.emit.EmitRequest;
import org.genevent.emitter.ctf.CtfEmitter;
import org.genevent.emitter.ctf.FragmentPrinter;
import org.genevent.emitter.ctf.StructurePrinter;
import org.genevent.model.trace.TraceClass;
import org.genevent.plan.FacilityPlan;
import org.genevent.proof.RandomTrace.Written;
import org.genevent.reader.EventRecord;
import org.genevent.reader.TraceReader;
import org.genevent.reader.metadata.MetadataParser;
import org.genevent.reader.metadata.ParsedMetadata;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our metadata of CTF 2 describes the same bytes as that of CTF 1.8, for our reader and for babeltrace2 2.1. */
class SecondVersionTest {

  @TempDir
  private Path folder;

  static Stream<Seed> seeds() {
    return Seed.cases(60);
  }

  static Stream<Seed> manySeeds() {
    return Seed.cases(300);
  }

  private static String metadata(FacilityPlan plan) {
    EmitRequest request = new EmitRequest(
        List.of(plan), Map.of("ctf.version", "2"), Map.of(), new StructurePrinter());
    return new CtfEmitter().emit(request).get(0).text();
  }

  private RandomTrace write(Seed seed) throws IOException {
    Random random = seed.random();
    DataModel dataModel = DataModel.values()[random.nextInt(DataModel.values().length)];
    ByteOrder byteOrder = random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    RandomTrace trace = RandomTrace.write(
        folder, RandomFacility.of(random, Shape.everything()), dataModel, byteOrder, random);
    Files.writeString(folder.resolve("metadata"), metadata(trace.plan()));
    return trace;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void ourReaderReadsTheValuesThatWereWritten(Seed seed) throws IOException {
    RandomTrace trace = write(seed);
    FacilityPlan plan = trace.plan();
    ReaderComparison comparison = new ReaderComparison(seed);
    List<Diagnostic> findings = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(folder), findings::add)) {
      for (Written expected : trace.written()) {
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

  @ParameterizedTest
  @MethodSource("seeds")
  void babeltraceReadsTheValuesThatWereWritten(Seed seed) throws IOException {
    RandomTrace trace = write(seed);
    FacilityPlan plan = trace.plan();
    List<BabeltraceText.Event> read;
    try {
      read = BabeltraceText.readNewer(folder);
    } catch (AssertionError | IllegalStateException e) {
      throw new AssertionError(seed + "\n" + Files.readString(folder.resolve("metadata")), e);
    }
    BabeltraceComparison comparison = new BabeltraceComparison(trace.serializer(), seed);
    assertEquals(trace.written().size(), read.size(), seed::toString);
    for (int i = 0; i < read.size(); i++) {
      Written expected = trace.written().get(i);
      BabeltraceText.Event event = read.get(i);
      String name = plan.facility().name() + ":" + expected.event().event().name();
      assertEquals(name, event.name(), seed::toString);
      assertEquals(expected.timestamp(), event.timestamp(), seed::toString);
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

  @ParameterizedTest
  @MethodSource("manySeeds")
  void theParserGivesBackWhatThePrinterWasGiven(Seed seed) {
    TraceClass trace = RandomFragments.of(seed.random());
    String text = FragmentPrinter.trace(trace);
    Findings findings = new Findings();
    Optional<TraceClass> read = MetadataParser.parse(
            "metadata", text.getBytes(StandardCharsets.UTF_8), findings)
        .map(ParsedMetadata::traceClass);
    assertEquals(List.of(), findings.list(), () -> seed + "\n" + text);
    assertEquals(Optional.of(trace), read, () -> seed + "\n" + text);
  }
}
