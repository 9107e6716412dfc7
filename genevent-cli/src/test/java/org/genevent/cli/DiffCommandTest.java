package org.genevent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two versions of a facility, from everywhere that a version can come from. */
class DiffCommandTest {

  private static final String OLD = """
      <facility name="shop">
        <event name="order">
          <field name="id"><uint_fixed size="4"/></field>
          <field name="customer"><string/></field>
        </event>
      </facility>
      """;

  private static final String NEW = """
      <facility name="shop">
        <event name="order">
          <field name="id"><uint_fixed size="8"/></field>
          <field name="customer"><string/></field>
        </event>
        <event name="shipped"/>
      </facility>
      """;

  @TempDir
  private Path folder;

  private static Call run(Object... arguments) {
    return Call.run(Stream.concat(Stream.of("diff"), Stream.of(arguments)).toArray());
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** What the CTF emitter prints is the metadata of a trace. */
  private Path trace(String name, String xml, String... options) throws IOException {
    List<String> call = new ArrayList<>(List.of("generate", "--emit", "ctf", "--out"));
    Path out = folder.resolve(name + "-made");
    call.add(out.toString());
    call.addAll(List.of(options));
    call.add(file(name + ".xml", xml).toString());
    Call generated = Call.run(call.toArray());
    assertEquals(0, generated.status(), generated.err());
    return file(name + "/metadata", Files.readString(out.resolve("ctf/shop.tsdl")))
        .getParent();
  }

  @Test
  void versionsThatAreAlikeAreFine() throws IOException {
    assertEquals(new Call(0, "", ""), run(file("a.xml", OLD), file("b.xml", OLD)));
  }

  @Test
  void anOldFileIsComparedWithWhatBecameOfIt() throws IOException {
    Path old = file("old.xml", """
        <facility name=shop>
          <event name=order>
            <struct>
              <field name=id><uint size=4/></field>
              <field name=customer><string/></field>
            </struct>
          </event>
        </facility>
        """);
    Call call = run(old, file("new.xml", OLD));
    assertEquals(0, call.status(), call.err());
    assertEquals("", call.out());
    assertTrue(call.err().contains("[GE-OLD-01]"), call.err());
    Path loose =
        file("loose.xml", OLD.replace("<event name=\"order\"", "<event name=\"order\" by=\"me\""));
    assertEquals(1, run(loose, file("new.xml", OLD)).status());
    assertEquals(0, run("--lenient", loose, file("new.xml", OLD)).status());
    assertEquals(0, run("--dialect", "seed", old, old).status());
  }

  @Test
  void eachChangeIsALineWithItsReasons() throws IOException {
    Call call = run(file("a.xml", OLD), file("b.xml", NEW));
    assertEquals(1, call.status());
    assertEquals("", call.err());
    List<String> lines = call.out().lines().toList();
    assertEquals(4, lines.size(), call.out());
    assertTrue(lines.get(0).startsWith("breaking    shop: checksum was 0x"), call.out());
    assertEquals(
        "breaking    shop:order.id: was uint32_t, is uint64_t"
            + "; breaks kernel (linked code writes other bytes)"
            + ", ltt (the description by the old checksum says other bytes)"
            + "; fine for ctf (a trace carries its own classes)"
            + ", java (the value fits into the argument)",
        lines.get(1));
    assertTrue(
        lines.get(2).startsWith("breaking    shop:order.customer: offset was 4, is 8; "),
        call.out());
    assertTrue(lines.get(3).startsWith("compatible  shop:shipped: the event is new; fine for ctf"));
  }

  @Test
  void onlyTheTargetsAskedForDecide() throws IOException {
    Path old = file("a.xml", OLD);
    Path now = file("b.xml", NEW);
    assertEquals(0, run("--target", "ctf,java", old, now).status());
    assertEquals(1, run("--target", "ctf,kernel", old, now).status());
    Call narrowed = run("--target", "java", now, old);
    assertEquals(1, narrowed.status());
    assertTrue(narrowed.out().contains("breaks java (not every value fits"), narrowed.out());
  }

  @Test
  void programsReadJson() throws IOException {
    Call call = run("--format", "json", "--target", "ltt", file("a.xml", OLD), file("b.xml", NEW));
    assertEquals(1, call.status());
    assertTrue(
        call.out()
            .contains(
                "{\"kind\":\"field_widened\",\"subject\":\"shop:order.id\",\"text\":"
                    + "\"was uint32_t, is uint64_t\",\"breaking\":true,\"targets\":[{\"target\":\"ltt\""),
        call.out());
    assertTrue(call.out().endsWith("],\"breaking\":3}\n"), call.out());
  }

  @Test
  void tracesAndFilesAreCompared() throws IOException {
    Path old = trace("old", OLD);
    assertEquals(new Call(0, "", ""), run(old, folder.resolve("old.xml")));
    assertEquals(new Call(0, "", ""), run(folder.resolve("old.xml"), old));
    Call call = run("--target", "kernel", old, file("new.xml", NEW));
    assertEquals(1, call.status());
    assertTrue(call.out().contains("shop:order.id: was uint32_t, is uint64_t"), call.out());
    assertTrue(call.out().contains("offset was 4, is 8"), call.out());
    assertTrue(call.out().contains("shop:shipped: the event is new, or was not traced"));
  }

  @Test
  void cTypesAreThoseOfTheDataModel() throws IOException {
    String typed = OLD.replace("<uint_fixed size=\"4\"/>", "<ulong/>");
    Path old = trace("old", typed, "--data-model", "ilp32");
    Path now = file("typed.xml", typed);
    assertEquals(new Call(0, "", ""), run("--data-model", "ilp32", old, now));
    assertTrue(run(old, now).out().contains("was uint32_t, is uint64_t"));
  }

  @Test
  void classFoldersAndJarsCarryTheirFacilities() throws IOException {
    file("classes/genevent/facilities/shop.xml", OLD);
    Path jar = folder.resolve("program.jar");
    try (FileSystem files =
        FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"))) {
      Path inside = files.getPath("/genevent/facilities/shop.xml");
      Files.createDirectories(inside.getParent());
      Files.writeString(inside, OLD);
    }
    assertEquals(new Call(0, "", ""), run(folder.resolve("classes"), jar));
  }

  @Test
  void oneFacilityIsFoundAmongSeveral() throws IOException {
    file("all/shop.xml", OLD);
    file("all/other.xml", OLD.replace("shop", "other"));
    Path old = folder.resolve("all");
    assertEquals(new Call(0, "", ""), run(old, file("a.xml", OLD)));
    Call gone = run(old, file("b.xml", OLD.replace("shop", "third")));
    assertEquals(1, gone.status());
    assertTrue(
        gone.err().endsWith("all has no facility 'third'; it has: other, shop\n"), gone.err());
  }

  @Test
  void facilitiesOfSeveralArchitecturesAreToldApart() throws IOException {
    for (String arch : List.of("i386", "arm")) {
      String of = OLD.replace("name=\"shop\"", "name=\"shop\" arch=\"" + arch + "\"");
      file("old/shop_" + arch + ".xml", of);
      file("new/shop_" + arch + ".xml", arch.equals("arm") ? of.replace("\"4\"", "\"8\"") : of);
    }
    Call call = run("--target", "java", folder.resolve("new"), folder.resolve("old"));
    assertEquals(1, call.status(), call.err());
    assertTrue(call.out().contains("shop_arm:order.id: was uint64_t, is uint32_t"), call.out());
    assertEquals(-1, call.out().indexOf("i386"), call.out());
  }

  @Test
  void aFacilityThatOneOfTwoFoldersDoesNotHaveIsGone() throws IOException {
    file("old/shop.xml", OLD);
    file("old/other.xml", OLD.replace("shop", "other"));
    file("new/shop.xml", OLD);
    Call gone = run("--target", "java", folder.resolve("old"), folder.resolve("new"));
    assertEquals(
        new Call(
            1,
            "breaking    other: the facility is gone; breaks java (no interface takes its events by that name)\n",
            ""),
        gone);
    Call added = run(folder.resolve("new"), folder.resolve("old"));
    assertEquals(0, added.status(), added.err());
    assertTrue(added.out().startsWith("compatible  other: the facility is new; "), added.out());
    // a trace has what its session took
    assertEquals(new Call(0, "", ""), run(folder.resolve("old"), trace("taken", OLD)));
  }

  @Test
  void whatCannotBeReadIsNamed() throws IOException {
    Path good = file("a.xml", OLD);
    Call missing = run(good, folder.resolve("gone.xml"));
    assertEquals(1, missing.status());
    assertTrue(missing.err().contains("gone.xml: error: [GE-IO-01]"), missing.err());
    assertTrue(missing.err().endsWith("genevent: nothing was compared\n"), missing.err());
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Call none = run(empty, good);
    assertEquals(1, none.status());
    assertTrue(none.err().contains("[GE-TRACE-05]"), none.err());
    Call broken = run(good, file("b.jar", "no zip"));
    assertEquals(1, broken.status());
    assertTrue(broken.err().contains("b.jar: cannot be read as a jar"), broken.err());
    assertEquals("", broken.out());
  }

  @Test
  void namesOfATraceCannotBreakALine() throws IOException {
    Path trace = trace("old", OLD);
    Path metadata = trace.resolve("metadata");
    Files.writeString(
        metadata, Files.readString(metadata).replace("\"shop:order\"", "\"shop:or\\n\\033der\""));
    Call call = run(trace, file("a.xml", OLD));
    assertTrue(call.out().contains("was called 'or\\n\\u001bder' (a guess: "), call.out());
  }
}
