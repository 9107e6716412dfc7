package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.genevent.abi.Abi;
import org.genevent.abi.DataModel;
import org.genevent.contract.FacilityComparison;
import org.genevent.contract.FacilityContract;
import org.genevent.contract.TraceContracts;
import org.genevent.contract.declared.DeclaredContracts;
import org.genevent.diagnostic.Findings;
import org.genevent.emit.EmitRequest;
import org.genevent.emitter.ctf.CtfEmitter;
import org.genevent.emitter.ctf.StructurePrinter;
import org.genevent.layout.LayoutRule;
import org.genevent.model.trace.TraceClass;
import org.genevent.plan.FacilityPlan;
import org.genevent.reader.metadata.MetadataParser;
import org.genevent.reader.metadata.ParsedMetadata;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The facility that is found in the metadata of its trace is the one that was declared: classes, checksum and offsets. */
class TraceContractTest {

  static Stream<Seed> seeds() {
    return Seed.cases(200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aTraceTellsTheContractOfItsFacility(Seed seed) {
    Random random = seed.random();
    FacilityPlan plan = FacilityPlan.of(
        RandomFacility.of(random, Shape.everything()),
        new Abi(
            DataModel.values()[random.nextInt(DataModel.values().length)],
            random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN),
        LayoutRule.NATURAL);
    FacilityContract declared = DeclaredContracts.of(plan);
    List<FacilityContract> found = TraceContracts.of(parse(plan, "1.8"));
    assertEquals(
        List.of(), FacilityComparison.compareAll(List.of(declared), found), seed::toString);
    assertEquals(
        List.of(), FacilityComparison.compareAll(found, List.of(declared)), seed::toString);
    assertEquals(declared.checksum(), found.get(0).checksum(), seed::toString);
  }

  /** Little-endian: where the machine's order is that of the network, CTF 2 does not tell one from the other. */
  @ParameterizedTest
  @MethodSource("seeds")
  void bothVersionsOfCtfTellTheSameContract(Seed seed) {
    FacilityPlan plan = FacilityPlan.of(
        RandomFacility.of(seed.random(), Shape.everything()),
        new Abi(DataModel.LP64, ByteOrder.LITTLE_ENDIAN),
        LayoutRule.NATURAL);
    List<FacilityContract> first = TraceContracts.of(parse(plan, "1.8"));
    List<FacilityContract> second = TraceContracts.of(parse(plan, "2"));
    assertEquals(List.of(), FacilityComparison.compareAll(first, second), seed::toString);
    assertEquals(List.of(), FacilityComparison.compareAll(second, first), seed::toString);
  }

  private static TraceClass parse(FacilityPlan plan, String version) {
    String text = new CtfEmitter()
        .emit(new EmitRequest(
            List.of(plan), Map.of("ctf.version", version), Map.of(), new StructurePrinter()))
        .get(0)
        .text();
    Findings findings = new Findings();
    TraceClass trace = MetadataParser.parse(
            "metadata", text.getBytes(StandardCharsets.UTF_8), findings)
        .map(ParsedMetadata::traceClass)
        .orElseThrow(() -> new AssertionError(findings.list() + "\n" + text));
    assertEquals(List.of(), findings.list());
    return trace;
  }
}
