package org.genevent.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The checkout that is tested. */
final class Tree {
  /** Its root; the build says where that is, because the tests' working directory is their module's. */
  static final Path ROOT =
      Path.of(System.getProperty("genevent.root", "..")).toAbsolutePath().normalize();

  private static final Set<String> NOT_SOURCES =
      Set.of(".git", ".idea", ".vscode", ".settings", "target");

  private Tree() {}

  /** All files but those of the build, of git and of editors, in the order of their paths. */
  static List<Path> files() {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
          return NOT_SOURCES.contains(folder.getFileName().toString())
              ? FileVisitResult.SKIP_SUBTREE
              : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
          files.add(file);
          return FileVisitResult.CONTINUE;
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files.stream().sorted().toList();
  }

  /** All files whose names end so. */
  static List<Path> files(String suffix) {
    return files().stream()
        .filter(file -> file.getFileName().toString().endsWith(suffix))
        .toList();
  }

  /** The path from the root, as it stands in messages. */
  static String name(Path file) {
    return ROOT.relativize(file).toString();
  }
}
