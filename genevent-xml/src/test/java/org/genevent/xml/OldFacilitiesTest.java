package org.genevent.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.genevent.abi.Abi;
import org.genevent.check.FacilityChecks;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;
import org.genevent.model.FacilityChecksum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Facilities of 2006, in the folder that the system property {@code genevent.corpus} names. They are not ours to ship.
 * Checksums: the layout reference, section 4.2.
 */
class OldFacilitiesTest {

  private static Path file(String name) {
    String folder = System.getProperty("genevent.corpus");
    assumeTrue(
        folder != null,
        "skipped: no old facilities; -Dgenevent.corpus=FOLDER names a folder that has them");
    // the folder itself, or one that has them in a folder of their own
    Path file = Path.of(folder, name);
    Path nested = Path.of(folder, "facilities", name);
    Path found = Files.exists(file) ? file : nested;
    assumeTrue(Files.exists(found), () -> "skipped: there is no " + name + " in " + folder);
    return found;
  }

  @ParameterizedTest
  @CsvSource({
    "core, 1A8DE486, 4",
    "fs, 40A645EC, 11",
    "process, 2905B6EB, 9",
    "timer, 68AB77C3, 4",
    "user_generic, B1865E44, 6"
  })
  void haveTheChecksumsOfTheOriginal(String name, String checksum, int events) {
    Findings findings = new Findings();
    Facility facility = FacilityReader.read(file(name + ".xml"), findings).orElseThrow();
    assertFalse(findings.hasErrors(), findings.list()::toString);
    assertTrue(findings.warningCount() <= 1, "sizes are mentioned once a file");
    assertEquals(name, facility.name());
    assertEquals(events, facility.events().size());
    assertEquals(checksum, FacilityChecksum.hex(FacilityChecksum.of(facility)));
  }

  @ParameterizedTest
  @CsvSource({"core", "fs", "process", "timer", "user_generic"})
  void areTheSameAfterWriting(String name) {
    Facility facility = FacilityReader.read(file(name + ".xml"), new Findings()).orElseThrow();
    String text = FacilityWriter.write(facility);
    Findings findings = new Findings();
    assertEquals(
        facility,
        FacilityReader.read("again", text.getBytes(StandardCharsets.UTF_8), findings)
            .orElseThrow());
    assertEquals(List.of(), findings.list());
  }

  @Test
  void haveNoErrors() {
    for (String name : List.of("core", "fs", "process", "timer", "user_generic")) {
      Findings findings = new Findings();
      Facility facility = FacilityReader.read(file(name + ".xml"), findings).orElseThrow();
      FacilityChecks.check(facility, LayoutRule.LTT, List.of(Abi.JAVA), findings);
      assertFalse(findings.hasErrors(), () -> findings.list().toString());
    }
  }

  /** Source of the number: the layout reference, section 4.2. */
  @Test
  void theOneThatIsNoXmlIsReadAndEachUnclosedElementNamed() {
    Path file = file("xenoltt.xml");
    Findings findings = new Findings();
    Facility facility = FacilityReader.read(file, findings).orElseThrow();
    assertEquals("F2F26007", FacilityChecksum.hex(FacilityChecksum.of(facility)));
    assertEquals(21, facility.events().size());
    List<String> unclosed = findings.list().stream()
        .filter(finding -> finding.code() == DiagnosticCode.OLD_UNCLOSED)
        .map(finding -> Xml.place(finding.place()) + " " + finding.message())
        .toList();
    assertEquals(24, unclosed.size());
    assertEquals("8:61 the element <pointer> is not closed", unclosed.get(0));
    assertFalse(findings.hasErrors());
    Diagnostic unquoted = findings.list().get(1);
    assertEquals("""
        xenoltt.xml:9:63: warning: [GE-OLD-03] the value 4 of the attribute 'size' has no quotes
          a value stands in quotes; 11 more of this kind, all in lines 9, 10, 29, 30, 44, 51, 52, 60, …
          fix: write size="4\"""", unquoted.format().replace(file.toString(), "xenoltt.xml"));
  }

  @ParameterizedTest
  @CsvSource({"core", "fs", "process", "timer", "user_generic", "xenoltt"})
  void areTheSameAfterMigration(String name) {
    FacilityFile file = FacilityFile.read(file(name + ".xml"), ReadOptions.DEFAULT, new Findings())
        .orElseThrow();
    String text = file.migrated();
    Findings findings = new Findings();
    FacilityFile again = FacilityFile.read(
            "again", text.getBytes(StandardCharsets.UTF_8), ReadOptions.DEFAULT, findings)
        .orElseThrow();
    assertEquals(List.of(), findings.list());
    assertEquals(text, again.migrated());
    assertEquals(FacilityChecksum.of(file.facility()), FacilityChecksum.of(again.facility()));
  }
}
