package org.genevent.reader;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          path, Set.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              if (isCtf(folder) || LttOpening.isTrace(folder)) {
                found.add(folder);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              // at the greatest depth, directories come here, too
              if (attributes.isDirectory() && (isCtf(file) || LttOpening.isTrace(file))) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException cause) {
              // what a link leads back to was looked at already
              if (!(cause instanceof FileSystemLoopException)) {
                unreadable(file, cause, report);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      unreadable(path, e, report);
    }
    if (found.isEmpty()) {
      missing(
          path,
          "there is no trace here: no file 'metadata', and no folders 'control' and 'eventdefs', here"
              + " or below",
          report);
    }
    found.sort(null);
    return found;
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
      // keys are made once each, not for each comparison: there may be thousands of streams
      return entries
          .filter(TraceFolders::isStream)
          .map(file -> Map.entry(StreamOrder.key(file.getFileName().toString()), file))
          .sorted(Map.Entry.comparingByKey())
          .map(Map.Entry::getValue)
          .toList();
    }
  }

  private static boolean isStream(Path file) {
    String name = file.getFileName().toString();
    return !name.equals(METADATA) && !name.startsWith(".") && Files.isRegularFile(file);
  }
}
