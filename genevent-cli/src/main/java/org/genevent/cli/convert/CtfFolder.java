package org.genevent.cli.convert;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** The folder of a CTF trace: its metadata, streams and the index of LTTng. */
final class CtfFolder {

  private static final String METADATA = "metadata";
  private static final String INDEX = "index";

  private final Path folder;

  private CtfFolder(Path folder) {
    this.folder = folder;
  }

  /** The folder of the only trace in a folder or below it. */
  static CtfFolder of(Path around) throws IOException {
    Path[] found = {around};
    Files.walkFileTree(around, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (file.getFileName().toString().equals(METADATA)) {
          found[0] = file.getParent();
          return FileVisitResult.TERMINATE;
        }
        return FileVisitResult.CONTINUE;
      }
    });
    return new CtfFolder(found[0]);
  }

  /** Copies everything that belongs to the trace, byte by byte. */
  void copy(Path to) throws IOException {
    files(folder, to);
    if (Files.isDirectory(folder.resolve(INDEX))) {
      files(folder.resolve(INDEX), Files.createDirectory(to.resolve(INDEX)));
    }
  }

  private static void files(Path from, Path to) throws IOException {
    try (var files = Files.newDirectoryStream(from)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (Files.isRegularFile(file) && !name.startsWith(".")) {
          Files.copy(file, to.resolve(name));
        }
      }
    }
  }
}
