package org.genevent.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not there, or not as they should be, give one clear finding. */
class FacilityFileTest {

  @TempDir
  Path folder;

  private String read(Path file) {
    Findings findings = new Findings();
    FacilityReader.read(file, findings);
    return findings.list().stream()
        .map(Diagnostic::format)
        .collect(Collectors.joining("\n"))
        .replace(folder + "/", "");
  }

  @Test
  void aFacilityIsRead() throws IOException {
    Path file = Files.writeString(folder.resolve("t.xml"), "<facility name='t'/>");
    Findings findings = new Findings();
    assertEquals("t", FacilityReader.read(file, findings).orElseThrow().name());
    assertEquals(0, findings.errorCount() + findings.warningCount());
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.writeString(folder.resolve("shop.xml"), "<facility name='shop'/>");
    assertEquals("""
        shpo.xml: error: [GE-IO-01] the file does not exist
          fix: did you mean 'shop.xml'?""", read(folder.resolve("shpo.xml")));
    assertEquals(
        "none/shop.xml: error: [GE-IO-01] the file does not exist",
        read(folder.resolve("none/shop.xml")));
  }

  @Test
  void aFileUsedAsAFolderIsMissing() throws IOException {
    Files.writeString(folder.resolve("shop.xml"), "<facility name='shop'/>");
    assertEquals(
        "shop.xml/a.xml: error: [GE-IO-01] the file does not exist",
        read(folder.resolve("shop.xml/a.xml")));
  }

  @Test
  void anUnreadableFileIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("t.xml"), "<facility name='t'/>");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-wx------"));
    assumeTrue(!Files.isReadable(file), "skipped: this user may read everything");
    assertEquals("t.xml: error: [GE-IO-02] the file cannot be read: permission denied", read(file));
  }

  @Test
  void aLoopOfLinksIsNamed() throws IOException {
    Path file = folder.resolve("loop.xml");
    Files.createSymbolicLink(file, file);
    String finding = read(file);
    assertTrue(
        finding.startsWith("loop.xml: error: [GE-IO-02] the file cannot be read: "), finding);
    assertEquals(1, finding.lines().count());
  }

  @Test
  void aFolderIsNoFile() {
    assertEquals("""
        %s: error: [GE-IO-03] this is a directory
          fix: name the facility files in it""".formatted(folder), read(folder));
  }

  @Test
  void anEmptyFileIsNamed() throws IOException {
    assertEquals("""
        t.xml: error: [GE-IO-04] the file is empty
          a facility file has one element <facility name="…">""", read(Files.createFile(folder.resolve("t.xml"))));
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() throws IOException {
    Path file = folder.resolve("t.xml");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 40);
    }
    assertEquals("""
        t.xml: error: [GE-IO-05] the file is larger than 8 MiB
          fix: divide the facility into several""", read(file));
  }
}
