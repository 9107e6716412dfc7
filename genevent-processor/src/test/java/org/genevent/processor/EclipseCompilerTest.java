package org.genevent.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The Eclipse compiler gets the same tracers and the same findings as javac. */
class EclipseCompilerTest {

  /** It has no positions of records and constants: a finding there is told where the user named the type. */
  private static final Set<String> TOLD_ELSEWHERE = Set.of(
      "AnnotatedRecord.java",
      "ContextField.java",
      "ContextWithoutSize.java",
      "Keywords.java",
      "MisplacedLength.java",
      "MisplacedUnsigned.java",
      "MissingType.java",
      "NameTwice.java",
      "Names.java",
      "NestedTooDeep.java",
      "RecursiveRecord.java",
      "TooManyTypes.java");

  @TempDir
  private Path folder;

  @TestFactory
  Stream<DynamicTest> everyMistakeIsFoundOnTheSameLine() throws IOException {
    return Corpus.sources("failing").stream()
        .map(source -> dynamicTest(source.getFileName().toString(), () -> {
          EclipseCompiler run = EclipseCompiler.run(output(), List.of(source));
          assertFalse(run.succeeded());
          boolean elsewhere = TOLD_ELSEWHERE.contains(source.getFileName().toString());
          String line = elsewhere ? "^.* " : ":\\d+ ";
          String separator = elsewhere ? "" : " ";
          assertEquals(
              replaceFirst(Corpus.expected(source), line, separator),
              replaceFirst(run.findings(), elsewhere ? "^.* " : " ", separator),
              run::text);
        }));
  }

  @Test
  void theTracersAreTheSame() throws IOException {
    List<Path> sources = Corpus.sources("good");
    Path eclipse = output();
    EclipseCompiler run = EclipseCompiler.run(eclipse, sources);
    assertTrue(run.succeeded(), run::text);
    JavacRun javac =
        JavacRun.of(JavacRun.compiler(new GeneventProcessor()), JavacRun.files(sources));
    for (Map.Entry<String, String> file : javac.files().entrySet()) {
      assertEquals(file.getValue(), Files.readString(eclipse.resolve(file.getKey())));
    }
  }

  private static List<String> replaceFirst(List<String> lines, String pattern, String text) {
    return lines.stream().map(line -> line.replaceFirst(pattern, text)).toList();
  }

  private Path output() throws IOException {
    return Files.createTempDirectory(folder, "classes");
  }
}
