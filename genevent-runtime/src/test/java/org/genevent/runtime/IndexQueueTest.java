package org.genevent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Numbers that threads pass around by two queues: none is lost, none is there twice. */
class IndexQueueTest {

  private static final int NUMBERS = 16;
  private static final int THREADS = 8;
  private static final long STORM_MILLIS = 1_500;

  @Test
  void numbersComeOutInTheOrderTheyWentIn() {
    IndexQueue queue = new IndexQueue(new IndexNodes(NUMBERS, 1));
    assertEquals(Channel.NONE, queue.poll());
    for (int i = 0; i < NUMBERS; i++) {
      queue.offer(i);
      assertEquals(i + 1, queue.size());
    }
    for (int i = 0; i < NUMBERS; i++) {
      assertEquals(i, queue.poll());
    }
    assertEquals(Channel.NONE, queue.poll());
    assertEquals(0, queue.size());
  }

  /** Many more threads than processors, so that some are stopped in the middle of what they do. */
  @Test
  void noNumberGetsLostBetweenTwoQueues() throws InterruptedException {
    IndexNodes nodes = new IndexNodes(NUMBERS, 2);
    IndexQueue free = new IndexQueue(nodes);
    IndexQueue full = new IndexQueue(nodes);
    for (int i = 0; i < NUMBERS; i++) {
      free.offer(i);
    }
    AtomicIntegerArray holders = new AtomicIntegerArray(NUMBERS);
    AtomicReference<String> wrong = new AtomicReference<>();
    AtomicBoolean end = new AtomicBoolean();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      Thread thread = new Thread(() -> {
        while (!end.get()) {
          pass(free, full, holders, wrong);
          pass(full, free, holders, wrong);
        }
      });
      thread.start();
      threads.add(thread);
    }
    Thread.sleep(STORM_MILLIS);
    end.set(true);
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(null, wrong.get());
    boolean[] found = new boolean[NUMBERS];
    int count = 0;
    for (IndexQueue queue : List.of(free, full)) {
      for (int i = queue.poll(); i != Channel.NONE; i = queue.poll()) {
        assertTrue(!found[i], i + " is there twice");
        found[i] = true;
        count++;
      }
    }
    assertEquals(NUMBERS, count, "numbers that are left");
  }

  private static void pass(
      IndexQueue from, IndexQueue to, AtomicIntegerArray holders, AtomicReference<String> wrong) {
    int number = from.poll();
    if (number == Channel.NONE) {
      return;
    }
    if (holders.getAndIncrement(number) != 0) {
      wrong.set(number + " was given to two threads");
    }
    holders.getAndDecrement(number);
    to.offer(number);
  }
}
