package org.genevent.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.genevent.proof.Seed;
import org.genevent.reader.TraceReader;
import org.genevent.reader.replay.Replay;
import org.genevent.runtime.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged traces, metadata included: whatever they say, replay ends, and throws nothing. */
class ReplayMutationTest {

  private static final int MOST_BYTES = 8;

  @TempDir
  private static Path folder;

  private static final Map<String, byte[]> FILES = new TreeMap<>();
  private static URLClassLoader loader;

  @TempDir
  private Path damaged;

  @BeforeAll
  static void trace() throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Javac.compile(
        classes,
        List.of("TrialEvents.java", "Trial.java"),
        "-processorpath",
        Javac.processorJar().toString());
    loader = Javac.load(classes);
    Path trace = folder.resolve("trace");
    try (Session session = Session.to(trace).events("trial:*").start()) {
      ((Runnable) loader.loadClass("declared.Trial").getDeclaredConstructor().newInstance()).run();
      assertEquals(0, session.discardedEvents());
    }
    try (Stream<Path> files = Files.list(trace)) {
      for (Path file : files.toList()) {
        FILES.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
  }

  @AfterAll
  static void close() throws IOException {
    loader.close();
  }

  static Stream<Seed> seeds() {
    return Seed.cases(300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void replayEndsWithWhatCanBeDelivered(Seed seed) throws Exception {
    Random random = seed.random();
    boolean inMetadata = random.nextBoolean();
    for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
      byte[] bytes = file.getValue().clone();
      if (file.getKey().equals("metadata") == inMetadata) {
        int count = 1 + random.nextInt(MOST_BYTES);
        for (int i = 0; i < count; i++) {
          int at = random.nextInt(bytes.length);
          // in text, digits and letters of the same kind keep most of it readable
          bytes[at] = inMetadata && Character.isDigit(bytes[at])
              ? (byte) ('0' + random.nextInt(10))
              : (byte) random.nextInt(256);
        }
      }
      Files.write(damaged.resolve(file.getKey()), bytes);
    }
    List<String> problems = new ArrayList<>();
    long[] calls = new long[1];
    try (TraceReader reader =
        TraceReader.open(List.of(damaged), problem -> problems.add(problem.format()))) {
      Replay replay = Replay.of(reader, problem -> problems.add(problem.format()));
      deliver(replay, loader.loadClass("declared.TrialEvents"), calls);
      assertEquals(calls[0], replay.deliveredEvents(), seed::toString);
    }
    assertTrue(
        problems.stream().noneMatch(problem -> problem.contains("Exception")),
        () -> seed + "\n" + problems);
  }

  private static <T> void deliver(Replay replay, Class<T> declared, long[] calls) {
    Object implementation =
        Proxy.newProxyInstance(loader, new Class<?>[] {declared}, (self, method, arguments) -> {
          calls[0]++;
          return null;
        });
    replay.to(declared, declared.cast(implementation)).run();
  }
}
