package org.genevent.ltt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.genevent.ltt.LttFile.Event;
import org.genevent.runtime.Recovery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that end while they write an LTT trace. */
class LttProcessTest {

  @TempDir
  private Path folder;

  private Process start(Map<String, String> environment, Object... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(LttChild.class.getName());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("GENEVENT_"));
    builder.environment().putAll(environment);
    return builder.redirectError(folder.resolve("err").toFile()).start();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ltt-0.7", "ltt-0.8"})
  void aKilledProcessLosesNothingThatWasCommitted(String format) throws Exception {
    Path trace = folder.resolve("trace");
    Path counters = folder.resolve("counters");
    Process process = start(Map.of(), format, trace, counters);
    assertEquals("started", process.inputReader().readLine());
    while (committed(counters) == 0) {
      if (!process.isAlive()) {
        fail("it ended by itself: " + Files.readString(folder.resolve("err")));
      }
      Thread.sleep(20);
    }
    // a different moment each time
    Thread.sleep(System.nanoTime() & 511);
    process.destroyForcibly().waitFor();

    assertTrue(Recovery.isNeeded(trace));
    Recovery.Result result = Recovery.recover(trace);
    assertEquals(0, result.damagedPackets());
    assertFalse(Recovery.isNeeded(trace));
    long committed = committed(counters);
    List<Long> found = new ArrayList<>();
    for (LttFile stream : LttFile.streams(trace).values()) {
      stream.events().stream().map(event -> event.number(0)).forEach(found::add);
    }
    // each thread can have committed one event and not have counted it yet
    assertTrue(
        found.size() >= committed && found.size() <= committed + LttChild.THREADS,
        committed + " were committed, " + found.size() + " were read");
    assertEquals(found.size(), found.stream().distinct().count(), "none is there twice");
    assertTrue(result.packets() > 0 && result.bytes() > 0);

    assertEquals(0, Recovery.recover(trace).packets(), "a second recovery finds nothing");
  }

  private static long committed(Path counters) throws IOException {
    ByteBuffer counts =
        ByteBuffer.wrap(Files.readAllBytes(counters)).order(ByteOrder.nativeOrder());
    long committed = 0;
    for (int t = 0; t < LttChild.THREADS; t++) {
      committed += counts.getLong(t * Long.BYTES);
    }
    return committed;
  }

  @Test
  void theEnvironmentAsksForLtt() throws Exception {
    Path trace = folder.resolve("trace");
    Process process = start(
        Map.of(
            "GENEVENT_TRACE", trace.toString(),
            "GENEVENT_FORMAT", "LTT-0.8",
            "GENEVENT_HEARTBEAT", "true"),
        "environment");
    assertEquals(0, process.waitFor());
    assertEquals("", Files.readString(folder.resolve("err")));
    LttFile stream = LttFile.streams(trace).values().iterator().next();
    assertTrue(stream.blocks().get(0).heartbeat());
    assertEquals(8, stream.blocks().get(0).minor());
    assertEquals(100, stream.events().size());
    assertEquals(
        List.of(99L),
        stream.events().stream()
            .skip(99)
            .map(Event::payload)
            .map(bytes -> ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getLong())
            .toList());
  }

  @Test
  void anUnknownFormatIsOneLineAndNoTrace() throws Exception {
    Path trace = folder.resolve("trace");
    Process process =
        start(Map.of("GENEVENT_TRACE", trace.toString(), "GENEVENT_FORMAT", "ltt"), "environment");
    assertEquals(0, process.waitFor());
    assertEquals(
        "genevent: no trace is written, a setting is wrong: there is no format 'ltt';"
            + " formats: ctf, ctf-2, ltt-0.7, ltt-0.8\n",
        Files.readString(folder.resolve("err")));
    assertFalse(Files.exists(trace));
  }
}
