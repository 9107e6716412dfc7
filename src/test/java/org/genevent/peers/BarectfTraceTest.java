package org.genevent.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.genevent.golden.Golden;
import org.genevent.proof.ExternalTool;
import org.genevent.reader.EventRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a tracer that barectf generated writes: bit fields of odd sizes, on machines of both byte orders. */
class BarectfTraceTest {

  private static final Path SOURCES = Golden.root().resolve("src/test/peers/barectf");
  private static final int ROUNDS = 500;

  @TempDir
  private Path folder;

  @Test
  void ofALittleEndianMachine() throws IOException {
    check(trace("little-endian", ExternalTool.require("gcc"), List.of("env")));
  }

  @Test
  void ofABigEndianMachine() throws IOException {
    check(trace(
        "big-endian",
        ExternalTool.require("s390x-linux-gnu-gcc-12"),
        List.of("qemu-s390x-static")));
  }

  /** Generates the tracer, compiles it with a program that uses it, and runs that. */
  private Path trace(String byteOrder, ExternalTool compiler, List<String> runner)
      throws IOException {
    ExternalTool run = ExternalTool.require(runner.get(0));
    String configuration = Files.readString(SOURCES.resolve("peer.yaml"));
    Path file = folder.resolve("peer.yaml");
    Files.writeString(file, configuration.replace("@ORDER@", byteOrder));
    String here = folder.toString();
    ExternalTool.require("barectf")
        .run(
            "generate",
            "--metadata-dir=" + here,
            "--headers-dir=" + here,
            "--code-dir=" + here,
            file.toString())
        .outOrFail();
    Path program = folder.resolve("program");
    compiler
        .run(
            "-std=c99",
            "-O1",
            "-static",
            "-I" + here,
            "-o",
            program.toString(),
            folder.resolve("peer.c").toString(),
            SOURCES.resolve("main.c").toString())
        .outOrFail();
    Path trace = Files.createDirectory(folder.resolve("trace"));
    Files.copy(folder.resolve("metadata"), trace.resolve("metadata"));
    run.run(program.toString(), trace.resolve("stream").toString(), String.valueOf(ROUNDS))
        .outOrFail();
    return trace;
  }

  private static void check(Path trace) {
    List<EventRecord> events = PeerTrace.compare(trace, 1).events();
    List<EventRecord> bits =
        events.stream().filter(event -> event.event().equals("bits")).toList();
    assertEquals(ROUNDS, bits.size());
    for (int i = 0; i < ROUNDS; i++) {
      assertEquals((long) (i & 1), bits.get(i).fields().get("one"));
      assertEquals((long) (i % 32 - 16), bits.get(i).fields().get("five"));
      assertEquals((long) (i * 12345 & 0x1ffff), bits.get(i).fields().get("odd"));
      assertEquals((i - 50) * 2000000000000000L, bits.get(i).fields().get("wide"));
      assertEquals((long) (i & 7), bits.get(i).streamContext().get("depth"));
    }
    List<String> words = List.of("", "one", "zwei \u00e4", "quote \" and \\");
    List<EventRecord> texts =
        events.stream().filter(event -> event.event().equals("text")).toList();
    for (int i = 0; i < texts.size(); i++) {
      int round = 3 * i;
      assertEquals(words.get(round % 4), texts.get(i).context().get("user"));
      assertEquals(words.get((round + 1) % 4), texts.get(i).fields().get("message"));
      assertEquals((double) ((float) round / 3), texts.get(i).fields().get("real"));
      assertEquals(words.subList(0, round % 4), texts.get(i).fields().get("list"));
    }
  }
}
