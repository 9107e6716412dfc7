package org.genevent.xml;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.genevent.abi.Abi;
import org.genevent.check.FacilityChecks;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;

/** Short ways to read files of the old dialects in tests. */
final class Old {

  private Old() {}

  /** A file and what was found. */
  record Result(Optional<FacilityFile> file, List<Diagnostic> findings) {

    /** The findings as {@code line:column CODE} lines. */
    String places() {
      return findings.stream()
          .map(finding -> Xml.place(finding.place()) + " " + finding.code().id())
          .collect(Collectors.joining("\n"));
    }

    Facility facility() {
      return file.orElseThrow().facility();
    }
  }

  static Result read(String text) {
    return read(text, ReadOptions.DEFAULT);
  }

  static Result read(String text, ReadOptions options) {
    return read(text.getBytes(StandardCharsets.UTF_8), options);
  }

  /** Reads and checks. */
  static Result read(byte[] bytes, ReadOptions options) {
    Findings findings = new Findings();
    Optional<FacilityFile> file = FacilityFile.read("f.xml", bytes, options, findings);
    file.ifPresent(found ->
        FacilityChecks.check(found.facility(), LayoutRule.NATURAL, List.of(Abi.JAVA), findings));
    return new Result(file, findings.list());
  }

  /** A file without errors. */
  static FacilityFile file(String text) {
    Result result = read(text);
    Findings findings = new Findings();
    findings.addAll(result.findings());
    assertFalse(findings.hasErrors(), () -> result.findings().toString());
    return result.file().orElseThrow();
  }

  static ReadOptions forced(Dialect dialect) {
    return ReadOptions.of(Optional.of(dialect), false);
  }
}
