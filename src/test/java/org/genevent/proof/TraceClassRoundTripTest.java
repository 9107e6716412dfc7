package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.genevent.diagnostic.Findings;
import org.genevent.emitter.ctf.TsdlPrinter;
import org.genevent.model.trace.TraceClass;
import org.genevent.reader.metadata.MetadataParser;
import org.genevent.reader.metadata.ParsedMetadata;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A trace that is printed and parsed is the same trace: nothing is left out on the way to the text. */
class TraceClassRoundTripTest {

  static Stream<Seed> seeds() {
    return Seed.cases(500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theParserGivesBackWhatThePrinterWasGiven(Seed seed) {
    TraceClass trace = RandomTraceClass.of(seed.random());
    String text = TsdlPrinter.trace(trace);
    Findings findings = new Findings();
    Optional<TraceClass> read = MetadataParser.parse(
            "metadata", text.getBytes(StandardCharsets.UTF_8), findings)
        .map(ParsedMetadata::traceClass);
    assertEquals(List.of(), findings.list(), () -> seed + "\n" + text);
    assertEquals(Optional.of(trace), read, () -> seed + "\n" + text);
  }
}
