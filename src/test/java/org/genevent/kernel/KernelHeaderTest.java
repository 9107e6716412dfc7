package org.genevent.kernel;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.genevent.abi.Abi;
import org.genevent.ctf.EveryClass;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.emit.EmitRequest;
import org.genevent.emitter.ctf.StructurePrinter;
import org.genevent.emitter.kernel.KernelEmitter;
import org.genevent.golden.Golden;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;
import org.genevent.plan.FacilityPlan;
import org.genevent.proof.ExternalTool;
import org.genevent.proof.RandomFacility;
import org.genevent.proof.Seed;
import org.genevent.proof.Shape;
import org.genevent.xml.FacilityReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The text of C headers: as checked in, taken by compilers, and the same every time. */
class KernelHeaderTest {

  private static final List<String> STANDARDS = List.of("-std=c11", "-std=gnu11");
  private static final int RANDOM_FACILITIES = 30;

  /** What could end a comment, a string or a line, also after trigraphs and splices. */
  private static final List<String> TEXTS = List.of(
      "*/ int x; /*",
      "\" ); exit(1); (\"",
      "ends in a backslash \\",
      "ends in a trigraph ?" + "?/",
      "\\u000a int y; \\u002a/",
      "two\nlines\r\nand a \u2028 third",
      "%s %n \u0001 \u007f \u202e \ud83d\ude00",
      "// not a comment \\");

  @TempDir
  private Path folder;

  private static EmitRequest request(Facility facility, Abi target) {
    FacilityPlan plan = FacilityPlan.of(facility, target, LayoutRule.NATURAL);
    return new EmitRequest(List.of(plan), Map.of(), Map.of(), new StructurePrinter());
  }

  private static Facility read(String xml) {
    Findings findings = new Findings();
    return FacilityReader.read("t.xml", xml.getBytes(StandardCharsets.UTF_8), findings)
        .orElseThrow(() -> new AssertionError(findings.list().toString()));
  }

  private static List<String> findings(String... xml) {
    List<FacilityPlan> plans = Stream.of(xml)
        .map(text -> FacilityPlan.of(read(text), CTarget.LP64.abi(), LayoutRule.NATURAL))
        .toList();
    EmitRequest request = new EmitRequest(plans, Map.of(), Map.of(), new StructurePrinter());
    return new KernelEmitter()
        .check(request).stream()
            .map(Diagnostic::format)
            .map(text -> text.lines().findFirst().orElseThrow())
            .toList();
  }

  @Test
  void everyFieldClassAsHeaders() {
    EmitRequest request = request(EveryClass.facility(false), CTarget.LP64.abi());
    assertAll(new KernelEmitter()
        .emit(request).stream()
            // the contract is not generated: its only copy is its golden file
            .filter(file -> !file.path().endsWith("genevent-rt.h"))
            .map(file -> () -> Golden.check("kernel/" + file.path() + ".txt", file.text())));
  }

  @ParameterizedTest
  @EnumSource(CTarget.class)
  void hostileWordsStayInCommentsAndStrings(CTarget target) {
    StringBuilder xml = new StringBuilder("<facility name='hostile'>");
    for (int i = 0; i < TEXTS.size(); i++) {
      String text = TEXTS
          .get(i)
          .replace("&", "&amp;")
          .replace("<", "&lt;")
          .replaceAll("[\\x01\\x7f]", "&#x7f;");
      xml.append("<event name='e" + i + "'><description>" + text + "</description>")
          .append("<field name='f'><description>" + text + "</description><enum>")
          .append("<label name='l' value='1'/><description>" + text + "</description>")
          .append("</enum></field></event>");
    }
    for (String name : List.of("register", "NULL", "current", "errno", "true", "u8", "size_t")) {
      xml.append("<event name='" + name + "_'><field name='" + name + "_'><uint/></field>")
          .append("<field name='_" + name + "'><string/></field></event>");
    }
    compile(target, List.of(read(xml + "</facility>")));
  }

  @ParameterizedTest
  @EnumSource(CTarget.class)
  void randomFacilitiesCompileInBothStandards(CTarget target) {
    List<Facility> facilities = new ArrayList<>();
    Seed.cases(RANDOM_FACILITIES)
        .forEach(seed -> facilities.add(RandomFacility.of(seed.random(), Shape.everything())));
    compile(target, facilities);
  }

  private void compile(CTarget target, List<Facility> facilities) {
    for (int i = 0; i < facilities.size(); i++) {
      Facility facility = facilities.get(i);
      CProgram program = new CProgram(folder.resolve("f" + i), target);
      program.facility(facility, LayoutRule.NATURAL);
      Path source = program.write();
      for (String standard : STANDARDS) {
        List<String> flags = new ArrayList<>(CTarget.STRICT);
        flags.add(standard);
        ExternalTool.Result result = target.compile(flags, source);
        assertEquals("", result.err(), facility.name());
        assertEquals(0, result.exitStatus());
      }
    }
  }

  @Test
  void theSameFacilityGivesTheSameText() {
    Facility facility = RandomFacility.of(new Seed(7).random(), Shape.everything());
    assertEquals(
        new KernelEmitter().emit(request(facility, CTarget.LP64.abi())),
        new KernelEmitter().emit(request(facility, CTarget.LP64.abi())));
  }

  @Test
  void aCustomSequenceOfElementsOfDifferentSizesIsRefused() {
    assertEquals(
        List.of(
            "t.xml:1:36: error: [GE-KERNEL-01] the elements of the custom sequence 'e.names' have different"
                + " sizes, which a hand-written function in C cannot say"),
        findings(
            "<facility name='t'><event name='e'><field name='names'>\n"
                + "       <sequence write='custom'><uint_fixed size='4'/><string/></sequence></field></event></facility>"));
  }

  @Test
  void functionsOfTwoEventsMustHaveDifferentNames() {
    List<String> found = findings("<facility name='t'><event name='q' duration='true'/>"
        + "<event name='q_begin'/></facility>");
    assertEquals(1, found.size(), found.toString());
    assertEquals("GE-KERNEL-02", found.get(0).replaceFirst(".*\\[(.*)].*", "$1"));
  }

  @Test
  void namesOfTwoFacilitiesMustNotMeet() {
    List<String> found = findings(
        "<facility name='a'><event name='b_c'/></facility>",
        "<facility name='a_b'><event name='c'/></facility>");
    assertEquals(1, found.size(), found.toString());
    assertEquals("GE-KERNEL-02", found.get(0).replaceFirst(".*\\[(.*)].*", "$1"));
  }
}
