package org.genevent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Processes that end, in every way that a process can. */
class ProcessEndTest {

  private static final int EVENTS = 5_000;

  /** Only to come to an end when a process does not. */
  private static final long MOST_SECONDS = 300;

  @TempDir
  Path folder;

  /** What a process came to. */
  private record Ended(int status, List<String> out, List<String> err) {}

  private static List<String> java(Object... arguments) {
    Path target = Path.of(System.getProperty("basedir", ".")).resolve("target").toAbsolutePath();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(target.resolve("classes") + File.pathSeparator + target.resolve("test-classes"));
    command.add(Child.class.getName());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return command;
  }

  private ProcessBuilder builder(List<String> command, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("GENEVENT_"));
    builder.environment().putAll(environment);
    return builder.redirectError(folder.resolve("err").toFile());
  }

  private Ended run(List<String> command, Map<String, String> environment) throws Exception {
    Process process = builder(command, environment)
        .redirectOutput(folder.resolve("out").toFile())
        .start();
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("no end: " + command);
    }
    return new Ended(
        process.exitValue(),
        Files.readAllLines(folder.resolve("out")),
        Files.readAllLines(folder.resolve("err")));
  }

  private Path trace() {
    return folder.resolve("trace");
  }

  @RepeatedTest(3)
  void aKilledProcessLosesNothingThatWasCommitted() throws Exception {
    Path counters = folder.resolve("counters");
    Process process = builder(java("storm", trace(), counters), Map.of()).start();
    assertEquals("started", process.inputReader().readLine());
    while (committed(counters) == 0) {
      if (!process.isAlive()) {
        fail("it ended by itself: " + Files.readString(folder.resolve("err")));
      }
      Thread.sleep(10);
    }
    // a different moment each time
    Thread.sleep(100 + (System.nanoTime() & 255));
    process.destroyForcibly().waitFor();

    assertTrue(Recovery.isNeeded(trace()));
    Recovery.Result result = Recovery.recover(trace());
    assertEquals(0, result.damagedPackets());
    assertFalse(Recovery.isNeeded(trace()));
    Babeltrace read = Babeltrace.read(trace());
    long committed = committed(counters);
    long lines = read.lines().size();
    // each thread can have committed one event and not have counted it yet
    assertTrue(
        lines >= committed && lines <= committed + Child.THREADS,
        committed + " were committed, " + lines + " were read");

    List<String> again = Babeltrace.read(trace()).lines();
    assertEquals(0, Recovery.recover(trace()).packets(), "a second recovery finds nothing");
    assertEquals(read.lines(), again);
  }

  private static long committed(Path counters) throws IOException {
    ByteBuffer counts =
        ByteBuffer.wrap(Files.readAllBytes(counters)).order(ByteOrder.nativeOrder());
    long committed = 0;
    for (int t = 0; t < Child.THREADS; t++) {
      committed += counts.getLong(t * Long.BYTES);
    }
    return committed;
  }

  @ParameterizedTest
  @CsvSource({"end, 0", "exit, 3"})
  void anEndThatRunsHooksWritesEverything(String how, int status) throws Exception {
    Ended ended = run(java(how, trace(), EVENTS), Map.of());
    assertEquals(new Ended(status, List.of(), List.of()), ended);
    assertFalse(Recovery.isNeeded(trace()));
    assertEquals(EVENTS, Babeltrace.read(trace()).lines().size());
  }

  @Test
  void aHaltLeavesATraceToRecover() throws Exception {
    Ended ended = run(java("halt", trace(), EVENTS), Map.of());
    assertEquals(new Ended(4, List.of(), List.of()), ended);
    assertTrue(Recovery.isNeeded(trace()));
    Recovery.recover(trace());
    assertEquals(EVENTS, Babeltrace.read(trace()).lines().size());
  }

  @Test
  void theEnvironmentStartsASession() throws Exception {
    Ended ended = run(
        java("environment", trace(), EVENTS),
        Map.of("GENEVENT_TRACE", trace().toString(), "GENEVENT_EVENTS", "shop:s*"));
    assertEquals(new Ended(0, List.of(), List.of()), ended);
    assertEquals(EVENTS, Babeltrace.read(trace()).lines().size());

    Ended second =
        run(java("environment", trace(), 7), Map.of("GENEVENT_TRACE", trace().toString()));
    assertEquals(0, second.status());
    assertEquals(EVENTS, Babeltrace.read(trace()).lines().size(), "the first is left alone");
    assertEquals(7, Babeltrace.read(folder.resolve("trace-2")).lines().size());
  }

  @Test
  void withoutASettingNothingIsWritten() throws Exception {
    Ended ended = run(java("environment", trace(), EVENTS), Map.of());
    assertEquals(new Ended(0, List.of(), List.of()), ended);
    assertFalse(Files.exists(trace()));
  }

  @ParameterizedTest
  @CsvSource({
    "GENEVENT_MODE, sometimes",
    "GENEVENT_SUB_BUFFERS, many",
    "GENEVENT_SUB_BUFFERS, 1",
    "GENEVENT_SUB_BUFFER_BYTES, 5000",
    "GENEVENT_TRACE, /proc/no/such/place",
  })
  void aWrongSettingIsOneLineAndNoTrace(String name, String value) throws Exception {
    Map<String, String> environment = name.equals("GENEVENT_TRACE")
        ? Map.of(name, value)
        : Map.of(name, value, "GENEVENT_TRACE", trace().toString());
    Ended ended = run(java("environment", trace(), EVENTS), environment);
    assertEquals(0, ended.status());
    assertEquals(1, ended.err().size(), ended.err().toString());
    assertTrue(ended.err().get(0).contains("no trace is written"), ended.err().toString());
  }

  @Test
  void aFullDiskIsCountedAndReportedOnce() throws Exception {
    assumeTrue(Files.exists(Path.of("/bin/bash")), "skipped: the program 'bash' is missing");
    int events = 60_000;
    List<String> command =
        new ArrayList<>(List.of("/bin/bash", "-c", "ulimit -f 256; exec \"$@\"", "-"));
    // class data sharing and performance data write files of their own
    List<String> java = java("small", trace(), events);
    java.add(1, "-XX:-UsePerfData");
    command.addAll(java);
    Ended ended = run(command, Map.of());
    assertEquals(0, ended.status(), ended.toString());
    assertEquals("true", ended.out().get(1), "the session knows");
    assertEquals(1, ended.err().size(), ended.err().toString());
    assertTrue(ended.err().get(0).contains(trace().toString()), ended.err().toString());

    // with room again, what is still in memory is not lost
    Recovery.recover(trace());
    Babeltrace read = Babeltrace.read(trace());
    long discarded = Long.parseLong(ended.out().get(0));
    assertTrue(discarded > 0, "the disk was not full");
    assertEquals(events, read.lines().size() + discarded);
    assertEquals(discarded, read.discarded(), "as the trace tells it");
  }

  @Test
  void aDirectoryThatCannotBeMadeIsAnErrorOfTheCaller() {
    IOException refused = assertThrows(
        IOException.class, () -> Session.to(Path.of("/proc/no/such/place")).start());
    assertTrue(refused.getMessage().contains("/proc"), refused.getMessage());
  }
}
