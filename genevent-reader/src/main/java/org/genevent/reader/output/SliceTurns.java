package org.genevent.reader.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.genevent.reader.stream.Slices;

/**
 * Says which slice may be written, in their order.
 *
 * <p>The turn is that of the thread that prints the slice at the front. When it has ended that slice, it also writes those
 * behind that have ended meanwhile, and leaves the turn to the first that has not.
 */
final class SliceTurns {

  static final int NONE = -1;

  /** The end of a thread whose work nobody wants any more. */
  static final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Cancelled() {
      super(null, null, false, false);
    }
  }

  /** A slice that has ended before its turn. */
  private record Ended(SliceOutput slice, long events, Throwable failure) {}

  private final Slices slices;
  private final OutputStream to;

  /** How many slices may be begun and not written. */
  private final int most;

  private final Map<Integer, Ended> ended = new HashMap<>();
  private volatile int front;
  private volatile boolean cancelled;
  private int taken;

  // what follows changes in turn only, or in the lock
  private OptionalLong lastTime = OptionalLong.empty();
  private int checked;
  private long events;
  private int doesNotFollow = NONE;
  private Throwable failure;

  SliceTurns(Slices slices, OutputStream to, int most) {
    this.slices = slices;
    this.to = to;
    this.most = most;
  }

  /** The next slice to print, once it is not too far ahead; {@link #NONE} if there is none or nobody wants it. */
  synchronized int takeNext() throws InterruptedException {
    while (!cancelled && taken < slices.count() && taken - front >= most) {
      wait();
    }
    return cancelled || taken == slices.count() ? NONE : taken++;
  }

  void checkCancelled() {
    if (cancelled) {
      throw new Cancelled();
    }
  }

  synchronized void cancel() {
    cancelled = true;
    notifyAll();
  }

  /** Ends everything, because of something outside of any slice or in the slice at the front. */
  synchronized void fail(Throwable why) {
    if (!cancelled) {
      failure = why;
    }
    cancel();
  }

  boolean isTurnOf(SliceOutput slice) {
    return front == slice.number();
  }

  /** Waits for a slice's turn. */
  synchronized void await(SliceOutput slice) {
    try {
      while (!isTurnOf(slice)) {
        checkCancelled();
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Cancelled();
    }
  }

  /** Writes the blocks of the slice at the front, by the thread that has the turn. */
  void write(SliceOutput slice, BlockPool pool) throws IOException {
    checkCancelled();
    checkFollows(slice);
    LinkedFormat.Seam seam = slice.takeSeam();
    if (seam != null) {
      to.write(seam.behind(lastTime));
    }
    for (SliceOutput.Block block : slice.blocks()) {
      to.write(block.bytes(), 0, block.length());
      pool.give(block.bytes());
    }
    slice.blocks().clear();
  }

  /** Writes bytes of the slice at the front behind its blocks, by the thread that has the turn. */
  void write(byte[] bytes, int count) throws IOException {
    to.write(bytes, 0, count);
  }

  private void checkFollows(SliceOutput slice) {
    if (checked < slice.number() && slice.isBegun()) {
      checked = slice.number();
      if (!slices.follows(checked)) {
        doesNotFollow = checked;
        cancel();
        throw new Cancelled();
      }
    }
  }

  /**
   * Takes a slice that was printed to its end.
   *
   * @param slice the slice
   * @param count how many events it has
   * @param why what ended it early, or null
   * @param pool takes its blocks
   */
  void end(SliceOutput slice, long count, Throwable why, BlockPool pool) throws IOException {
    Ended next = new Ended(slice, count, why);
    synchronized (this) {
      if (!isTurnOf(slice)) {
        ended.put(slice.number(), next);
        return;
      }
    }
    while (next != null) {
      close(next, pool);
      synchronized (this) {
        next = ended.remove(front + 1);
        front++;
        notifyAll();
      }
    }
  }

  private void close(Ended end, BlockPool pool) throws IOException {
    write(end.slice(), pool);
    if (end.failure() != null) {
      fail(end.failure());
      throw new Cancelled();
    }
    end.slice().findings().forEach(slices::report);
    events += end.events();
    lastTime = end.slice().lastTime().isPresent() ? end.slice().lastTime() : lastTime;
    slices.done(end.slice().number());
  }

  /** The time of the last event that was written, of a format that asks for it; to be asked when all threads have ended. */
  OptionalLong lastTime() {
    return lastTime;
  }

  /** How many events were written; to be asked when all threads have ended. */
  long events() {
    return events;
  }

  /** The slice that does not go on where the one before it ended, or {@link #NONE}; to be asked when all threads have ended. */
  int firstThatDoesNotFollow() {
    return doesNotFollow;
  }

  /** Throws what ended the work early, if anything did; to be asked when all threads have ended. */
  void rethrow() throws IOException {
    if (failure instanceof IOException exception) {
      throw exception;
    } else if (failure instanceof RuntimeException exception) {
      throw exception;
    } else if (failure instanceof Error error) {
      throw error;
    }
  }
}
