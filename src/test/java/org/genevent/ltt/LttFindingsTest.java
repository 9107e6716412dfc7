package org.genevent.ltt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genevent.abi.Abi;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Place;
import org.genevent.golden.Golden;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;
import org.genevent.pipeline.EmitterRegistry;
import org.genevent.pipeline.GenerationPipeline;
import org.genevent.pipeline.GenerationRequest;
import org.genevent.pipeline.GenerationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What LTT cannot express is refused: the corpus {@code src/test/resources/failing-ltt}, with what is found beside each
 * file, as for facilities. A new case is two new files.
 */
class LttFindingsTest {

  private static final String FOLDER = "src/test/resources/failing-ltt/";

  private static Stream<String> files() throws IOException {
    try (Stream<Path> files = Files.list(Golden.root().resolve(FOLDER))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".xml"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void isReportedAsExpected(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(Golden.root().resolve(FOLDER + name));
    Facility facility = Descriptors.read(name, bytes);
    GenerationResult result = Descriptors.run(List.of(facility), "0.7", Abi.JAVA);
    assertEquals(List.of(), result.files());
    String lines = result.findings().list().stream()
        .filter(finding -> finding.code().id().startsWith("GE-LTT"))
        .sorted(Comparator.comparingInt((Diagnostic finding) -> place(finding).line())
            .thenComparingInt(finding -> place(finding).column())
            .thenComparing(Diagnostic::code))
        .map(finding -> place(finding).line() + ":" + place(finding).column() + " "
            + finding.code().id() + "\n")
        .collect(Collectors.joining());
    Golden.checkTracked(FOLDER + name.replace(".xml", ".expected"), lines);
  }

  private static Place.InFile place(Diagnostic finding) {
    return (Place.InFile) finding.place();
  }

  private static Facility plain(String name) {
    String xml = "<facility name='" + name + "'><event name='e'/></facility>";
    return Descriptors.read(name + ".xml", xml.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> texts(GenerationResult result) {
    return result.findings().list().stream().map(Diagnostic::format).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "compact", "genevent"})
  void programsCannotTraceWhatATraceTellsOfItself(String name) {
    GenerationResult result = new GenerationPipeline(
            EmitterRegistry.load(LttFindingsTest.class.getClassLoader()))
        .run(new GenerationRequest(
            List.of(plain(name)),
            List.of("java"),
            List.of(Abi.JAVA),
            LayoutRule.LTT,
            Map.of(),
            Map.of()));
    assertEquals(List.of(), result.files());
    assertTrue(
        texts(result).get(0).contains("[GE-LTT-01] programs cannot trace the facility '" + name),
        texts(result)::toString);
  }

  @Test
  void aFormatThatLttvCannotReadIsRefusedWhereFormatsAreWritten() {
    String xml = "<facility name='a'>\n<event name='e'>"
        + "<field name='f'><int format='say &quot;%d&quot;'/></field>\n"
        + "<field name='g'><int format='&lt;%d>'/></field></event></facility>";
    Facility facility = Descriptors.read("a.xml", xml.getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(), texts(Descriptors.run(List.of(facility), "0.7", Abi.JAVA)));
    List<String> findings = texts(Descriptors.run(List.of(facility), "0.8", Abi.JAVA));
    assertEquals(2, findings.size(), findings::toString);
    assertTrue(
        findings.get(0).startsWith("a.xml:2:38: error: [GE-LTT-02] the format of 'f' has a"),
        findings.get(0));
  }

  @Test
  void aBaseIsAFormatFrom08On() {
    String xml = "<facility name='a'><event name='e'>"
        + "<field name='f'><uint base='hex'/></field>"
        + "<field name='g'><uint base='hex' format='%08x'/></field>"
        + "<field name='h'><sequence><uchar base='oct'/><short base='oct'/></sequence></field>"
        + "<field name='i'><int base='bin'/></field></event></facility>";
    Facility facility = Descriptors.read("a.xml", xml.getBytes(StandardCharsets.UTF_8));
    String of2006 = eventdefs(Descriptors.run(List.of(facility), "0.7", Abi.JAVA));
    assertEquals(-1, of2006.indexOf("format"));
    String of2007 = eventdefs(Descriptors.run(List.of(facility), "0.8", Abi.JAVA));
    assertEquals(
        List.of("<uint format=\"0x%x\"/>", "<uint format=\"%08x\"/>", "<short format=\"0%ho\"/>"),
        of2007
            .lines()
            .map(String::strip)
            .filter(line -> line.contains("format"))
            .toList());
  }

  private static String eventdefs(GenerationResult result) {
    return result.files().stream()
        .filter(file -> file.path().endsWith("eventdefs/a.xml"))
        .map(file -> file.text())
        .collect(Collectors.joining());
  }

  @Test
  void theFixIsSaid() {
    String xml =
        "<facility name='a'>\n<event name='e'><field name='f'><boolean/></field></event></facility>";
    Facility facility = Descriptors.read("a.xml", xml.getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of("""
            a.xml:2:33: error: [GE-LTT-01] LTT has no boolean
              the original knew numbers only
              fix: use uchar, or a byte in Java"""), texts(Descriptors.run(List.of(facility), "0.7", Abi.JAVA)));
  }

  @Test
  void aTraceHasIdsFor255Facilities() {
    List<Facility> facilities = new ArrayList<>();
    for (int i = 0; i < 255; i++) {
      facilities.add(plain("f" + i));
    }
    assertEquals(List.of(), texts(Descriptors.run(facilities, "0.7", Abi.JAVA)));
    facilities.add(plain("last"));
    List<String> texts = texts(Descriptors.run(facilities, "0.7", Abi.JAVA));
    assertEquals(1, texts.size());
    assertTrue(
        texts.get(0).startsWith("last.xml:1:11: error: [GE-LTT-03] the facility 'last' is one"),
        texts.get(0));
  }

  @Test
  void anUnknownVersionIsAFinding() {
    List<String> texts = texts(Descriptors.run(List.of(plain("a")), "0.9", Abi.JAVA));
    assertEquals(1, texts.size());
    assertTrue(texts.get(0).contains("[GE-TARGET-04] the option 'ltt.version' is '0.9'"));
  }

  @Test
  void negativeLabelsAndFormatsAreOfTheLaterVersion() {
    String xml = "<facility name='a'><event name='e'>"
        + "<field name='f'><enum format='%d'><label name='A' value='-1'/></enum></field></event></facility>";
    Facility facility = Descriptors.read("a.xml", xml.getBytes(StandardCharsets.UTF_8));
    List<String> texts = texts(Descriptors.run(List.of(facility), "0.7", Abi.JAVA));
    assertEquals(1, texts.size());
    assertTrue(texts.get(0).contains("warning: [GE-LTT-04]"), texts.get(0));
    String text = Descriptors.files(List.of(facility), "0.8", Abi.JAVA).get("eventdefs/a.xml");
    assertTrue(
        text.contains("<enum format=\"%d\">\n        <label name=\"A\" value=\"-1\"/>"), text);
  }

  @Test
  void descriptorsOfOneRuleAreNotMixedWithTracersOfAnother() {
    EmitterRegistry registry = EmitterRegistry.load(LttFindingsTest.class.getClassLoader());
    GenerationResult result = new GenerationPipeline(registry)
        .run(new GenerationRequest(
            List.of(plain("a")),
            List.of("kernel", "ltt"),
            List.of(Abi.JAVA),
            LayoutRule.NATURAL,
            Map.of(),
            Map.of()));
    assertEquals(List.of("""
            a.xml:1:1: error: [GE-TARGET-01] 'ltt' describes payloads under the layout rule 'ltt', those of 'a' have 'natural'
              a facility has one layout in one run
              fix: ask for the layout rule 'ltt'"""), texts(result));
  }
}
