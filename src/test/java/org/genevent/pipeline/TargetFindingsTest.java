package org.genevent.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.genevent.abi.Abi;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;
import org.genevent.xml.FacilityReader;
import org.junit.jupiter.api.Test;

/** What is wrong with a run rather than with a facility. */
class TargetFindingsTest {

  private static GenerationResult run(
      List<String> names, List<String> emitters, LayoutRule rule, Map<String, String> options) {
    List<Facility> facilities = new ArrayList<>();
    for (String name : names) {
      String xml = "<facility name='" + name + "'><event name='e'/></facility>";
      facilities.add(
          FacilityReader.read(name + ".xml", xml.getBytes(StandardCharsets.UTF_8), new Findings())
              .orElseThrow());
    }
    EmitterRegistry registry = EmitterRegistry.load(TargetFindingsTest.class.getClassLoader());
    return new GenerationPipeline(registry)
        .run(new GenerationRequest(
            facilities, emitters, List.of(Abi.JAVA), rule, options, Map.of()));
  }

  private static void assertFinding(String expected, GenerationResult result) {
    List<String> texts =
        result.findings().list().stream().map(Diagnostic::format).toList();
    assertEquals(1, texts.size(), texts.toString());
    assertEquals(expected, texts.get(0).replaceFirst("(?s).*\\[(GE-[A-Z]+-[0-9]+)].*", "$1"));
    assertEquals(List.of(), result.files());
  }

  @Test
  void ctfHasNoWordForTheLayoutOfLtt() {
    assertFinding("GE-TARGET-01", run(List.of("a"), List.of("ctf"), LayoutRule.LTT, Map.of()));
  }

  @Test
  void anUnknownEmitterIsAFinding() {
    assertFinding("GE-TARGET-02", run(List.of("a"), List.of("jav"), LayoutRule.NATURAL, Map.of()));
  }

  @Test
  void twoFilesOfOnePathAreAFinding() {
    assertFinding(
        "GE-TARGET-03", run(List.of("a_b", "aB"), List.of("java"), LayoutRule.NATURAL, Map.of()));
  }

  @Test
  void aPackageThatIsNoneIsAFinding() {
    assertFinding(
        "GE-TARGET-04",
        run(List.of("a"), List.of("java"), LayoutRule.NATURAL, Map.of("java.package", "1st")));
  }

  @Test
  void allEmittersTogetherMakeTheirFilesInFoldersOfTheirOwn() {
    GenerationResult result =
        run(List.of("a"), List.of("ctf", "java", "kernel"), LayoutRule.NATURAL, Map.of());
    assertEquals(List.of(), result.findings().list());
    assertEquals(
        List.of(
            "ctf/a.tsdl",
            "java/genevent/generated/ATracer.java",
            "kernel/Kbuild",
            "kernel/Kconfig",
            "kernel/Makefile",
            "kernel/genevent-facility-a.h",
            "kernel/genevent-facility-id-a.h",
            "kernel/genevent-facility-loader-a.c",
            "kernel/genevent-facility-loader-a.h",
            "kernel/genevent-rt.h"),
        result.files().stream().map(file -> file.path()).sorted().toList());
  }
}
