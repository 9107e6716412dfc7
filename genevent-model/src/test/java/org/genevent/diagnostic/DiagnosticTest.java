package org.genevent.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiagnosticTest {

  @Test
  void readsAsCompilersPrintIt() {
    Diagnostic finding = Diagnostic.of(
            DiagnosticCode.NAME_DUPLICATE,
            new Place.InFile("fs.xml", 14, 7),
            "there are two events named 'open'")
        .withRule("the first is at fs.xml:5:3")
        .withFix("give one of them another name");
    assertEquals("""
                fs.xml:14:7: error: [GE-NAME-04] there are two events named 'open'
                  the first is at fs.xml:5:3
                  fix: give one of them another name""", finding.format());
  }

  @Test
  void cannotSteerATerminal() {
    Diagnostic finding =
        Diagnostic.of(DiagnosticCode.NAME_MISSING, Place.UNKNOWN, "a\u001b[31m\r\u202eb");
    assertEquals("error: [GE-NAME-03] a\\u001b[31m\\u000d\\u202eb", finding.format());
  }

  @Test
  void aNameWithALineFeedDoesNotLookLikeAnotherFinding() {
    Diagnostic finding = Diagnostic.of(
            DiagnosticCode.NAME_MISSING, Place.UNKNOWN, "a\nb.xml:1:1: error")
        .withRule("two\nlines")
        .withFix("c\nd");
    assertEquals(
        "error: [GE-NAME-03] a\\u000ab.xml:1:1: error\n  two\nlines\n  fix: c\\u000ad",
        finding.format());
  }

  @Test
  void theNearestNameIsFound() {
    assertEquals(
        Optional.of("open_mode"), Nearest.to("open_mod", List.of("seek_origin", "open_mode")));
    assertEquals(Optional.of("begin"), Nearest.to("bgein", List.of("end", "begin")));
    assertEquals(Optional.empty(), Nearest.to("x", List.of("orders", "customers")));
    assertEquals("", Nearest.question("zzz", List.of()));
  }

  @Test
  void aFindingIsKeptOnceAndTheirNumberIsBounded() {
    Findings findings = new Findings();
    for (int i = 0; i < 3000; i++) {
      findings.add(Diagnostic.of(DiagnosticCode.NAME_MISSING, Place.UNKNOWN, "finding " + i));
      findings.add(Diagnostic.of(DiagnosticCode.NAME_MISSING, Place.UNKNOWN, "finding 0"));
    }
    assertEquals(Findings.LIMIT, findings.list().size());
    assertFalse(findings.errorCount() < 3000);
  }

  @Test
  void originsDoNotCountWhenValuesAreCompared() {
    Origin here = Origin.of(new Place.InFile("a.xml", 1, 1));
    assertEquals(here, Origin.NONE);
    assertEquals(here.hashCode(), Origin.NONE.hashCode());
  }

  @Test
  void codesAreUnique() {
    Set<String> ids = new HashSet<>();
    for (DiagnosticCode code : DiagnosticCode.values()) {
      assertEquals(true, ids.add(code.id()), code.id());
    }
  }
}
