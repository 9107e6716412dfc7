package org.genevent.java;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.genevent.ctf.EveryClass;
import org.genevent.diagnostic.Findings;
import org.genevent.emit.GeneratedFile;
import org.genevent.golden.Golden;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;
import org.genevent.pipeline.GenerationResult;
import org.genevent.xml.FacilityReader;
import org.junit.jupiter.api.Test;

/** The Java emitter's text, as it is checked in. */
class TracerGoldenTest {

  @Test
  void aTracerWithTheLayoutOfLtt() throws IOException {
    byte[] bytes = Files.readAllBytes(Golden.root().resolve("src/test/resources/ltt/stall.xml"));
    Facility facility = FacilityReader.read("stall.xml", bytes, new Findings()).orElseThrow();
    GenerationResult result = Generated.run(facility, LayoutRule.LTT);
    assertEquals(
        0, result.findings().errorCount(), () -> result.findings().list().toString());
    Golden.check("java/StallTracer.java.txt", result.files().get(0).text());
  }

  @Test
  void everyFieldClassAsATracer() {
    GeneratedFile file = Generated.file(EveryClass.facility(false), Map.of());
    Golden.check("java/ShopTracer.java.txt", file.text());
  }
}
