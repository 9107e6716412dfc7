package org.genevent.cli.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.genevent.emit.GeneratedFile;

/**
 * The list of files that an earlier run made in a folder, so that what is no longer made can be removed and what the
 * user wrote is left alone.
 */
final class Manifest {

  /** The file's name; hidden, as nobody needs to look at it. */
  static final String NAME = ".genevent-files";

  private static final long MAX_BYTES = 16L << 20;

  private Manifest() {}

  /** The paths of the earlier run; lines that would leave the folder are not ours and are passed over. */
  static Set<String> read(Path folder) throws IOException {
    Set<String> paths = new TreeSet<>();
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
      return paths;
    }
    for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
      if (!line.isEmpty() && staysBelow(line)) {
        paths.add(line);
      }
    }
    return paths;
  }

  private static boolean staysBelow(String path) {
    try {
      return !new GeneratedFile(path, "").path().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  static String text(Iterable<String> paths) {
    StringBuilder text = new StringBuilder();
    for (String path : paths) {
      text.append(path).append('\n');
    }
    return text.toString();
  }
}
