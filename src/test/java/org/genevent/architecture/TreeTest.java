package org.genevent.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TreeTest {
  private static final int MAX_LINES = 600;

  private static final Set<String> SOURCE_SUFFIXES =
      Set.of(".java", ".c", ".h", ".xml", ".md", ".sh");

  /** Spelled apart, or this file would be its own finding. */
  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

  /** Where a build gets its libraries from is the builder's choice. */
  private static final Pattern REGISTRY = Pattern.compile(
      "<(repositories|pluginRepositories|distributionManagement)>|repo1?\\.maven\\.(apache\\.)?org");

  @Test
  void aSourceFileHasOneIdeaAndSoFewLines() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : Tree.files(".java")) {
      long lines = read(file).lines().count();
      if (lines > MAX_LINES) {
        tooLong.add(Tree.name(file) + ": " + lines + " lines");
      }
    }
    assertEquals(List.of(), tooLong);
  }

  @Test
  void nothingIsMarkedAsUnfinished() throws IOException {
    assertEquals(List.of(), linesWith(UNFINISHED));
  }

  @Test
  void noFileNamesARegistry() throws IOException {
    List<String> found = linesWith(REGISTRY);
    found.removeIf(line -> line.startsWith("src/test/java/org/genevent/architecture/"));
    assertEquals(List.of(), found);
  }

  private static List<String> linesWith(Pattern pattern) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : Tree.files()) {
      String name = Tree.name(file);
      // Inputs and expected outputs of tests say what they have to.
      if (name.contains("src/test/resources/")
          || SOURCE_SUFFIXES.stream().noneMatch(name::endsWith)) {
        continue;
      }
      String[] lines = read(file).split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        if (pattern.matcher(lines[i]).find()) {
          found.add(name + ":" + (i + 1) + ": " + lines[i].strip());
        }
      }
    }
    return found;
  }

  /** As Latin-1, which reads any bytes. */
  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }
}
