package org.genevent.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.golden.Golden;
import org.junit.jupiter.api.Test;

/** Every code is explained once, and some test provokes it. */
class DiagnosticCatalogueTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| (GE-[A-Z]+-[0-9]+) \\|");

  @Test
  void everyCodeHasOneRowAndEveryRowACode() throws IOException {
    List<String> rows = new ArrayList<>();
    Matcher row = ROW.matcher(Files.readString(Golden.root().resolve("docs/diagnostics.md")));
    while (row.find()) {
      rows.add(row.group(1));
    }
    List<String> codes =
        Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::id).sorted().toList();
    assertEquals(codes, rows.stream().sorted().toList());
  }

  @Test
  void everyCodeIsExpectedBySomeTest() throws IOException {
    StringBuilder expectations = new StringBuilder();
    try (Stream<Path> files = Files.walk(Golden.root())) {
      files.filter(DiagnosticCatalogueTest::isExpectation).forEach(file -> {
        try {
          expectations.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
    List<String> without = Arrays.stream(DiagnosticCode.values())
        .filter(code -> expectations.indexOf(code.id()) < 0
            && expectations.indexOf("DiagnosticCode." + code.name()) < 0)
        .map(DiagnosticCode::id)
        .toList();
    assertEquals(List.of(), without, "codes that no test expects");
  }

  private static boolean isExpectation(Path file) {
    String path = Golden.root().relativize(file).toString().replace('\\', '/');
    return path.contains("src/test/")
        && !path.contains("target/")
        && (path.endsWith("Test.java") || path.endsWith(".expected"));
  }
}
