package org.genevent.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.genevent.emit.GeneratedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSinkTest {

  private static final GeneratedFile A = new GeneratedFile("java/a/A.java", "class A {}\n");
  private static final GeneratedFile B = new GeneratedFile("ctf/b.tsdl", "event {};\n");

  @TempDir
  private Path folder;

  private static List<String> words(List<FileChange> changes) {
    return changes.stream().map(FileChange::toString).toList();
  }

  @Test
  void whatIsNoLongerMadeIsRemovedWithItsFolders() throws IOException {
    FolderSink sink = new FolderSink(folder.resolve("out"));
    assertEquals(
        List.of("written java/a/A.java", "written ctf/b.tsdl"), words(sink.write(List.of(A, B))));
    assertEquals(
        List.of("unchanged ctf/b.tsdl", "removed java/a/A.java"), words(sink.write(List.of(B))));
    assertFalse(Files.exists(folder.resolve("out/java")));
    assertTrue(Files.exists(folder.resolve("out/ctf/b.tsdl")));
  }

  @Test
  void anEqualFileIsNotTouched() throws IOException {
    FolderSink sink = new FolderSink(folder);
    sink.write(List.of(A));
    FileTime old = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(folder.resolve(A.path()), old);
    sink.write(List.of(A));
    assertEquals(old, Files.getLastModifiedTime(folder.resolve(A.path())));
  }

  @Test
  void aPlanWritesNothing() throws IOException {
    FolderSink sink = new FolderSink(folder.resolve("out"));
    assertEquals(List.of("written java/a/A.java"), words(sink.plan(List.of(A))));
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void aFileOfTheUserIsNotOverwrittenAndNothingElseIsWritten() throws IOException {
    Files.createDirectories(folder.resolve("ctf"));
    Files.writeString(folder.resolve(B.path()), "mine");
    FolderSink sink = new FolderSink(folder);
    IOException refused = assertThrows(IOException.class, () -> sink.write(List.of(A, B)));
    assertTrue(refused.getMessage().contains("is in the way"), refused.getMessage());
    assertEquals("mine", Files.readString(folder.resolve(B.path())));
    assertFalse(Files.exists(folder.resolve(A.path())));
  }

  @Test
  void aForgedListOfFilesCannotReachOutOfTheFolder() throws IOException {
    Path outside = Files.writeString(folder.resolve("precious"), "text");
    Path out = Files.createDirectories(folder.resolve("out"));
    Files.writeString(out.resolve(Manifest.NAME), "../precious\n/etc/passwd\n\n");
    new FolderSink(out).write(List.of(A));
    assertEquals("text", Files.readString(outside));
  }

  @Test
  void whenOneFileCannotBeWrittenNoneIs() throws IOException {
    // a file where a folder has to be: fails in the middle of the run, for root too
    Files.writeString(folder.resolve("ctf"), "");
    FolderSink sink = new FolderSink(folder);
    assertThrows(IOException.class, () -> sink.write(List.of(A, B)));
    assertFalse(Files.exists(folder.resolve(A.path())));
    try (var left = Files.walk(folder)) {
      assertTrue(left.noneMatch(file -> file.toString().endsWith(".genevent-new")));
    }
  }

  @Test
  void aComparisonIsAUnifiedDiff() throws IOException {
    Path out = folder.resolve("out");
    new FolderSink(out).write(List.of(A, B));
    FolderComparison comparison = new FolderComparison(out);
    assertEquals(List.of(), comparison.differences(List.of(A, B)));
    GeneratedFile changed = new GeneratedFile(A.path(), "class A { }\n");
    List<String> lines = comparison.differences(List.of(changed, B));
    assertTrue(lines.contains("-class A {}"), lines.toString());
    assertTrue(lines.contains("+class A { }"), lines.toString());
    assertTrue(comparison.differences(List.of(A)).contains("-event {};"));
  }

  @Test
  void aRunThatFailsTakesBackItsFolders() throws IOException {
    Path blocked = folder.resolve("out/ctf");
    Files.createDirectories(blocked.getParent());
    Files.writeString(blocked, "a file where a folder should be");
    assertThrows(
        IOException.class, () -> new FolderSink(folder.resolve("out")).write(List.of(A, B)));
    assertFalse(Files.exists(folder.resolve("out/java")));
    assertEquals("a file where a folder should be", Files.readString(blocked));
  }
}
