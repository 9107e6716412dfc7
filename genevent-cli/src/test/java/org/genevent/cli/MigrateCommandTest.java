package org.genevent.cli;

import static org.genevent.cli.Call.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user of old facility files sees. */
class MigrateCommandTest {

  private static final String SEED = """
      /* old */
      <facility name=net>
        <event name=packet><struct><field name=length><uint size=4/></field></struct></event>
      </facility>
      """;

  private static final String MIGRATED = """
      <?xml version="1.0"?>
      <!-- old -->
      <facility name="net">

        <event name="packet">
          <field name="length"><uint_fixed size="4"/></field>
        </event>
      </facility>
      """;

  private static final String LOOSE = """
      <?xml version="1.0"?>
      <facility name="dis-k" owner="me">
        <event name="read" scope="all"><field name="count"><uint></field></event>
      </facility>
      """;

  @TempDir
  private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void oneFacilityGoesToStandardOutput() throws IOException {
    Call call = run("migrate", file("net.xml", SEED));
    assertEquals(0, call.status(), call.err());
    assertEquals(MIGRATED, call.out());
    assertTrue(call.err().contains("[GE-OLD-01]"), call.err());
    assertTrue(call.err().contains("[GE-OLD-07] the checksum was 0x"), call.err());
    assertTrue(call.err().endsWith("0 errors, 2 warnings\n"), call.err());
  }

  @Test
  void whatWasMigratedStaysAsItIs() throws IOException {
    assertEquals(new Call(0, MIGRATED, ""), run("migrate", file("net.xml", MIGRATED)));
  }

  @Test
  void severalFacilitiesNeedAFolder() throws IOException {
    Path net = file("net.xml", SEED);
    Path disk = file("disk.xml", LOOSE.replace("dis-k", "disk"));
    Call refused = run("migrate", net, net);
    assertEquals(2, refused.status());
    assertTrue(refused.err().contains("--out DIR"), refused.err());
    Path out = folder.resolve("out");
    Call call = run("migrate", "--lenient", "--out", out, net, disk);
    assertEquals(0, call.status(), call.err());
    assertEquals("written net.xml\nwritten disk.xml\n", call.out());
    assertEquals(MIGRATED, Files.readString(out.resolve("net.xml")));
    Call again = run("migrate", "--out", out, net);
    assertEquals("unchanged net.xml\n", again.out());
    assertTrue(Files.exists(out.resolve("disk.xml")), "what another run wrote stays");
  }

  @Test
  void anErrorKeepsEverythingFromBeingWritten() throws IOException {
    Path out = folder.resolve("out");
    Call call = run("migrate", "--out", out, file("net.xml", SEED), file("disk.xml", LOOSE));
    assertEquals(1, call.status());
    assertEquals("", call.out());
    assertTrue(call.err().endsWith("; nothing was written\n"), call.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void twoFacilitiesOfOneFileAreRefused() throws IOException {
    Path one = file("one.xml", LOOSE.replace("dis-k", "dis.k"));
    Path other = file("other.xml", LOOSE.replace("dis-k", "dis/k"));
    Path out = folder.resolve("out");
    Call call = run("migrate", "--lenient", "--out", out, one, other);
    assertEquals(1, call.status());
    assertTrue(call.err().contains("[GE-TARGET-03]"), call.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void aFileInTheWayIsNotOverwritten() throws IOException {
    Path net = file("net.xml", SEED);
    Call call = run("migrate", "--out", folder, net);
    assertEquals(1, call.status());
    assertTrue(call.err().contains("is in the way"), call.err());
    assertEquals(SEED, Files.readString(net));
  }

  @Test
  void leniencyTakesWhatTheOriginalTookUnlessSourcesAreMadeOfIt() throws IOException {
    Path loose = file("disk.xml", LOOSE);
    assertEquals(1, run("check", loose).status());
    assertEquals(0, run("check", "--lenient", loose).status());
    assertEquals(0, run("layout", "--lenient", loose).status());
    assertEquals(0, run("checksum", "--lenient", loose).status());
    assertEquals(0, run("migrate", "--lenient", loose).status());
    Path out = folder.resolve("out");
    Call generated = run("generate", "--lenient", "--emit", "java", "--out", out, loose);
    assertEquals(1, generated.status());
    assertTrue(generated.err().contains("error: [GE-NAME-01]"), generated.err());
    assertTrue(generated.err().contains("warning: [GE-XML-07]"), generated.err());
    Path named = file("named.xml", LOOSE.replace("dis-k", "disk"));
    assertEquals(
        0, run("generate", "--lenient", "--emit", "java", "--out", out, named).status());
  }

  @Test
  void theChecksumIsThatOfTheAge() throws IOException {
    Path net = file("net.xml", SEED);
    String seed = run("checksum", "--dialect", "seed", net).out();
    String early = run("checksum", "--dialect", "early", net).out();
    String standard = run("checksum", "--dialect", "standard", net).out();
    assertEquals(seed, run("checksum", net).out());
    assertFalse(seed.equals(standard));
    assertEquals(early, standard);
    assertEquals(standard, run("checksum", file("migrated.xml", MIGRATED)).out());
    assertEquals(
        seed, run("checksum", "--dialect", "seed", file("m.xml", MIGRATED)).out());
  }

  @Test
  void aDialectThatDoesNotExistIsWrongUsage() throws IOException {
    assertEquals(2, run("check", "--dialect", "late", file("net.xml", SEED)).status());
  }

  @Test
  void aDialectCanBeNamed() throws IOException {
    Call call = run("check", "--dialect", "early", file("net.xml", SEED));
    assertEquals(1, call.status());
    assertTrue(call.err().contains("without <field> around it"), call.err());
  }
}
