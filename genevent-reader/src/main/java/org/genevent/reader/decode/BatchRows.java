package org.genevent.reader.decode;

/**
 * Rows for the batches of many streams, from arrays that they share.
 *
 * <p>In front of an array's first element lies its length, which each access asks for. Where a thousand streams take turns, with an
 * array for each that is one more place far away in memory for each event. Rows are not handed back: an array lasts as long as one
 * of the streams that have a part of it. Used by one thread.
 */
public final class BatchRows {

  /** The most numbers in an array, 1 MiB. */
  private static final int MOST_NUMBERS = 1 << 17;

  private long[] numbers = {};
  private int used;

  /** Rows for nobody yet. */
  public BatchRows() {}

  /**
   * Takes a part of {@link #numbers}.
   *
   * @param count how many numbers
   * @return the first of them
   */
  int take(int count) {
    if (count > numbers.length - used) {
      // one stream takes what it needs, many soon share large ones
      numbers = new long[Math.max(count, Math.min(MOST_NUMBERS, 2 * numbers.length))];
      used = 0;
    }
    int first = used;
    used += count;
    return first;
  }

  /** The array of what was taken last. */
  long[] numbers() {
    return numbers;
  }
}
