package org.genevent.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.golden.Golden;
import org.genevent.reader.TraceReader;
import org.genevent.reader.replay.Replay;
import org.genevent.runtime.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An interface with a parameter of every type: what was traced arrives again as calls of the same interface. */
class ReplayTest {

  private static final List<String> SOURCES = List.of("TrialEvents.java", "Trial.java");

  @TempDir
  private Path folder;

  private final List<String> problems = new ArrayList<>();

  private void report(Diagnostic problem) {
    problems.add(problem.format());
  }

  /** Compiles and runs the trial; gives the interface of that class loader. */
  private URLClassLoader traced(Path trace) throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Javac.compile(classes, SOURCES, "-processorpath", Javac.processorJar().toString());
    URLClassLoader loader = Javac.load(classes);
    try (Session session = Session.to(trace).events("trial:*").start()) {
      ((Runnable) loader.loadClass("declared.Trial").getDeclaredConstructor().newInstance()).run();
      assertEquals(0, session.discardedEvents());
    }
    return loader;
  }

  private static <T> T proxy(Class<T> declared, InvocationHandler handler) {
    return declared.cast(
        Proxy.newProxyInstance(declared.getClassLoader(), new Class<?>[] {declared}, handler));
  }

  private static <T> Replay to(Replay replay, Class<T> declared, InvocationHandler handler) {
    return replay.to(declared, proxy(declared, handler));
  }

  @Test
  void everyArgumentComesBack() throws Exception {
    Path trace = folder.resolve("trace");
    List<String> calls = new ArrayList<>();
    try (URLClassLoader loader = traced(trace);
        TraceReader reader = TraceReader.open(List.of(trace), this::report)) {
      Class<? extends Record> request =
          loader.loadClass("declared.TrialEvents$Request").asSubclass(Record.class);
      Replay replay = Replay.of(reader, this::report);
      to(replay, loader.loadClass("declared.TrialEvents"), (self, method, arguments) -> {
        String call = ArgumentText.of(arguments == null ? new Object[0] : arguments);
        String duration = replay.durationNanos() == 0 ? "" : " duration";
        String context = ArgumentText.of(replay.context(request));
        calls.add(method.getName() + call.substring("Object".length()) + duration + " " + context);
        return null;
      });
      replay.run();
      assertEquals(calls.size(), replay.deliveredEvents());
      assertEquals(0, replay.passedOverEvents());
    }
    assertEquals(List.of(), problems);
    List<String> expected =
        Files.readAllLines(Golden.root().resolve("src/test/resources/declared/replayed.txt"));
    assertEquals(String.join("\n", expected), String.join("\n", calls));
  }

  @Test
  void whatTheImplementationThrowsGoesThroughUnchanged() throws Exception {
    Path trace = folder.resolve("trace");
    Error thrown = new AssertionError("mine");
    try (URLClassLoader loader = traced(trace);
        TraceReader reader = TraceReader.open(List.of(trace), this::report)) {
      Replay replay = Replay.of(reader, this::report);
      to(replay, loader.loadClass("declared.TrialEvents"), (self, method, arguments) -> {
        throw thrown;
      });
      assertSame(thrown, assertThrows(AssertionError.class, replay::run));
    }
  }

  @Test
  void damageIsReportedAndTheRestIsDelivered() throws Exception {
    Path trace = folder.resolve("trace");
    long[] calls = new long[1];
    try (URLClassLoader loader = traced(trace)) {
      Path stream = stream(trace);
      byte[] bytes = Files.readAllBytes(stream);
      // somewhere behind the first events of the packet that has them
      int middle = bytes.length - 700;
      Arrays.fill(bytes, middle, bytes.length, (byte) 0xFF);
      Files.write(stream, bytes);
      try (TraceReader reader = TraceReader.open(List.of(trace), this::report)) {
        Replay replay = Replay.of(reader, this::report);
        to(replay, loader.loadClass("declared.TrialEvents"), (self, method, arguments) -> {
          calls[0]++;
          return null;
        });
        replay.run();
        assertEquals(calls[0], replay.deliveredEvents());
      }
    }
    assertTrue(calls[0] > 5, problems::toString);
    assertTrue(
        problems.stream().anyMatch(problem -> problem.contains(DiagnosticCode.TRACE_DAMAGED.id())),
        problems::toString);
  }

  private static Path stream(Path trace) throws IOException {
    try (Stream<Path> files = Files.list(trace)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("main_"))
          .max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
          .orElseThrow();
    }
  }

  @Test
  void anInterfaceThatNobodyProcessedIsNamed() throws Exception {
    Path trace = folder.resolve("trace");
    traced(trace).close();
    try (TraceReader reader = TraceReader.open(List.of(trace), this::report)) {
      Replay.of(reader, this::report).to(Runnable.class, () -> {}).run();
    }
    assertEquals(
        List.of("java.lang.Runnable: error: [GE-REPLAY-01] there is no resource"
            + " META-INF/genevent/interfaces/java.lang.Runnable.txt beside java.lang.Runnable:"
            + " it is no facility, or was compiled without genevent's annotation processor\n"
            + "  replay needs the class and what the annotation processor wrote beside it"),
        problems);
  }
}
