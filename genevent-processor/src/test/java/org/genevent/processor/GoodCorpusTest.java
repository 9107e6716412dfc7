package org.genevent.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The files under {@code good/} compile without a warning, and so do the tracers that are made from them. */
class GoodCorpusTest {

  @TestFactory
  Stream<DynamicTest> everyInterfaceGetsATracerThatCompilesWithoutAWarning() throws IOException {
    return facilities().stream()
        .map(source -> dynamicTest(source.getFileName().toString(), () -> {
          JavacRun run = compile(List.of(source));
          assertEquals(List.of(), run.compilation().diagnostics(), run::text);
          assertTrue(run.files().keySet().stream().anyMatch(f -> f.endsWith("Tracer.java")));
          assertTrue(run.files().keySet().stream()
              .anyMatch(f -> f.matches("genevent/facilities/\\w+\\.xml")));
        }));
  }

  @Test
  void sameSourcesGiveTheSameBytesInWhateverOrder() throws IOException {
    List<Path> sources = new ArrayList<>(Corpus.sources("good"));
    Map<String, String> first = compile(sources).files();
    assertEquals(first, compile(sources).files());
    Collections.reverse(sources);
    assertEquals(first, compile(sources).files());
    for (Path source : facilities()) {
      Map<String, String> alone = compile(List.of(source)).files();
      alone.forEach((path, text) -> assertEquals(text, first.get(path), path));
    }
  }

  private static List<Path> facilities() throws IOException {
    List<Path> facilities = new ArrayList<>();
    for (Path source : Corpus.sources("good")) {
      if (Files.readString(source).contains("@Facility")) {
        facilities.add(source);
      }
    }
    return facilities;
  }

  /** Compiles; types in other files are found in the source path, but get no class files and no processing. */
  private static JavacRun compile(List<Path> sources) throws IOException {
    Path sourcePath = Corpus.folder("good").getParent();
    JavacRun run = JavacRun.of(
        JavacRun.compiler(new GeneventProcessor())
            .withOptions("-Xlint:all", "-Werror", "-implicit:none", "-sourcepath", sourcePath),
        JavacRun.files(sources));
    assertTrue(run.succeeded(), run::text);
    return run;
  }
}
