package org.genevent.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Place;
import org.genevent.reader.ltt.LttOpening;

/** Finds traces in directories, and streams in traces. */
final class TraceFolders {

  static final String METADATA = "metadata";
  private static final int MAX_DEPTH = 16;

  private TraceFolders() {}

  /** The traces at or below a directory, in the order of their paths. */
  static List<Path> find(Path path, Consumer<Diagnostic> report) {
    if (!Files.isDirectory(path)) {
      missing(
          path, Files.exists(path) ? "is not a directory" : "there is no such directory", report);
      return List.of();
    }
    try (var below = Files.walk(path, MAX_DEPTH, FileVisitOption.FOLLOW_LINKS)) {
      List<Path> found = below
          .filter(folder -> Files.isDirectory(folder))
          .filter(folder -> isCtf(folder) || LttOpening.isTrace(folder))
          .sorted()
          .toList();
      if (found.isEmpty()) {
        missing(
            path,
            "there is no trace here: no file 'metadata', and no folders 'control' and 'eventdefs', here"
                + " or below",
            report);
      }
      return found;
    } catch (IOException | UncheckedIOException e) {
      unreadable(path, e, report);
      return List.of();
    }
  }

  /** Whether a directory is a CTF trace. */
  static boolean isCtf(Path directory) {
    return Files.isRegularFile(directory.resolve(METADATA));
  }

  private static void missing(Path path, String message, Consumer<Diagnostic> report) {
    report.accept(Diagnostic.of(
        DiagnosticCode.TRACE_MISSING, new Place.InFile(path.toString(), 0, 0), message));
  }

  static void unreadable(Path path, Exception cause, Consumer<Diagnostic> report) {
    report.accept(Diagnostic.of(
        DiagnosticCode.TRACE_UNREADABLE,
        new Place.InFile(path.toString(), 0, 0),
        "cannot be read: " + cause.getMessage()));
  }

  /** The stream files of a trace, in the order in which events of the same time are given. */
  static List<Path> streams(Path directory) throws IOException {
    try (var entries = Files.list(directory)) {
      return entries
          .filter(TraceFolders::isStream)
          .sorted(
              Comparator.comparing(file -> StreamOrder.key(file.getFileName().toString())))
          .toList();
    }
  }

  private static boolean isStream(Path file) {
    String name = file.getFileName().toString();
    return !name.equals(METADATA) && !name.startsWith(".") && Files.isRegularFile(file);
  }
}
