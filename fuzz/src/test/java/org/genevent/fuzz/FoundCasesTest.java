package org.genevent.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Replays the kept cases: those that once were defects, and those that the fuzzer starts from. */
class FoundCasesTest {

  /** A second would do; machines are busy at times. */
  private static final Duration LIMIT = Duration.ofSeconds(120);

  @ParameterizedTest
  @EnumSource
  void everyKeptCaseIsReadToItsEnd(Target target) throws IOException {
    List<Path> cases = cases(target);
    assertFalse(cases.isEmpty(), () -> target + " has no case to start from");
    for (Path file : cases) {
      byte[] input = Files.readAllBytes(file);
      assertTimeoutPreemptively(
          LIMIT, () -> target.run(input), () -> target + " " + file.getFileName());
    }
  }

  private static List<Path> cases(Target target) {
    URL folder = FoundCasesTest.class.getResource(target.folder());
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
