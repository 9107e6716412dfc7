package org.genevent.cli.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.genevent.emit.GeneratedFile;
import org.genevent.emit.OutputSink;

/**
 * Writes the files of a run into a folder, all or none.
 *
 * <p>Every text is first written beside its place; only when the last one is on the disk are they moved there. Files with
 * equal text are not touched, files of an earlier run that are no longer made are removed, and a file that no run of ours
 * made is never overwritten.
 */
public final class FolderSink implements OutputSink {

  private static final String TEMPORARY_SUFFIX = ".genevent-new";

  private final Path folder;
  private final boolean keepsEarlier;

  /**
   * A sink over a folder.
   *
   * @param folder the folder; made if it is missing
   */
  public FolderSink(Path folder) {
    this(folder, false);
  }

  private FolderSink(Path folder, boolean keepsEarlier) {
    this.folder = folder;
    this.keepsEarlier = keepsEarlier;
  }

  /**
   * A sink whose runs add to those before: what they made and this run does not make stays.
   *
   * @param folder the folder; made if it is missing
   * @return the sink
   */
  public static FolderSink keepingEarlier(Path folder) {
    return new FolderSink(folder, true);
  }

  /**
   * Says what a run would do, without doing it.
   *
   * @param files all files of the run
   * @return one change a file, in the order of the files, then the removed ones by name
   * @throws IOException if the folder cannot be read, or a file is in the way
   */
  public List<FileChange> plan(List<GeneratedFile> files) throws IOException {
    Set<String> earlier = Manifest.read(folder);
    List<FileChange> changes = new ArrayList<>();
    for (GeneratedFile file : files) {
      Path target = folder.resolve(file.path());
      boolean exists = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
      boolean equal = exists && Files.isRegularFile(target) && sameBytes(target, bytes(file));
      if (exists && !equal && !earlier.contains(file.path())) {
        throw new IOException(
            target
                + " is in the way: it was not made by an earlier run; move it or choose another folder");
      }
      changes.add(new FileChange(
          equal ? FileChange.Status.UNCHANGED : FileChange.Status.WRITTEN, file.path()));
      earlier.remove(file.path());
    }
    if (keepsEarlier) {
      return changes;
    }
    for (String stale : earlier) {
      if (Files.exists(folder.resolve(stale), LinkOption.NOFOLLOW_LINKS)) {
        changes.add(new FileChange(FileChange.Status.REMOVED, stale));
      }
    }
    return changes;
  }

  @Override
  public void accept(List<GeneratedFile> files) throws IOException {
    write(files);
  }

  /**
   * Writes the files.
   *
   * @param files all files of the run
   * @return what was done, as {@link #plan} says it
   * @throws IOException if something could not be written; then nothing was replaced
   */
  public List<FileChange> write(List<GeneratedFile> files) throws IOException {
    List<FileChange> changes = plan(files);
    Map<Path, Path> moves = new LinkedHashMap<>();
    Deque<Path> newFolders = new ArrayDeque<>();
    boolean done = false;
    try {
      stage(files, changes, moves, newFolders);
      for (Map.Entry<Path, Path> move : moves.entrySet()) {
        Files.move(
            move.getKey(),
            move.getValue(),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
      done = true;
    } finally {
      for (Path staged : moves.keySet()) {
        Files.deleteIfExists(staged);
      }
      if (!done) {
        deleteEmpty(newFolders);
      }
    }
    for (FileChange change : changes) {
      if (change.status() == FileChange.Status.REMOVED) {
        remove(change.path());
      }
    }
    return changes;
  }

  /** Takes back folders of a run that failed, the innermost first. */
  private static void deleteEmpty(Deque<Path> folders) throws IOException {
    for (Path made : folders) {
      try {
        Files.deleteIfExists(made);
      } catch (DirectoryNotEmptyException e) {
        // somebody else has put something there meanwhile, which keeps those around it, too
        return;
      }
    }
  }

  private static void makeFolders(Path wanted, Deque<Path> newFolders) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path at = wanted.toAbsolutePath(); at != null && !Files.exists(at); at = at.getParent()) {
      missing.push(at);
    }
    for (Path at : missing) {
      Files.createDirectories(at);
      newFolders.push(at);
    }
    // also says what is in the way
    Files.createDirectories(wanted);
  }

  private void stage(
      List<GeneratedFile> files,
      List<FileChange> changes,
      Map<Path, Path> moves,
      Deque<Path> newFolders)
      throws IOException {
    makeFolders(folder, newFolders);
    Set<String> paths = keepsEarlier ? Manifest.read(folder) : new TreeSet<>();
    for (int i = 0; i < files.size(); i++) {
      GeneratedFile file = files.get(i);
      paths.add(file.path());
      if (changes.get(i).status() == FileChange.Status.WRITTEN) {
        stage(file, moves, newFolders);
      }
    }
    GeneratedFile manifest = new GeneratedFile(Manifest.NAME, Manifest.text(paths));
    if (!sameBytes(folder.resolve(Manifest.NAME), bytes(manifest))) {
      stage(manifest, moves, newFolders);
    }
  }

  private void stage(GeneratedFile file, Map<Path, Path> moves, Deque<Path> newFolders)
      throws IOException {
    Path target = folder.resolve(file.path());
    Path staged = target.resolveSibling(target.getFileName() + TEMPORARY_SUFFIX);
    makeFolders(target.getParent(), newFolders);
    moves.put(staged, target);
    Files.write(staged, bytes(file));
  }

  private void remove(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.deleteIfExists(file);
    for (Path parent = file.getParent(); !parent.equals(folder); parent = parent.getParent()) {
      try (var entries = Files.list(parent)) {
        if (entries.findAny().isPresent()) {
          return;
        }
      }
      Files.delete(parent);
    }
  }

  private static byte[] bytes(GeneratedFile file) {
    return file.text().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean sameBytes(Path file, byte[] bytes) throws IOException {
    return Files.isRegularFile(file)
        && Files.size(file) == bytes.length
        && Arrays.equals(Files.readAllBytes(file), bytes);
  }
}
