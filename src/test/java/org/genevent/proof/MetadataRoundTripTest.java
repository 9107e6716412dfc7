package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.genevent.abi.Abi;
import org.genevent.abi.DataModel;
import org.genevent.diagnostic.Findings;
import org.genevent.emitter.ctf.TsdlPrinter;
import org.genevent.layout.LayoutRule;
import org.genevent.model.trace.TraceClass;
import org.genevent.plan.FacilityPlan;
import org.genevent.reader.metadata.MetadataParser;
import org.genevent.reader.metadata.ParsedMetadata;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the printer prints is what the parser reads: printer and parser share no code but the classes of a trace. */
class MetadataRoundTripTest {

  static Stream<Seed> seeds() {
    return Seed.cases(200);
  }

  private static TraceClass parse(String text) {
    Findings findings = new Findings();
    TraceClass trace = MetadataParser.parse(
            "metadata", text.getBytes(StandardCharsets.UTF_8), findings)
        .map(ParsedMetadata::traceClass)
        .orElseThrow(() -> new AssertionError(findings.list() + "\n" + text));
    assertEquals(List.of(), findings.list());
    return trace;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsPrintedIsReadBack(Seed seed) {
    Random random = seed.random();
    FacilityPlan plan = FacilityPlan.of(
        RandomFacility.of(random, Shape.everything()),
        new Abi(
            DataModel.values()[random.nextInt(DataModel.values().length)],
            random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN),
        LayoutRule.NATURAL);
    String text = RandomTrace.metadata(plan);
    TraceClass read = parse(text);
    String again = TsdlPrinter.trace(read);
    // descriptions are comments, which mean nothing
    assertEquals(withoutComments(text), withoutComments(again), seed::toString);
    assertEquals(read, parse(again), seed::toString);
  }

  private static String withoutComments(String text) {
    return text.replaceAll("(?ms)^\t*/\\*.*?\\*/\n", "");
  }
}
