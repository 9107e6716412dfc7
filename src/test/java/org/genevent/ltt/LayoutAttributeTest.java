package org.genevent.ltt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevent.abi.Abi;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;
import org.genevent.model.FacilityChecksum;
import org.genevent.pipeline.EmitterRegistry;
import org.genevent.pipeline.GenerationPipeline;
import org.genevent.pipeline.GenerationRequest;
import org.genevent.pipeline.GenerationResult;
import org.genevent.xml.FacilityReader;
import org.genevent.xml.FacilityWriter;
import org.junit.jupiter.api.Test;

/** Facilities that say their own layout. */
class LayoutAttributeTest {

  private static byte[] xml(String attribute) {
    return ("<?xml version=\"1.0\"?>\n<facility name=\"a\"" + attribute
            + "><event name=\"e\"><field name=\"s\"><string/></field></event></facility>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Facility facility(String attribute) {
    return Descriptors.read("a.xml", xml(attribute));
  }

  private static GenerationResult run(Facility facility, LayoutRule rule, String... emitters) {
    EmitterRegistry registry = EmitterRegistry.load(LayoutAttributeTest.class.getClassLoader());
    return new GenerationPipeline(registry)
        .run(new GenerationRequest(
            List.of(facility), List.of(emitters), List.of(Abi.JAVA), rule, Map.of(), Map.of()));
  }

  private static List<String> codes(GenerationResult result) {
    return result.findings().list().stream().map(finding -> finding.code().id()).toList();
  }

  @Test
  void theLayoutIsWrittenAndReadAndNotInTheChecksum() {
    Facility ltt = facility(" layout=\"ltt\"");
    assertEquals(Optional.of("ltt"), ltt.layout());
    String text = FacilityWriter.write(ltt);
    assertEquals(ltt, Descriptors.read("again.xml", text.getBytes(StandardCharsets.UTF_8)));
    assertEquals(FacilityChecksum.of(facility("")), FacilityChecksum.of(ltt));
    assertEquals(Optional.of("natural"), facility(" layout=\"natural\"").layout());
  }

  @Test
  void aFacilitysOwnLayoutGoesBeforeThatOfTheRun() {
    GenerationResult ltt = run(facility(" layout=\"ltt\""), LayoutRule.NATURAL, "java", "ltt");
    assertEquals(List.of(), codes(ltt));
    assertTrue(ltt.files().get(0).text().contains(".ltt(\"a.xml\", 8, "));
    GenerationResult natural = run(facility(" layout=\"natural\""), LayoutRule.LTT, "java", "ctf");
    assertEquals(List.of(), codes(natural));
    assertTrue(!natural.files().get(0).text().contains(".ltt("));
  }

  @Test
  void whatDescribesTheOtherLayoutIsRefused() {
    assertEquals(
        List.of("GE-TARGET-01"),
        codes(run(facility(" layout=\"natural\""), LayoutRule.LTT, "ltt")));
    assertEquals(
        List.of("GE-TARGET-01"),
        codes(run(facility(" layout=\"ltt\""), LayoutRule.NATURAL, "ctf")));
  }

  @Test
  void anUnknownLayoutIsAFinding() {
    Findings findings = new Findings();
    FacilityReader.read("a.xml", xml(" layout=\"lttng\""), findings);
    assertEquals(
        List.of("GE-XML-09"),
        findings.list().stream().map(Diagnostic::code).map(code -> code.id()).toList());
  }
}
