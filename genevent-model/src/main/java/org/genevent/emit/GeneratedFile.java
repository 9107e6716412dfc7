package org.genevent.emit;

import java.util.Objects;

/**
 * A file to be written.
 *
 * @param path the path below the emitter's folder, with {@code /} between its parts; never absolute, never with
 *     {@code ..}
 * @param text the content, with line feeds; written as UTF-8
 */
public record GeneratedFile(String path, String text) {
  /** Checks the path. */
  public GeneratedFile {
    Objects.requireNonNull(text);
    boolean leaves = path.isEmpty() || path.startsWith("/") || path.contains("\\");
    for (String part : path.split("/", -1)) {
      leaves |= part.isEmpty() || part.equals(".") || part.equals("..");
    }
    if (leaves) {
      throw new IllegalArgumentException("a path stays below its folder: path=" + path);
    }
  }
}
