package org.genevent.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.genevent.abi.DataModel;
import org.genevent.contract.ContractTarget;
import org.genevent.layout.LayoutRule;
import org.genevent.testing.example.Example;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.AssertionFailedError;

/** Generated files and contracts: renewed by a switch, and differences that can be read. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class GeneratedFilesTest {

  private static final String OLD = """
      <facility name="shop">
        <event name="order">
          <field name="id"><uint_fixed size="4"/></field>
          <field name="kind"><enum><label name="A" value="1"/></enum></field>
        </event>
      </facility>
      """;

  @TempDir
  private Path folder;

  private final String renew = System.getProperty(GeneratedFiles.RENEW);

  @AfterEach
  void putBack() {
    if (renew == null) {
      System.clearProperty(GeneratedFiles.RENEW);
    } else {
      System.setProperty(GeneratedFiles.RENEW, renew);
    }
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String failure(Runnable code) {
    return assertThrows(AssertionFailedError.class, code::run).getMessage();
  }

  private String renewed(GeneratedFiles files) {
    System.setProperty(GeneratedFiles.RENEW, "true");
    String message = failure(() -> files.match(folder.resolve("made")));
    System.clearProperty(GeneratedFiles.RENEW);
    return message;
  }

  @Test
  void renewedFilesMatchAndSayThatTheyWereRenewed() throws IOException {
    GeneratedFiles files = GeneratedFiles.of(file("shop.xml", OLD))
        .emit("ctf")
        .dataModels(DataModel.LP64, DataModel.ILP32);
    String message = renewed(files);
    assertTrue(
        message.startsWith(
            "renewed, look at the difference and run again without -Dgenevent.renew"),
        message);
    assertTrue(message.contains("ctf/ilp32/shop.tsdl"), message);
    files.match(folder.resolve("made"));
    System.setProperty(GeneratedFiles.RENEW, "true");
    files.match(folder.resolve("made"));
    assertEquals(
        """
        facility shop 0x… ilp32 natural
        event 0 order
          0 id: uint32_t
          4 kind: enum of int32_t
            1 = A
        """,
        Files.readString(folder.resolve("made/layout/shop_ilp32.txt"))
            .replaceAll("0x[0-9A-F]{8}", "0x…"));
  }

  @Test
  void aDifferenceIsAUnifiedDiff() throws IOException {
    renewed(GeneratedFiles.of(file("shop.xml", OLD)).emit());
    Path made = folder.resolve("made");
    Files.writeString(made.resolve("layout/left.txt"), "left over");
    GeneratedFiles now = GeneratedFiles.of(
            file("shop.xml", OLD.replace("size=\"4\"", "size=\"8\"")))
        .emit();
    assertEquals(
        """
        the generated files are not those in MADE; if that is right, write them by -Dgenevent.renew=true
        --- MADE/layout/shop_lp64.txt
        +++ layout/shop_lp64.txt (generated)
        @@ -1,5 +1,5 @@
        -facility shop 0x… lp64 natural
        +facility shop 0x… lp64 natural
         event 0 order
        -  0 id: uint32_t
        -  4 kind: enum of int32_t
        +  0 id: uint64_t
        +  8 kind: enum of int32_t
             1 = A
        MADE/layout/left.txt is not generated any more: delete it""",
        failure(() -> now.match(made))
            .replace(made.toString(), "MADE")
            .replaceAll("0x[0-9A-F]{8}", "0x…"));
  }

  @ParameterizedTest
  @CsvSource({
    "java, java.package, com.example",
    "kernel, kernel.prefix, trace_",
    "kernel, kernel.merged, true",
    "ctf, ctf.version, 2",
    "ltt, ltt.version, 0.8"
  })
  void filesOfEveryEmitterAreHeldWithItsOptions(String emitter, String option, String value)
      throws IOException {
    GeneratedFiles files = GeneratedFiles.of(file("shop.xml", OLD))
        .emit(emitter)
        .option(option, value)
        .byteOrder(ByteOrder.BIG_ENDIAN)
        .layout(emitter.equals("ltt") ? LayoutRule.LTT : LayoutRule.NATURAL);
    renewed(files);
    Path made = folder.resolve("made");
    files.match(made);
    List<Path> all;
    try (Stream<Path> found = Files.walk(made.resolve(emitter))) {
      all = found.filter(Files::isRegularFile).toList();
    }
    assertTrue(!all.isEmpty(), emitter);
    for (Path path : all) {
      String text = Files.readString(path);
      Files.writeString(path, text + "more\n");
      assertTrue(failure(() -> files.match(made)).endsWith("\n-more"), path::toString);
      Files.delete(path);
      assertTrue(failure(() -> files.match(made)).contains("--- " + path + "\n"), path::toString);
      Files.writeString(path, text);
    }
    files.match(made);
  }

  @Test
  void whatIsWrongWithAFacilityIsSaidAsTheCommandSaysIt() throws IOException {
    Path bad = file("bad.xml", OLD.replace("uint_fixed", "uint_fixd"));
    assertTrue(failure(() -> GeneratedFiles.of(bad)).contains("bad.xml:3:22: error: [GE-XML-06]"));
    Path good = file("shop.xml", OLD);
    assertTrue(failure(() -> GeneratedFiles.of(good).emit("kernl").match(folder))
        .contains("[GE-TARGET-02]"));
    assertEquals(
        "java.lang.Runnable is no facility, or was compiled without genevent's annotation processor",
        failure(() -> GeneratedFiles.of(Runnable.class)));
  }

  @Test
  void aChangeThatBreaksIsALineWithItsReason() throws IOException {
    Path old = file("old.xml", OLD);
    Path now = file("now.xml", OLD.replace("name=\"A\"", "name=\"B\""));
    Contracts.assertCompatible(old, old);
    Path more = file("more.xml", OLD.replace("</event>", "</event><event name=\"more\"/>"));
    Contracts.assertCompatible(old, more, ContractTarget.CTF, ContractTarget.JAVA);
    assertEquals(
        "1 change breaks what relies on OLD:\n"
            + "breaking    shop:order.kind: label of 1 was 'A', is 'B'"
            + "; breaks java (no constant has the label)",
        failure(() -> Contracts.assertCompatible(old, now, ContractTarget.JAVA))
            .replace(old.toString(), "OLD"));
    Path olds = Files.createDirectories(folder.resolve("olds"));
    Path news = Files.createDirectories(folder.resolve("news"));
    Files.writeString(olds.resolve("shop.xml"), OLD);
    Files.writeString(olds.resolve("other.xml"), OLD.replace("\"shop\"", "\"other\""));
    Files.writeString(news.resolve("shop.xml"), OLD);
    Contracts.assertCompatible(news, olds);
    Contracts.assertCompatible(olds, old);
    assertTrue(failure(() -> Contracts.assertCompatible(olds, news))
        .contains("breaking    other: the facility is gone; "));
    assertTrue(failure(() -> Contracts.assertCompatible(old, Example.events()))
        .contains("breaking    shop: checksum was "));
  }
}
