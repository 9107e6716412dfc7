package org.genevent.cli;

import static org.genevent.cli.Call.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user sees: exit status, output, files. */
class CommandTest {

  private static final String GOOD = """
      <facility name="shop">
        <event name="order">
          <field name="id"><uint_fixed size="8"/></field>
          <field name="customer"><string/></field>
        </event>
      </facility>
      """;

  private static final String BAD = """
      <facility name="shop">
        <event name="order">
          <field name="id"><uint_fixd size="8"/></field>
          <field name="int"><string/></field>
        </event>
      </facility>
      """;

  @TempDir
  private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aGoodFacilityPassesWithoutAWord() throws IOException {
    assertEquals(new Call(0, "", ""), run("check", file("shop.xml", GOOD)));
  }

  @Test
  void allFindingsOfAllFilesComeWithTheirPlaces() throws IOException {
    Path bad = file("bad.xml", BAD);
    Call call = run(
        "check", bad, folder.resolve("gone.xml"), file("good.xml", GOOD.replace("shop", "good")));
    assertEquals(1, call.status());
    assertTrue(call.err().contains(bad + ":3:22: error: [GE-XML-06]"), call.err());
    assertTrue(call.err().contains("uint_fixed"), call.err());
    assertTrue(call.err().contains(bad + ":4:12: error: [GE-NAME-02]"), call.err());
    assertTrue(call.err().contains("gone.xml: error: [GE-IO-01]"), call.err());
    assertTrue(call.err().endsWith("3 errors, 0 warnings\n"), call.err());
    assertEquals("", call.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "layout", "checksum", "migrate", "read", "recover"})
  void whatIsNotThereIsOneLineAndStatus1(String command) {
    Call call = run(command, folder.resolve("gone"));
    assertEquals(1, call.status());
    assertTrue(call.err().contains("gone"), call.err());
    assertEquals("", call.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "layout", "checksum", "migrate"})
  void anEmptyFileIsAnError(String command) throws IOException {
    Call call = run(command, file("empty.xml", ""));
    assertEquals(1, call.status());
    assertTrue(call.err().contains("empty.xml: error: [GE-IO-04] the file is empty"), call.err());
    assertEquals("", call.out());
  }

  @Test
  void aFolderIsNoFacility() {
    Call call = run("check", folder);
    assertEquals(1, call.status());
    assertTrue(call.err().contains("GE-IO-03"), call.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "chekc x.xml",
        "check",
        "check --no-such-option x.xml",
        "check --data-model lp65 x.xml",
        "generate x.xml",
        "generate --emit java x.xml",
        "generate --emit jav --out o x.xml",
        "generate --emit java --out o --option java.pakage=a x.xml",
        "generate --emit java --out o --dry-run --verify x.xml",
        "read --format xml t",
        "layout --format yaml x.xml",
        "diff x.xml",
        "diff --target c x.xml y.xml",
        "migrate a.xml b.xml",
        "check --dialect old x.xml"
      })
  void wrongUsageIsStatus2(String line) {
    Call call = run((Object[]) (line.isEmpty() ? new String[0] : line.split(" ")));
    assertEquals(2, call.status(), call.toString());
    assertFalse(call.err().isEmpty());
    assertEquals("", call.out());
  }

