package org.genevent.cli.output;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.genevent.emit.GeneratedFile;

/** Holds the files of a run against a folder, without writing. */
public final class FolderComparison {

  private static final int CONTEXT_LINES = 3;

  private final Path folder;

  /**
   * A comparison with a folder.
   *
   * @param folder the folder; need not exist
   */
  public FolderComparison(Path folder) {
    this.folder = folder;
  }

  /**
   * Compares.
   *
   * @param files all files of the run
   * @return a unified diff from what is in the folder to what the run made; empty if they are the same
   * @throws IOException if the folder cannot be read
   */
  public List<String> differences(List<GeneratedFile> files) throws IOException {
    Set<String> stale = Manifest.read(folder);
    List<String> lines = new ArrayList<>();
    for (GeneratedFile file : files) {
      stale.remove(file.path());
      compare(file.path(), text(file.path()), file.text(), lines);
    }
    for (String path : stale) {
      compare(path, text(path), "", lines);
    }
    return lines;
  }

  private String text(String path) throws IOException {
    Path file = folder.resolve(path);
    return Files.isRegularFile(file)
        ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
        : "";
  }

  private void compare(String path, String found, String wanted, List<String> lines) {
    if (found.equals(wanted)) {
      return;
    }
    List<String> before = splitLines(found);
    List<String> after = splitLines(wanted);
    for (String line : UnifiedDiffUtils.generateUnifiedDiff(
        folder.resolve(path).toString(),
        after.isEmpty() ? "/dev/null" : path + " (generated)",
        before,
        DiffUtils.diff(before, after),
        CONTEXT_LINES)) {
      lines.add(line.startsWith("@@") ? hunk(line, before.isEmpty(), after.isEmpty()) : line);
    }
  }

  /** Nothing has no first line, as the format counts. */
  private static String hunk(String line, boolean wasNothing, boolean isNothing) {
    String head = wasNothing ? line.replace("@@ -1,0 ", "@@ -0,0 ") : line;
    return isNothing ? head.replace(" +1,0 @@", " +0,0 @@") : head;
  }

  private static List<String> splitLines(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    } else {
      lines.set(lines.size() - 1, lines.get(lines.size() - 1) + "\n\\ No newline at end of file");
    }
    return lines;
  }
}
