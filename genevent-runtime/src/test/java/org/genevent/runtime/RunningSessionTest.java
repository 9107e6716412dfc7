package org.genevent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions while they run. */
class RunningSessionTest {

  @TempDir
  Path folder;

  private Path trace() {
    return folder.resolve("trace");
  }

  /** The files of a running session's memory; other processes may have some beside them. */
  private static List<Path> memoryFiles(Path trace) throws IOException {
    List<Path> files =
        RingList.read(trace).rings().stream().map(RingList.Ring::path).toList();
    assertFalse(files.isEmpty());
    return files;
  }

  @Test
  void aGrowingTraceCanBeReadAtAnyTime() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger traced = new AtomicInteger();
    // a disk that is slow for some seconds makes the session lose events, which it has to count
    AtomicInteger lost = new AtomicInteger();
    Session session = Session.to(trace()).subBufferBytes(4096).subBuffers(64).start();
    Thread thread = new Thread(() -> {
      while (!stop.get()) {
        boolean written = ShopTracer.sold(traced.get(), 1);
        (written ? traced : lost).incrementAndGet();
        LockSupport.parkNanos(50_000);
      }
    });
    thread.start();
    int before = 0;
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    for (int i = 0; i < 12 || before == 0; i++) {
      assertTrue(System.nanoTime() < deadline, "nothing is to be seen before the end");
      Thread.sleep(100);
      int now = Babeltrace.readGrowing(trace()).lines().size();
      assertTrue(now >= before, now + " after " + before);
      before = now;
    }
    stop.set(true);
    thread.join();
    session.close();
    Babeltrace read = Babeltrace.read(trace());
    assertEquals(traced.get(), read.lines().size());
    assertEquals(lost.get(), read.discarded());
  }

  @Test
  void aSnapshotHasTheLastEventsAndDisturbsNothing() throws Exception {
    Session session = Session.to(trace())
        .mode(Session.Mode.OVERWRITE)
        .subBufferBytes(4096)
        .subBuffers(8)
        .start();
    for (int i = 0; i < 50_000; i++) {
      ShopTracer.sold(i, i);
    }
    session.snapshot(folder.resolve("first"));
    ShopTracer.sold(50_000, 0);
    session.snapshot(folder.resolve("second"));
    session.close();
    List<String> first = Babeltrace.read(folder.resolve("first")).lines();
    List<String> second = Babeltrace.read(folder.resolve("second")).lines();
    assertTrue(first.get(first.size() - 1).contains("number = 49999"), "the last one is there");
    assertTrue(second.get(second.size() - 1).contains("number = 50000"));
    assertTrue(first.size() > 100 && first.size() < 50_000, first.size() + " events");
    assertThrows(IOException.class, () -> session.snapshot(folder.resolve("third")));
  }

  @Test
  void aSnapshotIsForFlightRecorders() throws Exception {
    try (Session session = Session.to(trace()).start()) {
      assertThrows(IOException.class, () -> session.snapshot(folder.resolve("first")));
    }
  }

  @Test
  void aDeletedDirectoryDisturbsNobody() throws Exception {
    Session session = Session.to(trace()).subBufferBytes(4096).subBuffers(4).start();
    List<Path> memory = memoryFiles(trace());
    ShopTracer.sold(1, 1);
    try (Stream<Path> all = Files.walk(trace())) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
    for (int i = 0; i < 10_000; i++) {
      ShopTracer.sold(i, i);
    }
    session.close();
    assertTrue(session.error().isPresent());
    assertTrue(memory.stream().noneMatch(Files::exists), "memory that nobody can find again");
  }

  @Test
  void sessionsLeaveNothingBehind() throws Exception {
    List<Path> memory = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Path trace = folder.resolve("t" + i);
      try (Session session =
          Session.to(trace).subBufferBytes(4096).subBuffers(2).start()) {
        memory.addAll(memoryFiles(trace));
        assertTrue(memory.stream().anyMatch(Files::exists));
        ShopTracer.sold(i, i);
        assertEquals(0, session.discardedEvents());
      }
    }
    assertTrue(memory.stream().noneMatch(Files::exists), "memory of sessions that ended");
    long consumers = Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("genevent-consumer"))
        .count();
    assertEquals(0, consumers);
    assertTrue(
        mappings() < 100, "mapped memory of sessions that ended: " + mappings() + " mappings");
  }

  /** Mappings of rings, after the collector had its chances. */
  private static long mappings() throws Exception {
    Path maps = Path.of("/proc/self/maps");
    long count = 0;
    for (int i = 0; i < 50 && Files.exists(maps); i++) {
      System.gc();
      try (Stream<String> lines = Files.lines(maps)) {
        count = lines.filter(line -> line.contains("genevent-")).count();
      }
      if (count < 10) {
        break;
      }
      Thread.sleep(20);
    }
    return count;
  }

  @Test
  void aDeadThreadsEventsAreThereAndItsStreamGoesOn() throws Exception {
    Session session = Session.to(trace()).subBufferBytes(4096).subBuffers(8).start();
    for (int i = 0; i < 200; i++) {
      int number = i;
      Thread thread = new Thread(() -> ShopTracer.sold(number, 1), "short-" + i);
      thread.start();
      thread.join();
      if (i % 20 == 0) {
        Thread.sleep(30);
      }
    }
    session.close();
    Babeltrace read = Babeltrace.read(trace());
    assertEquals(200, read.lines().size() + read.discarded());
    assertEquals(session.discardedEvents(), read.discarded());
  }
}
