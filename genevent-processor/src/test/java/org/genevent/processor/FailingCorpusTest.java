package org.genevent.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each file under {@code failing/} has the findings that stand in its sibling {@code .expected}, a line each: {@code
 * line:column CODE}.
 */
class FailingCorpusTest {

  /** What no source can bring about; tests of their own do. */
  private static final Set<DiagnosticCode> ELSEWHERE =
      EnumSet.of(DiagnosticCode.JAVA_OUTPUT, DiagnosticCode.JAVA_DEFECT);

  @TestFactory
  Stream<DynamicTest> everyMistakeIsFoundWhereItIs() throws IOException {
    return Corpus.sources("failing").stream()
        .map(source -> dynamicTest(source.getFileName().toString(), () -> check(source)));
  }

  private void check(Path source) throws IOException {
    JavacRun run =
        JavacRun.of(JavacRun.compiler(new GeneventProcessor()), JavacRun.files(List.of(source)));
    assertEquals(
        String.join("\n", Corpus.expected(source)), String.join("\n", run.findings()), run::text);
    assertFalse(run.succeeded());
    for (Diagnostic<?> diagnostic : run.compilation().diagnostics()) {
      String message = diagnostic.getMessage(Locale.ROOT);
      assertFalse(message.contains("\tat "), message);
    }
  }

  @Test
  void everyCodeOfInterfacesHasACase() throws IOException {
    List<String> expected = new ArrayList<>();
    for (Path source : Corpus.sources("failing")) {
      expected.addAll(Corpus.expected(source));
    }
    for (DiagnosticCode code : DiagnosticCode.values()) {
      boolean isOurs = code.id().startsWith("GE-JAVA-") && !ELSEWHERE.contains(code);
      boolean hasCase = expected.stream().anyMatch(line -> line.endsWith(" " + code.id()));
      assertTrue(hasCase || !isOurs, code + " has no case");
    }
  }
}
