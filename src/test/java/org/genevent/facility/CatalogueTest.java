package org.genevent.facility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.genevent.abi.Abi;
import org.genevent.check.FacilityChecks;
import org.genevent.diagnostic.Findings;
import org.genevent.golden.Golden;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;
import org.genevent.xml.FacilityReader;
import org.genevent.xml.FacilityWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The facility files that ship. */
class CatalogueTest {

  private static final String FOLDER = "facilities/";

  static Stream<Path> files() {
    Path folder = Golden.root().resolve(FOLDER);
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void isCanonicalAndFreeOfFindings(Path file) {
    Findings findings = new Findings();
    Facility facility = FacilityReader.read(file, findings).orElseThrow();
    FacilityChecks.check(facility, LayoutRule.NATURAL, List.of(Abi.JAVA), findings);
    assertEquals(List.of(), findings.list());
    assertEquals(facility.baseName() + ".xml", file.getFileName().toString());
    Golden.checkTracked(FOLDER + file.getFileName(), FacilityWriter.write(facility));
  }
}
