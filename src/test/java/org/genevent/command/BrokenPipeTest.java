package org.genevent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reads the output goes away, as in {@code genevent read TRACE | head -1}. */
class BrokenPipeTest {

  private static final int PACKETS = 1600;
  private static final int PACKET_BYTES = 1 << 16;
  private static final long MOST_SECONDS = 300;

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

  private static Process ended(Process process) throws InterruptedException {
    assertTrue(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS), () -> {
      process.destroyForcibly();
      return "goes on, though nobody reads";
    });
    return process;
  }

  @ParameterizedTest
  @CsvSource({
    "text,        1970-01-01T00:00:00.000000001Z stream long:e {v=1",
    "json,        '{\"timestamp_ns\":1,'",
    "csv,         timestamp",
    "babeltrace,  [00:00:00.000000001]",
    "lttv,        long.e: 0.000000001"
  })
  void aPrinterEndsQuietlyBeforeItHasReadEverything(String format, String beginning)
      throws Exception {
    Path err = folder.resolve("err");
    Process process = CommandProcess.start(
        CommandProcess.words(List.of(), "read", "--format", format, trace), err);
    try (BufferedReader out = process.inputReader()) {
      String line = out.readLine();
      assertTrue(line.startsWith(beginning), line);
    }
    assertEquals(0, ended(process).exitValue(), () -> text(err));
    // the broken packet at the end would have been said
    assertEquals("", text(err));
  }

  @ParameterizedTest
  @ValueSource(strings = {"read --format count", "read --stats", "verify"})
  void whoSumsUpHasNothingToSay(String command) throws Exception {
    Path small = folder.resolve("small");
    LongTrace.write(small.resolve("stream"), 3, PACKET_BYTES, 1, false);
    Path err = folder.resolve("err");
    List<String> words =
        CommandProcess.words(List.of(), (Object[]) (command + " " + small).split(" "));
    Process process = CommandProcess.start(words, err);
    process.getInputStream().close();
    int status = ended(process).exitValue();
    assertEquals(0, status, () -> text(err));
    assertEquals("", text(err));
  }

  @Test
  void whatTheSystemSaysInAnotherLanguageIsUnderstood() throws Exception {
    Path err = folder.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(CommandProcess.words(List.of(), "read", trace))
        .redirectError(err.toFile());
    builder.environment().put("LC_ALL", "de_DE.UTF-8");
    Process process = builder.start();
    try (BufferedReader out = process.inputReader()) {
      assertFalse(out.readLine().isEmpty());
    }
    assertEquals(0, ended(process).exitValue(), () -> text(err));
    assertEquals("", text(err));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