  @Test
  void aTypoInAnEmitterIsAnsweredWithTheRightOne() {
    assertTrue(run("generate", "--emit", "kernl", "--out", "o", "x.xml").err().contains("kernel"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check",
        "generate",
        "layout",
        "checksum",
        "diff",
        "migrate",
        "read",
        "recover",
        "demo"
      })
  void helpIsThereForEveryCommand(String command) {
    Call call = run(command, "--help");
    assertEquals(0, call.status());
    assertTrue(call.out().contains("Usage: genevent " + command), call.out());
    assertEquals("", call.err());
  }

  @Test
  void generatingTwiceChangesNothing() throws IOException {
    Path shop = file("shop.xml", GOOD);
    Path out = folder.resolve("out");
    Call first = run("generate", "--emit", "java,kernel,ctf", "--out", out, shop);
    assertEquals(0, first.status(), first.err());
    assertEquals(
        10, first.out().lines().filter(line -> line.startsWith("written ")).count());
    Call second = run("generate", "--emit", "java,kernel,ctf", "--out", out, shop);
    assertEquals(first.out().replace("written ", "unchanged "), second.out());
    assertEquals(
        new Call(0, "", ""),
        run("generate", "--emit", "java,kernel,ctf", "--out", out, "--verify", shop));
  }

  @Test
  void oneErrorKeepsEverythingFromBeingWritten() throws IOException {
    Path out = folder.resolve("out");
    Call call = run(
        "generate",
        "--emit",
        "java,ctf",
        "--out",
        out,
        file("good.xml", GOOD.replace("shop", "good")),
        file("bad.xml", BAD));
    assertEquals(1, call.status());
    assertEquals("", call.out());
    assertTrue(call.err().endsWith("nothing was written\n"), call.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void aDryRunNamesFilesAndWritesNone() throws IOException {
    Path out = folder.resolve("out");
    Call call = run("generate", "--emit", "ctf", "--out", out, "--dry-run", file("shop.xml", GOOD));
    assertEquals(new Call(0, "written ctf/shop.tsdl\n", ""), call);
    assertFalse(Files.exists(out));
  }

  @Test
  void verifyShowsWhatDiffers() throws IOException {
    Path shop = file("shop.xml", GOOD);
    Path out = folder.resolve("out");
    run("generate", "--emit", "ctf", "--out", out, shop);
    Path made = out.resolve("ctf/shop.tsdl");
    Files.writeString(made, Files.readString(made).replace("_customer", "_client"));
    Call call = run("generate", "--emit", "ctf", "--out", out, "--verify", shop);
    assertEquals(1, call.status());
    assertTrue(call.out().contains("_client"), call.out());
    assertTrue(call.out().lines().anyMatch(line -> line.startsWith("@@")), call.out());
    assertTrue(Files.readString(made).contains("_client"), "nothing is written");
  }

  @Test
  void whatCannotBeWrittenIsOneLine() throws IOException {
    Path shop = file("shop.xml", GOOD);
    Path inTheWay = file("out", "a file");
    Call call = run("generate", "--emit", "ctf", "--out", inTheWay, shop);
    assertEquals(1, call.status());
    assertEquals(1, call.err().lines().count(), call.err());
    assertTrue(call.err().contains("nothing was written"), call.err());
    assertEquals("a file", Files.readString(inTheWay));
  }

  @Test
  void aFileOfSomebodyElseIsNeverOverwritten() throws IOException {
    Path shop = file("shop.xml", GOOD);
    Path mine = folder.resolve("out/ctf/shop.tsdl");
    Files.createDirectories(mine.getParent());
    Files.writeString(mine, "mine");
    Call call = run("generate", "--emit", "ctf", "--out", folder.resolve("out"), shop);
    assertEquals(1, call.status());
    assertEquals("mine", Files.readString(mine));
  }

  @Test
  void layoutTellsWhereFieldsLie() throws IOException {
    Path shop = file("shop.xml", GOOD);
    Call text = run("layout", shop);
    assertEquals(0, text.status());
    assertTrue(text.out().contains("customer"), text.out());
    Call json = run("layout", "--format", "json", "--data-model", "ilp32,lp64", shop);
    assertTrue(json.out().contains("\"offset_bytes\":8"), json.out());
    assertTrue(json.out().contains("\"size_bytes\":null"), json.out());
    assertTrue(json.out().contains("\"alignment_bytes\":4"), json.out());
  }

  @Test
  void aChecksumIsALine() throws IOException {
    Call call = run("checksum", file("shop.xml", GOOD));
    assertEquals(0, call.status());
    assertTrue(call.out().matches("shop 0x[0-9A-F]{8}\n"), call.out());
  }

  @Test
  void theDemoOfTheSecondVersionOfCtfIsTheSameShop() throws IOException {
    Path trace = folder.resolve("demo 2");
    Call demo = run("demo", "--ctf-version", "2", trace);
    assertEquals("", demo.err());
    assertEquals(0, demo.status());
    assertEquals('\u001e', Files.readString(trace.resolve("metadata")).charAt(0));
    Call count = run("read", "--format", "count", trace);
    assertTrue(count.out().contains("discarded 0"), count.out());
    assertTrue(demo.out().contains(count.out().lines().findFirst().orElseThrow()), demo.out());
    assertEquals(2, run("demo", "--ctf-version", "3", folder.resolve("demo 3")).status());
  }

  @Test
  void theDemoLeavesATraceThatCanBeRead() throws IOException {
    Path trace = folder.resolve("demo");
    Call demo = run("demo", trace);
    assertEquals(0, demo.status(), demo.err());
    assertEquals("", demo.err());
    assertTrue(demo.out().contains("x the clock"), demo.out());
    assertTrue(demo.out().contains("discarded 0"), demo.out());

    Call count = run("read", "--format", "count", trace);
    assertEquals(0, count.status());
    assertTrue(demo.out().contains(count.out().lines().findFirst().orElseThrow()));
    long events = run("read", "--format", "json", trace).out().lines().count();
    assertTrue(count.out().contains("\ntotal " + events + "\n"), count.out());
    assertEquals(new Call(0, trace + ": there is nothing to recover\n", ""), run("recover", trace));
    assertEquals(1, run("demo", trace).status(), "a second one must not overwrite it");

    Path stream;
    try (Stream<Path> files = Files.list(trace)) {
      stream = files
          .filter(file -> file.getFileName().toString().startsWith("main_"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(stream);
    bytes[0] ^= 1;
    Files.write(stream, bytes);
    Call damaged = run("read", "--format", "count", trace);
    assertEquals(1, damaged.status());
    assertTrue(damaged.err().contains("GE-TRACE-06"), damaged.err());
  }
}
