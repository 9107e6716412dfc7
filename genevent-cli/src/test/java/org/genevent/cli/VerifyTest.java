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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    assertTrue(said.toString().contains(" +0,0 @@\n"), said::toString);
    assertTrue(Files.exists(made));
    assertFalse(Files.exists(out.resolve("kernel")));
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
