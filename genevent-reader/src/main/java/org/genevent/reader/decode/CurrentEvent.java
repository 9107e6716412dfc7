package org.genevent.reader.decode;

import org.genevent.reader.stream.EventStream;

/**
 * Which event of a batch is the current one, and what goes on from it to the next.
 *
 * <p>Where a thousand streams are merged, each event is of another stream than the one before, and most of the time goes into
 * fetching what it needs from far away in memory. So that this is little, what each event needs lies here: fields of a superclass
 * come first in an object, side by side. Used by one thread.
 */
abstract class CurrentEvent {

  /** The rows of many batches, see {@link EventBatch}, and which one is the first of this one. */
  private final long[] rows;

  private final int firstRow;

  /** The current event's row, and the one behind the batch's last. */
  private int at;

  private int end;

  /** Of the current event, its class, and of one that plans went over, where its body begins in the buffer. */
  int classIndex;

  int bodyIndex;

  /** The class of the current event if it gives its fields from where they lie, else one that no field knows. */
  private int flatClassIndex = Integer.MAX_VALUE;

  /** Whether the events of the batch were gone over by plans; else it holds one, which begins at a bit. */
  boolean isFlat;

  CurrentEvent(EventBatch batch) {
    this.rows = batch.rows;
    this.firstRow = batch.firstRow;
  }

  /** Says that there is no current event. */
  final void none() {
    at = firstRow;
    end = firstRow;
  }

  /** Goes to the first event that is left in a batch. */
  final void first(EventBatch batch) {
    end = firstRow + batch.count;
    moved(firstRow + batch.first);
  }

  /** The place of the current event in the batch. */
  final int at() {
    return at - firstRow;
  }

  /** Moves to the next event; false if the batch has none. */
  final boolean moveOn() {
    int next = at + 1;
    if (next < end) {
      moved(next);
      return true;
    }
    return false;
  }

  /**
   * Moves to the next event if that was gone over already and comes before a time.
   *
   * @param limitNanos nanoseconds since the epoch
   * @return false if it did not move
   */
  public final boolean step(long limitNanos) {
    int next = at + 1;
    if (next < end && EventBatch.nanos(rows, next) < limitNanos) {
      moved(next);
      return true;
    }
    return false;
  }

  /** The time of the next event, if that was gone over already. */
  public final long upcomingNanos() {
    int next = at + 1;
    return next < end ? EventBatch.nanos(rows, next) : EventStream.UNKNOWN_NANOS;
  }

  /** Moves to the next event, whose time is known. */
  public final void advance() {
    moved(at + 1);
  }

  /** The time of the current event. */
  public final long timestampNanos() {
    return EventBatch.nanos(rows, at);
  }

  /**
   * The class of the current event if it gives its fields from where they lie.
   *
   * @return the number of the class, else one beyond all
   */
  public final int flatClassIndex() {
    return flatClassIndex;
  }

  private void moved(int to) {
    at = to;
    classIndex = EventBatch.classIndex(rows, to);
    bodyIndex = EventBatch.body(rows, to);
    flatClassIndex = isFlat ? classIndex : Integer.MAX_VALUE;
  }
}
