package org.genevent.facility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genevent.cli.Main;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Place;
import org.genevent.diagnostic.Severity;
import org.genevent.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All that the original reported about a facility file, and all that it took in silence although it was wrong, is a case in
 * {@code src/test/resources/failing}; the table {@code original.table} there says which, and what is said now.
 */
class OriginalMessagesTest {

  private static final int COLUMNS = 6;

  @TempDir
  private Path folder;

  /** A row: what happened, what the original said, and the finding that stands in its place. */
  record Row(
      String situation, String original, Path file, String place, String code, String words) {
    static Row of(String line) {
      String[] columns = line.split(" *\\| *", -1);
      assertEquals(COLUMNS, columns.length, line);
      return new Row(
          columns[0], columns[1], Path.of(columns[2]), columns[3], columns[4], columns[5]);
    }

    @Override
    public String toString() {
      return situation;
    }
  }

  static Stream<Row> rows() throws IOException {
    return Files.readAllLines(Golden.root().resolve("src/test/resources/failing/original.table"))
        .stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Row::of);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isSaidWithItsPlaceAndARuleOrFix(Row row) {
    List<Diagnostic> findings = FailingFacilitiesTest.findings(row.file());
    String all = findings.stream().map(Diagnostic::format).collect(Collectors.joining("\n"));
    List<Diagnostic> found = findings.stream()
        .filter(finding -> finding.code().id().equals(row.code()))
        .filter(finding -> place(finding).equals(row.place()))
        .toList();
    assertEquals(1, found.size(), all);
    Diagnostic finding = found.get(0);
    assertTrue(finding.format().contains(row.words()), finding::format);
    assertTrue(finding.rule().isPresent() || finding.fix().isPresent(), finding::format);
    assertFalse(
        finding.message().equalsIgnoreCase(row.original()), "better than the original's words");
    if (row.original().equals("-") && finding.severity() == Severity.WARNING) {
      assertTrue(finding.fix().isPresent(), finding::format);
    }
  }

  private static String place(Diagnostic finding) {
    Place.InFile place = (Place.InFile) finding.place();
    return place.line() + ":" + place.column();
  }

  private String check(int status, String... files) {
    StringWriter err = new StringWriter();
    String[] words = Stream.concat(Stream.of("check"), Stream.of(files)).toArray(String[]::new);
    assertEquals(
        status,
        Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), words),
        err::toString);
    return err.toString();
  }

  /** The original: Not enough arguments, and status 22. */
  @Test
  void noArgumentIsWrongUsage() {
    assertTrue(check(2).contains("Missing required parameter: 'FILE'"));
  }

  /** The original: the system's reason, and its number as status. */
  @Test
  void aFileThatCannotBeOpenedIsNamed() {
    String missing = folder.resolve("missing.xml").toString();
    assertTrue(check(1, missing).startsWith(missing + ": error: [GE-IO-01] "));
    assertTrue(check(1, folder.toString()).startsWith(folder + ": error: [GE-IO-03] "));
  }

  /** The original: Cannot find facility, and status 0. */
  @Test
  void anEmptyFileIsAnError() throws IOException {
    String empty = Files.createFile(folder.resolve("empty.xml")).toString();
    assertTrue(check(1, empty).startsWith(empty + ": error: [GE-IO-04] the file is empty\n"));
  }
}
