package org.genevent.cli.convert;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** A folder that is there with everything in it, or not at all: it is filled beside its place and then moved there. */
final class WholeFolder implements AutoCloseable {

  private static final String SUFFIX = ".genevent-new";

  private final Path place;
  private final Path filling;

  /** Begins one; its place must not be there yet, or be an empty folder. */
  WholeFolder(Path place) throws IOException {
    this.place = place.toAbsolutePath().normalize();
    if (isTaken(this.place)) {
      throw new IOException(place + " is in the way: choose a folder that does not exist yet");
    }
    Path name = this.place.getFileName();
    Path parent = this.place.getParent();
    if (name == null || parent == null) {
      throw new IOException(place + " is no folder that could be made");
    }
    Files.createDirectories(parent);
    filling = Files.createTempDirectory(parent, "." + name + "-").resolve(name + SUFFIX);
    Files.createDirectory(filling);
  }

  private static boolean isTaken(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return Files.exists(path);
    }
    try (var entries = Files.list(path)) {
      return entries.findAny().isPresent();
    }
  }

  /** Where to write. */
  Path filling() {
    return filling;
  }

  /** Puts the folder in its place. */
  void finish() throws IOException {
    Files.move(filling, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Takes away what was not finished. */
  @Override
  public void close() throws IOException {
    Path around = filling.getParent();
    Files.walkFileTree(around, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        Files.delete(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path folder, IOException failure)
          throws IOException {
        Files.delete(folder);
        return FileVisitResult.CONTINUE;
      }
    });
  }
}
