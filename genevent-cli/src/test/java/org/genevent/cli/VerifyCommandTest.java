package org.genevent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code genevent verify} says of a trace that is whole, and of what others leave of it. */
class VerifyCommandTest {

  @TempDir
  private static Path folder;

  private static Path trace;

  @BeforeAll
  static void demonstrate() {
    trace = folder.resolve("shop");
    assertEquals(0, Call.run("demo", trace).status());
  }

  private static Path copy(String name) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(name));
    try (Stream<Path> files = Files.list(trace)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  private static Path firstStream(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("main_"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void aWholeTraceIsComplete() {
    List<String> lines = Call.run("verify", trace).lines();
    assertEquals(
        "verdict: complete: of what was traced, nothing happened that is not here",
        lines.get(lines.size() - 1));
    for (String line : lines.subList(0, lines.size() - 1)) {
      Matcher sent = Pattern.compile(
              ".*/main_[0-9]+: complete \\([0-9]+ packets?, ([0-9]+) events sent = ([0-9]+) read \\+ 0 lost, .*")
          .matcher(line);
      assertTrue(sent.matches(), line);
      assertEquals(sent.group(1), sent.group(2));
    }
  }

  @Test
  void aTraceThatWasCutIsNot() throws IOException {
    Path stream = firstStream(copy("cut"));
    byte[] bytes = Files.readAllBytes(stream);
    Files.write(stream, Arrays.copyOf(bytes, bytes.length - 100));
    Call call = Call.run("verify", stream.getParent());
    assertEquals(1, call.status());
    assertTrue(
        call.out().contains(stream + ": incomplete: the file ends within its last packet"),
        call.out());
    assertTrue(call.out().contains("\nverdict: incomplete (1 of "), call.out());
    String json = Call.run("verify", "--format", "json", stream.getParent()).out();
    assertTrue(json.startsWith("{\"verdict\":\"incomplete\",\"reasons\":[],\"streams\":["), json);
    assertTrue(json.contains("\"events_sent\":null"), json);
  }

  @Test
  void aTraceThatSomebodyStillWritesIsNot() throws IOException {
    Path copy = copy("rings");
    Files.writeString(copy.resolve(".genevent-rings"), "");
    Call call = Call.run("verify", copy);
    assertEquals(1, call.status());
    assertTrue(call.out().contains("'genevent recover'"), call.out());
  }

  @Test
  void facilitiesAreCompared() throws IOException {
    Matcher known = Pattern.compile("genevent_facility_0 = \"shop (0x[0-9A-F]+)\"")
        .matcher(Files.readString(trace.resolve("metadata")));
    assertTrue(known.find());
    Call same = Call.run("verify", "--facility", "shop=" + known.group(1), trace);
    assertEquals(0, same.status());
    assertTrue(same.out().contains("facility shop: the same: "), same.out());
    Path other = Files.writeString(folder.resolve("shop.xml"), """
        <facility name="shop"><event name="order"/></facility>
        """);
    Call differs = Call.run("verify", "--facility", other, trace);
    assertEquals(1, differs.status());
    assertTrue(differs.out().contains("was written with " + known.group(1)), differs.out());
    Call missing = Call.run("verify", "--facility", folder.resolve("gone.xml"), trace);
    assertEquals(1, missing.status());
    assertTrue(missing.err().contains("GE-IO-01"), missing.err());
    assertEquals("", missing.out());
  }

  @Test
  void whatIsNoTraceIsIncomplete() {
    Call call = Call.run("verify", folder.resolve("nothing"));
    assertEquals(1, call.status());
    assertTrue(call.out().contains("GE-TRACE-05"), call.out());
  }
}
