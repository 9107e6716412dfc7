package org.genevent.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.reader.TraceReader;

/** A trace with the indexes that LTTng wrote for its streams. It is changed by what is tried with it. */
final class IndexedTrace {

  private static final int PACKET_BYTES = 4096;
  private static final int TIMES = 40;
  private static final int EVENTS = 20;

  private final Path trace;
  private final List<Path> indexes;
  private final List<Long> times = new ArrayList<>();

  IndexedTrace(Path trace) throws IOException {
    this.trace = trace;
    try (Stream<Path> files = Files.walk(trace)) {
      indexes = files.filter(file -> file.toString().endsWith(".idx")).sorted().toList();
    }
    List<Long> all = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(trace), IndexedTrace::fail)) {
      while (reader.next()) {
        all.add(reader.timestampNanos());
      }
      assertEquals(indexes.size(), reader.streams().size(), "a stream for each index");
    }
    for (int i = 0; i < TIMES; i++) {
      times.add(all.get((int) ((long) i * (all.size() - 1) / (TIMES - 1))) + i % 3 - 1);
    }
    assertFalse(indexes.isEmpty());
  }

  private static void fail(Diagnostic finding) {
    throw new AssertionError(finding.format());
  }

  /** Some events from each of the times on, in one reader that goes back and forth. */
  private List<String> read(List<Diagnostic> findings) {
    List<String> found = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(trace), findings::add)) {
      for (int i = 0; i < TIMES; i++) {
        reader.seek(times.get(i * 7 % TIMES));
        for (int j = 0; j < EVENTS && reader.next(); j++) {
          found.add(reader.record().toString());
        }
      }
    }
    return found;
  }

  private List<String> readWhole() {
    List<Diagnostic> findings = new ArrayList<>();
    List<String> found = read(findings);
    assertEquals(List.of(), findings);
    return found;
  }

  void givesWhatIsReadWithoutIndex() throws IOException {
    List<String> with = readWhole();
    List<byte[]> kept = new ArrayList<>();
    for (Path index : indexes) {
      kept.add(Files.readAllBytes(index));
      Files.delete(index);
    }
    assertEquals(readWhole(), with);
    for (int i = 0; i < kept.size(); i++) {
      Files.write(indexes.get(i), kept.get(i));
    }
  }

  void wrongIndexesChangeNothing(Random random) throws IOException {
    List<String> expected = readWhole();
    for (Path index : indexes) {
      byte[] right = Files.readAllBytes(index);
      for (int i = 0; i < 30; i++) {
        byte[] wrong = right.clone();
        for (int j = 0; j <= i % 4; j++) {
          wrong[random.nextInt(wrong.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Files.write(index, wrong);
        assertEquals(expected, readWhole());
      }
      Files.write(index, right);
    }
  }

  /** The second packet of the longest stream is broken: only who looks at each packet finds that out. */
  void sparesLookingAtPacketsInFront() throws IOException {
    Path longest = null;
    for (Path index : indexes) {
      String name = index.getFileName().toString().replace(".idx", "");
      Path stream = index.getParent().resolveSibling(name);
      longest = longest == null || Files.size(stream) > Files.size(longest) ? stream : longest;
    }
    byte[] bytes = Files.readAllBytes(longest);
    assertTrue(bytes.length > 16 * PACKET_BYTES, "there are many packets");
    bytes[PACKET_BYTES] ^= 1;
    Files.write(longest, bytes);
    long last = times.get(TIMES - 2);
    List<Diagnostic> findings = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(trace), findings::add)) {
      reader.seek(last);
      assertTrue(reader.next());
    }
    assertEquals(List.of(), findings);
    for (Path index : indexes) {
      Files.delete(index);
    }
    try (TraceReader reader = TraceReader.open(List.of(trace), findings::add)) {
      reader.seek(last);
      assertTrue(reader.next());
    }
    assertEquals(1, findings.size(), findings::toString);
  }
}
