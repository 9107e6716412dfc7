package org.genevent.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.genevent.abi.Abi;
import org.genevent.check.FacilityChecks;
import org.genevent.diagnostic.Diagnostic;
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

  @Test
  void theOneThatIsNoXmlIsToldWhy() {
    Path file = file("xenoltt.xml");
    Findings findings = new Findings();
    assertTrue(FacilityReader.read(file, findings).isEmpty());
    StringBuilder text = new StringBuilder();
    for (Diagnostic finding : findings.list()) {
      text.append(finding.format().replace(file.toString(), "xenoltt.xml")).append('\n');
    }
    assertEquals("""
        xenoltt.xml:8:61: error: [GE-XML-01] the element <pointer> does not end before </field>
          every element ends with its own tag, inside the element that it began in; 23 more of this kind: lines 16, 22, 28, 31, 37, 43, 50, 59, …
          fix: write <pointer/>
        xenoltt.xml:9:63: error: [GE-XML-01] the value 4 of the attribute 'size' has no quotes
          a value stands in quotes; 11 more of this kind: lines 10, 29, 30, 44, 51, 52, 60, 67, …
          fix: write size="4"
        """.toLowerCase(Locale.ROOT), text.toString().toLowerCase(Locale.ROOT));
  }
}
