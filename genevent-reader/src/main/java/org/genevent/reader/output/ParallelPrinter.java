package org.genevent.reader.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.reader.TraceReader;
import org.genevent.reader.stream.Slices;

/**
 * Prints slices of traces by several threads, in order: each thread prints one slice after the other into blocks, and the
 * caller's thread writes the blocks out.
 *
 * <p>Memory is bounded: a thread whose blocks nobody writes waits.
 */
final class ParallelPrinter {

  private static final int MOST_BLOCKS = 256;

  /** Bytes that a thread has printed. */
  private record Block(byte[] bytes, int length) {}

  private static final Block END = new Block(new byte[0], 0);
  private static final long PATIENCE_MILLIS = 100;

  /** The end of a thread whose work nobody wants any more. */
  private static final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Cancelled() {
      super(null, null, false, false);
    }
  }

  /** What becomes of a slice. */
  private final class Slice extends OutputStream implements ByteOutput.BlockTaker {
    private final BlockingQueue<Block> blocks = new ArrayBlockingQueue<>(MOST_BLOCKS);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final List<Diagnostic> findings = new ArrayList<>();
    private volatile Throwable failure;
    private long events;

    @Override
    public void write(int value) {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      put(new Block(Arrays.copyOfRange(bytes, offset, offset + length), length));
    }

    @Override
    public byte[] take(byte[] block, int count) {
      put(new Block(block, count));
      byte[] used = written.poll();
      return used != null && used.length == block.length ? used : new byte[block.length];
    }

    private void put(Block block) {
      try {
        do {
          if (cancelled) {
            throw new Cancelled();
          }
        } while (!blocks.offer(block, PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Cancelled();
      }
    }
  }

  private final Slices slices;
  private final Function<ByteOutput, EventFormat> formats;
  private final Slice[] all;
  private final AtomicInteger next = new AtomicInteger();
  private final Semaphore ahead;

  /** Buffers that are free again. */
  private final Queue<byte[]> written = new ConcurrentLinkedQueue<>();

  private volatile boolean cancelled;

  /** What ended a thread outside of any slice. */
  private volatile Throwable defect;

  ParallelPrinter(Slices slices, int threads, Function<ByteOutput, EventFormat> formats) {
    this.slices = slices;
    this.formats = formats;
    this.ahead = new Semaphore(2 * threads);
    this.all = new Slice[slices.count()];
    for (int i = 0; i < all.length; i++) {
      all[i] = new Slice();
    }
  }

  /** Prints everything; returns how many events there were. */
  static long print(
      Slices slices, int threads, Function<ByteOutput, EventFormat> formats, OutputStream to)
      throws IOException {
    return new ParallelPrinter(slices, threads, formats).print(threads, to);
  }

  private long print(int threads, OutputStream to) throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
      Thread thread = new Thread(task, "genevent-print");
      thread.setDaemon(true);
      return thread;
    });
    try {
      for (int i = 0; i < threads; i++) {
        pool.execute(this::work);
      }
      return collect(to);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    } finally {
      cancelled = true;
      ahead.release(all.length);
      pool.shutdown();
      awaitEnd(pool);
    }
  }

  private static void awaitEnd(ExecutorService pool) {
    boolean interrupted = false;
    while (true) {
      try {
        if (pool.awaitTermination(1, TimeUnit.MINUTES)) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private long collect(OutputStream to) throws IOException, InterruptedException {
    long events = 0;
    for (int i = 0; i < all.length; i++) {
      Slice slice = all[i];
      while (!slice.begun.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        rethrow(defect);
      }
      if (slice.failure == null && i > 0 && !slices.follows(i)) {
        return events + rest(i - 1, to);
      }
      for (Block block = slice.blocks.take(); block != END; block = slice.blocks.take()) {
        to.write(block.bytes, 0, block.length);
        written.offer(block.bytes);
      }
      rethrow(slice.failure);
      slice.findings.forEach(slices::report);
      events += slice.events;
      slices.done(i);
      all[i] = null;
      ahead.release();
    }
    slices.finish();
    return events;
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof RuntimeException exception) {
      throw exception;
    } else if (failure instanceof Error error) {
      throw error;
    }
  }

  /** What comes behind a slice, by this thread: the packets do not hold the times that they say. */
  private long rest(int slice, OutputStream to) throws IOException {
    cancelled = true;
    try (TraceReader worker = slices.worker(slices::report)) {
      slices.enterRest(worker, slice);
      ByteOutput out = new ByteOutput(to);
      EventFormat format = formats.apply(out);
      long events = 0;
      while (worker.next()) {
        format.event(worker);
        events++;
      }
      out.flush();
      slices.finish();
      return events;
    }
  }

  private void work() {
    Slice[] current = new Slice[1];
    try (TraceReader worker = slices.worker(finding -> current[0].findings.add(finding))) {
      while (!cancelled) {
        ahead.acquire();
        int number = next.getAndIncrement();
        if (number >= all.length || cancelled) {
          break;
        }
        Slice slice = all[number];
        current[0] = slice;
        try {
          slices.enter(worker, number);
          print(worker, slice);
        } catch (Cancelled e) {
          break;
        } catch (RuntimeException | Error e) {
          slice.failure = e;
        }
        slice.begun.countDown();
        slice.put(END);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Cancelled e) {
      // nobody waits for what was left
    } catch (RuntimeException | Error e) {
      defect = e;
    }
  }

  private void print(TraceReader worker, Slice slice) {
    ByteOutput out = new ByteOutput(slice);
    EventFormat format = formats.apply(out);
    boolean more = worker.next();
    slice.begun.countDown();
    while (more) {
      format.event(worker);
      slice.events++;
      more = worker.next();
    }
    out.flush();
  }
}
