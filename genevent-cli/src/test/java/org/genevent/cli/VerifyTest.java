package org.genevent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code generate --verify}: exit status, a unified diff, and nothing written. */
class VerifyTest {

  private static final String SHOP = """
      <facility name="shop">
        <event name="order">
          <field name="id"><uint_fixed size="8"/></field>
        </event>
      </facility>
      """;

  @TempDir
  private Path folder;

  private Path out;
  private Path shop;
  private Path made;
  private StringWriter said = new StringWriter();

  @BeforeEach
  void generate() throws IOException {
    out = folder.resolve("out");
    made = out.resolve("ctf/shop.tsdl");
    shop = Files.writeString(folder.resolve("shop.xml"), SHOP);
    assertEquals(0, run("--emit", "ctf"));
    said = new StringWriter();
  }

  private int run(String... options) {
    List<String> words = new ArrayList<>(List.of("generate", "--out", out.toString()));
    words.addAll(List.of(options));
    words.add(shop.toString());
    return Main.run(
        new PrintWriter(said), new PrintWriter(new StringWriter()), words.toArray(String[]::new));
  }

  @Test
  void whatIsAsItShouldBePassesSilently() {
    assertEquals(0, run("--emit", "ctf", "--verify"));
    assertEquals("", said.toString());
  }

  @Test
  void aChangedLineIsAHunk() throws IOException {
    String text = Files.readString(made);
    String changed = text.replace("name = \"shop:order\"", "name = \"shop:ordr\"");
    Files.writeString(made, changed);
    assertEquals(1, run("--emit", "ctf", "--verify"));
    List<String> lines = said.toString().lines().toList();
    assertEquals("--- " + made, lines.get(0));
    assertEquals("+++ ctf/shop.tsdl (generated)", lines.get(1));
    assertTrue(lines.get(2).matches("@@ -\\d+,7 \\+\\d+,7 @@"), lines.get(2));
    assertEquals(
        List.of("-\tname = \"shop:ordr\";", "+\tname = \"shop:order\";"),
        lines.subList(3, lines.size()).stream()
            .filter(line -> !line.startsWith(" ") && !line.startsWith("@@"))
            // the event stands in two kinds of streams
            .distinct()
            .toList());
    assertEquals(changed, Files.readString(made));
  }

  @Test
  void aMissingNewlineAtTheEndIsADifference() throws IOException {
    String text = Files.readString(made);
    Files.writeString(made, text.substring(0, text.length() - 1));
    assertEquals(1, run("--emit", "ctf", "--verify"));
    assertTrue(said.toString().contains("\n\\ No newline at end of file\n"), said::toString);
  }

  @Test
  void aMissingFileIsAllNew() throws IOException {
    Files.delete(made);
    assertEquals(1, run("--emit", "ctf", "--verify"));
    assertTrue(said.toString().contains("\n@@ -0,0 +1,"), said::toString);
    assertFalse(Files.exists(made));
  }

  @Test
  void aFileThatIsNotMadeAnyMoreIsAllGone() throws IOException {
    assertEquals(1, run("--emit", "kernel", "--verify"));
    assertTrue(said.toString().contains("--- " + made + "\n"), said::toString);
    assertTrue(said.toString().contains("\n+++ /dev/null\n"), said::toString);
    assertTrue(said.toString().contains(" +0,0 @@\n"), said::toString);
    assertTrue(Files.exists(made));
    assertFalse(Files.exists(out.resolve("kernel")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--emit java",
        "--emit kernel",
        "--emit kernel --merged",
        "--emit kernel --data-model lp64,ilp32",
        "--emit ctf --ctf-version 2",
        "--emit ltt",
        "--emit ltt --option ltt.version=0.8 --data-model lp64,ilp32 --byte-order big",
        "--emit java,kernel,ctf"
      })
  void filesOfEveryEmitterAreHeldOneByOne(String call) throws IOException {
    String[] options = call.split(" ");
    String[] verify =
        Stream.concat(Stream.of(options), Stream.of("--verify")).toArray(String[]::new);
    out = folder.resolve("all");
    assertEquals(0, run(options));
    said = new StringWriter();
    assertEquals(0, run(verify));
    // what nobody made is somebody else's
    Files.writeString(out.resolve("mine.txt"), "mine");
    List<Path> files;
    try (Stream<Path> all = Files.walk(out)) {
      files = all.filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(out.resolve("mine.txt")))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .toList();
    }
    assertFalse(files.isEmpty());
    for (Path file : files) {
      String text = Files.readString(file);
      Files.writeString(file, text.replaceFirst("\n", "\nchanged\n"));
      assertDiffers(verify, file, "\n-changed\n");
      Files.delete(file);
      assertDiffers(verify, file, "\n@@ -0,0 +1,");
      Files.writeString(file, text);
    }
    said = new StringWriter();
    assertEquals(0, run(verify), said::toString);
  }

  /** The one difference is that of a file. */
  private void assertDiffers(String[] verify, Path file, String wanted) {
    said = new StringWriter();
    assertEquals(1, run(verify), file::toString);
    assertTrue(said.toString().startsWith("--- " + file + "\n+++ "), said::toString);
    assertEquals(
        1, said.toString().lines().filter(line -> line.startsWith("--- ")).count(), said::toString);
    assertTrue(said.toString().contains(wanted), said::toString);
  }

  @Test
  void aFolderThatIsNotThereDiffers() {
    out = folder.resolve("nowhere");
    assertEquals(1, run("--emit", "ctf", "--verify"));
    assertFalse(Files.exists(out));
  }

  @Test
  void linesInAFileOfAnotherSystemDiffer() throws IOException {
    Files.writeString(made, Files.readString(made).replace("\n", "\r\n"));
    assertEquals(1, run("--emit", "ctf", "--verify"));
  }
}
