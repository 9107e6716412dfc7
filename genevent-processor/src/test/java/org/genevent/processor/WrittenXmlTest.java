package org.genevent.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.testing.compile.Compiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.genevent.diagnostic.Findings;
import org.genevent.model.Facility;
import org.genevent.xml.FacilityReader;
import org.genevent.xml.FacilityWriter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The XML of an interface is read as the facility that the interface declares. */
class WrittenXmlTest {

  /** Its descriptions have characters that XML cannot have, which are replaced. */
  private static final String HOSTILE = "Hostile.java";

  @TestFactory
  Stream<DynamicTest> theXmlReadsBackAsAnEqualFacility() throws IOException {
    return Corpus.sources("good").stream()
        .filter(WrittenXmlTest::declaresAFacility)
        .map(source -> dynamicTest(source.getFileName().toString(), () -> check(source)));
  }

  private static boolean declaresAFacility(Path source) {
    try {
      // annotated first in its file: the others are nested in a class
      return Files.readString(source).contains("\n@Facility");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(Path source) throws IOException {
    Compiler compiler = Compiler.javac();
    Facility declared = ReadFacility.of(
            compiler, Corpus.folder("good").getParent(), JavacRun.files(List.of(source)))
        .facility()
        .orElseThrow();
    String text = FacilityWriter.write(declared);
    Findings findings = new Findings();
    Facility read = FacilityReader.read(source + ".xml", text.getBytes(UTF_8), findings)
        .orElseThrow(() -> new AssertionError(findings.list() + "\n" + text));
    assertTrue(findings.list().isEmpty(), () -> findings.list() + "\n" + text);
    assertEquals(text, FacilityWriter.write(read));
    if (!source.endsWith(HOSTILE)) {
      assertEquals(declared, read, text);
    }
  }
}
