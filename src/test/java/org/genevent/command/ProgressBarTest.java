package org.genevent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.genevent.proof.ExternalTool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bar on a terminal, which util-linux's {@code script} plays. That a call takes more than a second is certain, however long
 * it takes to start: whoever takes its output sleeps when it has the first of it.
 */
class ProgressBarTest {

  /** About 3 MB, and more of output: more than pipes hold. */
  private static final int PACKETS = 48;

  private static final int PACKET_BYTES = 1 << 16;

  private static final String SLOW = " | (head -c 1 >/dev/null; sleep 3; cat >/dev/null)";
  private static final String BAR = "\\r\\[#*-*\\] +[0-9]+ % of 3145 kB";
  private static final String GONE = "\r\u001b[K";

  @TempDir
  private static Path shared;

  private static Path trace;

  @TempDir
  private Path folder;

  @BeforeAll
  static void write() throws IOException {
    trace = shared.resolve("trace");
    LongTrace.write(trace.resolve("stream"), PACKETS, PACKET_BYTES, 1, true);
  }

  /** What a terminal shows while a line runs whose standard streams it is, as far as the line does not say otherwise. */
  private String shown(String line, Map<String, String> environment) throws IOException {
    Path log = folder.resolve("log");
    ExternalTool.require("script")
        .run(environment, "-q", "-c", line, log.toString())
        .outOrFail();
    return Files.readString(log, StandardCharsets.UTF_8);
  }

  private static String command(Object... arguments) {
    return CommandProcess.shell(CommandProcess.words(List.of(), arguments));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "csv", "babeltrace", "lttv"})
  void aBarShowsHowFarACallIsAndGoesAway(String format) throws IOException {
    String screen =
        shown(command("read", "--format", format, trace) + SLOW, Map.of("TERM", "xterm"));
    assertTrue(screen.matches("(?s).*" + BAR + ".*"), screen);
    int gone = screen.lastIndexOf(GONE);
    assertTrue(gone > screen.lastIndexOf("% of"), screen);
  }

  @Test
  void aFindingIsNotMixedWithIt() throws IOException {
    String screen = shown(command("read", trace) + SLOW, Map.of("TERM", "xterm"));
    int finding = screen.indexOf(trace + "/stream: error: [GE-TRACE-06]");
    assertTrue(finding >= 0, screen);
    String before = screen.substring(0, finding);
    assertTrue(before.isEmpty() || before.endsWith("\n") || before.endsWith(GONE), screen);
  }

  @Test
  void aTerminalThatCannotGoBackGetsNone() throws IOException {
    String screen = shown(command("read", trace) + SLOW, Map.of("TERM", "dumb"));
    assertEquals(-1, screen.indexOf("% of"), screen);
  }

  @Test
  void aFileGetsNone() throws IOException {
    Path err = folder.resolve("err");
    shown(command("read", trace) + " 2>'" + err + "'" + SLOW, Map.of("TERM", "xterm"));
    String text = Files.readString(err);
    assertTrue(text.contains("GE-TRACE-06") && !text.contains("% of"), text);
  }

  @Test
  void aScreenThatShowsTheEventsGetsNone() throws IOException {
    Path log = folder.resolve("log");
    String line =
        "script -q -c \"" + command("read", "--limit", "2000", trace).replace("\"", "\\\"") + "\" '"
            + log + "'" + SLOW;
    ExternalTool.require("script");
    ExternalTool.require("sh").run(Map.of("TERM", "xterm"), "-c", line).outOrFail();
    String screen = Files.readString(log, StandardCharsets.UTF_8);
    assertTrue(screen.contains("long:e {v=2000,"), screen);
    assertEquals(-1, screen.indexOf("% of"), screen);
  }
}
