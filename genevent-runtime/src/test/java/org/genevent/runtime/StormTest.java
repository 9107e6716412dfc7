package org.genevent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many threads at once: what was committed is read, and what was not is counted. */
class StormTest {

  @TempDir
  Path folder;

  private final AtomicLong committed = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  private void work(int seed, int events) {
    for (int i = 0; i < events; i++) {
      boolean written =
          i % 3 == 0 ? ShopTracer.named(i, "n".repeat(i % 40)) : ShopTracer.sold(seed, i);
      (written ? committed : refused).incrementAndGet();
    }
  }

  private void run(int threads, int events) throws InterruptedException {
    List<Thread> running = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int seed = t;
      running.add(new Thread(() -> work(seed, events), "storm-" + t));
    }
    running.forEach(Thread::start);
    for (Thread thread : running) {
      thread.join();
    }
  }

  private void check(Path trace, Session session) throws Exception {
    Babeltrace read = Babeltrace.read(trace);
    assertEquals(session.discardedEvents(), read.discarded(), "discarded, as the trace tells");
    assertEquals(
        committed.get() + refused.get(), read.lines().size() + read.discarded(), "every event");
  }

  @Test
  void threadsWithRoomLoseNothing() throws Exception {
    Session session = Session.to(folder.resolve("t")).start();
    run(8, 10_000);
    session.close();
    check(folder.resolve("t"), session);
    assertEquals(80_000, committed.get());
  }

  @Test
  void whatFindsNoRoomIsCounted() throws Exception {
    Session session =
        Session.to(folder.resolve("t")).subBufferBytes(4096).subBuffers(4).start();
    run(8, 10_000);
    session.close();
    check(folder.resolve("t"), session);
    assertTrue(refused.get() > 0, "nothing was lost, so nothing was tested");
    assertEquals(refused.get(), session.discardedEvents());
  }

  @Test
  void moreThreadsThanSubBuffersShare() throws Exception {
    Session session =
        Session.to(folder.resolve("t")).subBufferBytes(65_536).subBuffers(8).start();
    CountDownLatch allTraced = new CountDownLatch(50);
    CountDownLatch end = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 50; t++) {
      int seed = t;
      Thread thread = new Thread(() -> {
        work(seed, 200);
        allTraced.countDown();
        try {
          end.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      });
      thread.start();
      threads.add(thread);
    }
    allTraced.await();
    end.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    session.close();
    check(folder.resolve("t"), session);
  }

  @Test
  void overwrittenEventsAreCountedToo() throws Exception {
    Session session = Session.to(folder.resolve("t"))
        .mode(Session.Mode.OVERWRITE)
        .subBufferBytes(4096)
        .subBuffers(16)
        .start();
    run(4, 20_000);
    session.close();
    check(folder.resolve("t"), session);
    assertTrue(session.discardedEvents() > 0, "nothing was overwritten, so nothing was tested");
  }

  @Test
  void stoppingInMidFlightKeepsWhatWasCommitted() throws Exception {
    for (int round = 0; round < 10; round++) {
      Path trace = folder.resolve("t" + round);
      committed.set(0);
      Session session = Session.to(trace).start();
      List<Thread> threads = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        Thread thread = new Thread(() -> {
          while (session.discardedEvents() >= 0 && ShopTracer.soldPoint().isEnabled()) {
            if (ShopTracer.sold(1, 1)) {
              committed.incrementAndGet();
            }
          }
        });
        thread.start();
        threads.add(thread);
      }
      Thread.sleep(20);
      session.close();
      for (Thread thread : threads) {
        thread.join();
      }
      assertEquals(committed.get(), Babeltrace.read(trace).lines().size(), "round " + round);
    }
  }

  @Test
  void virtualThreadsShareAFewStreams() throws Exception {
    Method start;
    try {
      start = Thread.class.getMethod("startVirtualThread", Runnable.class);
    } catch (NoSuchMethodException e) {
      assumeTrue(false, "virtual threads need JDK 21 or later");
      throw e;
    }
    Session session =
        Session.to(folder.resolve("t")).subBufferBytes(65_536).subBuffers(64).start();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 20_000; t++) {
      int seed = t;
      threads.add((Thread) start.invoke(null, (Runnable) () -> work(seed, 3)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    session.close();
    check(folder.resolve("t"), session);
  }
}
