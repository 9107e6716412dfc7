package org.genevent.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources under {@code src/test/resources}: a case is a file. */
final class Corpus {

  private Corpus() {}

  /** A folder of the corpus; taken from the sources, as copies of cases that are gone stay in the build's folder. */
  static Path folder(String name) {
    return Path.of("src", "test", "resources", name);
  }

  /** The Java files of a folder, by name. */
  static List<Path> sources(String folder) throws IOException {
    try (Stream<Path> files = Files.list(folder(folder))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** The lines of the file that stands beside a source and says what is found in it. */
  static List<String> expected(Path source) throws IOException {
    String name = source.getFileName().toString().replaceFirst("\\.java$", ".expected");
    Path file = source.resolveSibling(name);
    return Files.exists(file) ? Files.readAllLines(file, UTF_8) : List.of();
  }
}
