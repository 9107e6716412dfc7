package org.genevent.reader.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.genevent.reader.TraceReader;
import org.genevent.reader.stream.Slices;

/**
 * Prints slices of traces by several threads, in order: each thread prints one slice after the other, straight to the
 * output while it is that slice's turn, else into blocks.
 *
 * <p>Memory is bounded: a thread that is too far ahead, or finds no block, waits.
 */
final class ParallelPrinter {

  private final Slices slices;
  private final Function<ByteOutput, EventFormat> formats;
  private final SliceTurns turns;
  private final BlockPool pool;

  private ParallelPrinter(
      Slices slices,
      int threads,
      Function<ByteOutput, EventFormat> formats,
      OutputStream to,
      BlockPool pool) {
    this.slices = slices;
    this.pool = pool;
    this.formats = formats;
    this.turns = new SliceTurns(slices, to, 2 * threads);
  }

  /** Prints everything; returns how many events there were. */
  static long print(
      Slices slices, int threads, Function<ByteOutput, EventFormat> formats, OutputStream to)
      throws IOException {
    return print(slices, threads, formats, to, new BlockPool(ByteOutput.SIZE));
  }

  /** Prints everything with these buffers. */
  static long print(
      Slices slices,
      int threads,
      Function<ByteOutput, EventFormat> formats,
      OutputStream to,
      BlockPool pool)
      throws IOException {
    return new ParallelPrinter(slices, threads, formats, to, pool).print(threads, to);
  }

  private long print(int threads, OutputStream to) throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(threads, task -> {
      Thread thread = new Thread(task, "genevent-print");
      thread.setDaemon(true);
      return thread;
    });
    for (int i = 0; i < threads; i++) {
      workers.execute(this::work);
    }
    workers.shutdown();
    if (awaitEnd(workers)) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
    turns.rethrow();
    long events = turns.events();
    int broken = turns.firstThatDoesNotFollow();
    if (broken >= 0) {
      events += rest(broken - 1, to);
    }
    slices.finish();
    return events;
  }

  /** Waits until all threads have ended; returns whether this one was interrupted, which ends them early. */
  private boolean awaitEnd(ExecutorService workers) {
    boolean interrupted = false;
    while (true) {
      try {
        if (workers.awaitTermination(1, TimeUnit.MINUTES)) {
          return interrupted;
        }
      } catch (InterruptedException e) {
        interrupted = true;
        turns.cancel();
      }
    }
  }

  /** What comes behind a slice, by this thread: the packets do not hold the times that they say. */
  private long rest(int slice, OutputStream to) throws IOException {
    try (TraceReader worker = slices.worker(slices::report)) {
      slices.enterRest(worker, slice);
      ByteOutput out = new ByteOutput(to);
      EventFormat format = formats.apply(out);
      if (format instanceof LinkedFormat linked) {
        linked.goOn(turns.lastTime());
      }
      long events = 0;
      while (worker.next()) {
        format.event(worker);
        events++;
      }
      out.flush();
      return events;
    }
  }

  private void work() {
    WorkerOutput to = new WorkerOutput(turns, pool);
    try (TraceReader worker = slices.worker(to::found)) {
      // what a format knows of events it has seen is worth keeping from slice to slice
      ByteOutput out = new ByteOutput(to);
      EventFormat format = formats.apply(out);
      for (int number = turns.takeNext(); number != SliceTurns.NONE; number = turns.takeNext()) {
        SliceOutput slice = new SliceOutput(number);
        to.enter(slice);
        long events = 0;
        Throwable failure = null;
        try {
          slices.enter(worker, number);
          events = print(worker, slice, format);
          out.flush();
        } catch (SliceTurns.Cancelled e) {
          throw e;
        } catch (RuntimeException | Error e) {
          to.checkWritten();
          failure = e;
        }
        to.end(events, failure);
      }
    } catch (SliceTurns.Cancelled e) {
      // nobody wants what is left
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      turns.cancel();
    } catch (IOException | RuntimeException | Error e) {
      turns.fail(e);
    }
  }

  private static long print(TraceReader worker, SliceOutput slice, EventFormat format) {
    long events = 0;
    boolean more = worker.next();
    slice.begin();
    if (more && format instanceof LinkedFormat linked) {
      slice.seam(linked.seam(worker));
      events++;
      more = worker.next();
    }
    while (more) {
      format.event(worker);
      events++;
      more = worker.next();
    }
    if (events > 0 && format instanceof LinkedFormat linked) {
      slice.lastTime(linked.lastTime());
    }
    return events;
  }
}
