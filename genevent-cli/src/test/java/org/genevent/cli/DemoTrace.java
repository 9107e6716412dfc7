package org.genevent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The trace of the demo, made once for all tests: it measures what events cost, which takes a while. */
final class DemoTrace {

  private static Path trace;

  private DemoTrace() {}

  /** The trace; not to be changed. */
  static synchronized Path get() {
    if (trace == null) {
      try {
        Path folder = Files.createTempDirectory("genevent-demo");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        Path made = folder.resolve("demo");
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        if (Main.run(nowhere, nowhere, "demo", made.toString()) != 0) {
          throw new IllegalStateException("the demo fails");
        }
        trace = made;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return trace;
  }

  /** The files of its streams, in order. */
  static List<Path> streams() throws IOException {
    try (Stream<Path> files = Files.list(get())) {
      return files.filter(file -> !file.endsWith("metadata")).sorted().toList();
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      // a temporary folder that stays
    }
  }
}
