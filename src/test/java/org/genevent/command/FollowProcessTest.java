package org.genevent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.genevent.proof.ExternalTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code genevent read --follow} on a trace that grows under it, until somebody presses Ctrl-C. */
class FollowProcessTest {

  private static final int PACKET_BYTES = 4096;
  private static final int PACKETS = 5;
  private static final long MOST_SECONDS = 300;

  @TempDir
  private Path folder;

  @Test
  void whatIsWrittenIsPrintedUntilInterrupted() throws Exception {
    ExternalTool kill = ExternalTool.require("kill");
    Path stream = folder.resolve("trace/stream");
    LongTrace.write(stream, PACKETS, PACKET_BYTES, 1, false);
    byte[] whole = Files.readAllBytes(stream);
    Files.write(stream, Arrays.copyOf(whole, PACKET_BYTES));
    Path err = folder.resolve("err");
    List<String> words =
        CommandProcess.words(List.of(), "read", "--follow", "--fields", "v", stream.getParent());
    Process process = CommandProcess.start(interruptible(words), err);
    int events = LongTrace.events(PACKET_BYTES);
    try (BufferedReader out = process.inputReader()) {
      expect(out, 1, events);
      for (int i = 1; i < PACKETS; i++) {
        // in halves: what is not whole yet is no damage
        append(stream, whole, i * PACKET_BYTES, PACKET_BYTES / 2);
        append(stream, whole, i * PACKET_BYTES + PACKET_BYTES / 2, PACKET_BYTES / 2);
        expect(out, i * events + 1, (i + 1) * events);
      }
      kill.run("-INT", String.valueOf(process.pid())).outOrFail();
      assertTrue(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS), "Ctrl-C ends it");
      assertEquals(null, out.readLine());
    } finally {
      process.destroyForcibly();
    }
    assertEquals(0, process.exitValue());
    assertEquals("", Files.readString(err));
  }

  /**
   * Whoever runs the tests in the background of a shell has interrupts ignored, and whatever is started then, too, as nobody
   * presses Ctrl-C there.
   */
  private static List<String> interruptible(List<String> words) {
    if (ExternalTool.require("sh").run("-c", "kill -INT $$").exitStatus() != 0) {
      return words;
    }
    List<String> wrapped = new ArrayList<>(List.of("env", "--default-signal=INT"));
    wrapped.addAll(words);
    return wrapped;
  }

  private static void append(Path stream, byte[] whole, int from, int count) throws IOException {
    Files.write(stream, Arrays.copyOfRange(whole, from, from + count), StandardOpenOption.APPEND);
  }

  private static void expect(BufferedReader out, int first, int last) throws IOException {
    for (int v = first; v <= last; v++) {
      String line = out.readLine();
      assertTrue(line != null && line.endsWith(" stream long:e {v=" + v + "}"), line);
    }
  }
}
