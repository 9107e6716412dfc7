package org.genevent.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for inputs, in memory where the system has such a place: thousands of files a second come and go. */
final class ScratchFolder {

  private static final Path MEMORY = Path.of("/dev/shm");

  private ScratchFolder() {}

  /**
   * Makes a folder that goes with the process.
   *
   * @param files what will be in it, innermost first
   */
  static Path create(String... files) {
    try {
      Path folder = Files.isDirectory(MEMORY) && Files.isWritable(MEMORY)
          ? Files.createTempDirectory(MEMORY, "genevent-fuzz")
          : Files.createTempDirectory("genevent-fuzz");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> {
        for (String file : files) {
          folder.resolve(file).toFile().delete();
        }
        folder.toFile().delete();
      }));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
