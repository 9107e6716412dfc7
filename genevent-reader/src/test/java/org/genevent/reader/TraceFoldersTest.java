package org.genevent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.genevent.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Traces in folders, and what else lies there. */
final class TraceFoldersTest {

  private static final String METADATA =
      "/* CTF 1.8 */ trace { major = 1; minor = 8; byte_order = le; };\n"
          + "clock { name = c; freq = 1000000000; offset = OFFSET; };\n"
          + "stream { event.header := struct { integer { size = 8; map = clock.c.value; } t; }; };\n"
          + "event { name = e; };";

  @TempDir
  Path directory;

  private Path trace(String name, int offset, int... times) {
    byte[] bytes = new byte[times.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) times[i];
    }
    String metadata = METADATA.replace("OFFSET", String.valueOf(offset));
    return Reading.write(directory.resolve(name), metadata, bytes);
  }

  private static List<String> times(Reading reading) {
    return reading.lines().stream()
        .map(line -> line.replaceFirst(".*\"timestamp_ns\":(-?\\d+).*", "$1"))
        .toList();
  }

  @Test
  void tracesInFoldersAreMergedByTheirClocks() {
    trace("a", 0, 1, 9, 20);
    trace("b/deep/er/kernel", 5, 1, 9);
    trace("b/deep/er/ust/uid/0/64-bit", 10, 1, 9);
    Reading reading = Reading.json(directory);
    assertEquals(List.of(), reading.findings());
    assertEquals(List.of("1", "6", "9", "11", "14", "19", "20"), times(reading));
    Path b = directory.resolve("b");
    assertEquals(times(reading), times(Reading.json(b, directory.resolve("a"))));
  }

  @Test
  void aTraceIsFoundAtTheGreatestDepth() {
    trace("1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16", 0, 3);
    assertEquals(List.of("3"), times(Reading.json(directory)));
  }

  @Test
  void whatIsNoStreamIsLeftAlone() throws IOException {
    Path trace = trace("a", 0, 1);
    Files.write(trace.resolve(".hidden"), new byte[] {2});
    Files.createDirectories(trace.resolve("folder"));
    Files.write(trace.resolve("folder/note"), new byte[] {3});
    Files.createDirectories(directory.resolve("b/metadata"));
    Reading reading = Reading.json(directory);
    assertEquals(List.of(), reading.findings());
    assertEquals(List.of("1"), times(reading));
  }

  @Test
  void aLinkThatLeadsBackHidesNothing() throws IOException {
    trace("a", 0, 1);
    Files.createSymbolicLink(directory.resolve("a/back"), directory);
    Files.createSymbolicLink(directory.resolve("nowhere"), Path.of("gone"));
    trace("z", 0, 2);
    Reading reading = Reading.json(directory);
    assertEquals(List.of("1", "2"), times(reading));
    assertEquals(List.of(), reading.findings());
  }

  @Test
  void aLinkToATraceIsATrace() throws IOException {
    Path trace = trace("elsewhere/a", 0, 1);
    Path links = Files.createDirectories(directory.resolve("links"));
    Files.createSymbolicLink(links.resolve("a"), trace);
    assertEquals(List.of("1"), times(Reading.json(links)));
    assertEquals(List.of("1"), times(Reading.json(links.resolve("a"))));
  }

  @Test
  void aFolderThatCannotBeReadIsNamedAndTheOthersAreRead() throws IOException {
    trace("a", 0, 1);
    Path closed = trace("m/closed", 0, 2).getParent();
    trace("z", 0, 3);
    assumeTrue(closed.toFile().setReadable(false) && !Files.isReadable(closed), "skipped: root");
    try {
      Reading reading = Reading.json(directory);
      assertEquals(List.of("1", "3"), times(reading));
      List<String> findings =
          reading.findings().stream().map(Diagnostic::format).toList();
      assertEquals(1, findings.size());
      assertTrue(findings.get(0).startsWith(closed + ": error: [GE-TRACE-07]"), findings::toString);
    } finally {
      assertTrue(closed.toFile().setReadable(true));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"m", "m/stream_0"})
  void aPathThatIsNoFolderOfTracesIsOneFinding(String name) throws IOException {
    Path empty = Files.createDirectories(directory.resolve("m"));
    Files.write(empty.resolve("stream_0"), new byte[4]);
    Reading reading = Reading.json(directory.resolve(name));
    assertEquals(1, reading.findings().size());
    assertTrue(reading.findings().get(0).format().contains("GE-TRACE-05"));
  }
}
