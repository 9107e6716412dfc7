package org.genevent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The command reads traces that are much larger than its heap.
 *
 * <p>By default 96 MiB under 32 MiB; {@code -Dgenevent.memory.trace=4096 -Dgenevent.memory.heap=256} are four GiB under 256 MiB,
 * which takes as much room in the folder for temporary files, and some minutes.
 */
class BoundedMemoryTest {

  private static final int TRACE_MIB = Integer.getInteger("genevent.memory.trace", 96);
  private static final int HEAP_MIB = Integer.getInteger("genevent.memory.heap", 32);

  private static final int SMALL_PACKET_BYTES = 1 << 12;
  private static final int LARGE_PACKET_BYTES = 1 << 20;
  private static final int STREAMS = 16;

  @TempDir
  private static Path shared;

  private static Path trace;
  private static long events;

  @TempDir
  private Path folder;

  /** Half of it in one stream with very many small packets, half in some streams with large ones. */
  @BeforeAll
  static void write() throws IOException {
    trace = shared.resolve("trace");
    long half = TRACE_MIB * (1L << 20) / 2;
    long small = half / SMALL_PACKET_BYTES;
    LongTrace.write(trace.resolve("small"), small, SMALL_PACKET_BYTES, 10, false);
    events = small * LongTrace.events(SMALL_PACKET_BYTES);
    long large = half / LARGE_PACKET_BYTES / STREAMS;
    for (int i = 0; i < STREAMS; i++) {
      LongTrace.write(trace.resolve("large_" + i), large, LARGE_PACKET_BYTES, 150 + i, false);
      events += large * LongTrace.events(LARGE_PACKET_BYTES);
    }
  }

  static Stream<String> calls() {
    return Stream.of(
        "read --format text",
        "read --format text --limit 1000",
        "read --format json",
        "read --format json --where v==77",
        "read --format json --fields v --begin -1ms",
        "read --format csv",
        "read --format babeltrace",
        "read --format lttv",
        "read --stats",
        "read --stats --format json",
        "read --format count",
        "verify");
  }

  private int run(String call, File out, String... more) throws Exception {
    List<String> options = new ArrayList<>(List.of("-Xmx" + HEAP_MIB + "m", "-XX:+UseSerialGC"));
    options.addAll(List.of(more));
    List<String> words = CommandProcess.words(options, (Object[]) (call + " " + trace).split(" "));
    Path err = folder.resolve("err");
    Process process = new ProcessBuilder(words)
        .redirectError(err.toFile())
        .redirectOutput(out)
        .start();
    int status = process.waitFor();
    String said = Files.readString(err);
    if (call.contains("--allow-loss")) {
      said = said.replaceAll("(?m)^.*: warning: .*\\R", "");
    }
    assertEquals("", said, call);
    return status;
  }

  @ParameterizedTest
  @MethodSource("calls")
  void whateverIsAsked(String call) throws Exception {
    assertEquals(0, run(call, new File("/dev/null")));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void howeverManyProcessorsThereAre(String call) throws Exception {
    assertEquals(0, run(call, new File("/dev/null"), "-XX:ActiveProcessorCount=16"));
  }

  @Test
  void everythingIsCounted() throws Exception {
    Path out = folder.resolve("out");
    assertEquals(0, run("read --format count", out.toFile()));
    assertEquals(
        List.of("long:e " + events, "total " + events, "discarded 0"), Files.readAllLines(out));
  }

  @Test
  void everythingIsVerified() throws Exception {
    Path out = folder.resolve("out");
    assertEquals(0, run("verify", out.toFile()));
    List<String> lines = Files.readAllLines(out);
    assertTrue(lines.get(lines.size() - 1).startsWith("verdict: complete"), lines::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ctf --byte-order big", "ctf --packed", "ltt-0.8 --allow-loss"})
  void everythingIsConverted(String to) throws Exception {
    Path converted = folder.resolve("converted");
    Path out = folder.resolve("out");
    assertEquals(0, run("convert --out " + converted + " --to " + to, out.toFile()));
    List<String> words = CommandProcess.words(List.of(), "read", "--format", "count", converted);
    Process process = new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(out.toFile())
        .start();
    assertEquals(0, process.waitFor());
    List<String> lines = Files.readAllLines(out);
    assertTrue(lines.contains("long:e " + events), lines::toString);
  }

  @Test
  void seekingNeedsAnIndexOfBoundedSize() throws Exception {
    Path out = folder.resolve("out");
    List<String> words = CommandProcess.words(List.of("-Xmx" + HEAP_MIB + "m"));
    words.set(words.size() - 1, SeekingProgram.class.getName());
    words.add(trace.toString());
    Process process = new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(out.toFile())
        .start();
    assertEquals(0, process.waitFor(), () -> out + "");
    assertEquals("sought\n", Files.readString(out));
  }
}
