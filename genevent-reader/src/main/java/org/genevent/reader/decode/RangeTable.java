package org.genevent.reader.decode;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Finds which of many ranges holds a value; where ranges overlap, the first of them in the metadata.
 *
 * <p>The ranges are cut at all their ends when the table is made, so that a look-up is a binary search however many ranges
 * there are and however they overlap.
 */
final class RangeTable {

  /** What {@link #find} gives for a value that is in no range. */
  static final int NONE = -1;

  private final boolean signed;
  private final long[] starts;
  private final int[] owners;
  private final int count;

  /**
   * Makes a table.
   *
   * @param signed whether the values are signed
   * @param firsts the lowest value of each range
   * @param lasts the highest value of each range, not below the lowest
   */
  RangeTable(boolean signed, long[] firsts, long[] lasts) {
    this.signed = signed;
    int ranges = firsts.length;
    Integer[] byFirst = new Integer[ranges];
    long[] cuts = new long[2 * ranges];
    int cutCount = 0;
    for (int i = 0; i < ranges; i++) {
      byFirst[i] = i;
      cuts[cutCount++] = key(firsts[i]);
      if (key(lasts[i]) != Long.MAX_VALUE) {
        cuts[cutCount++] = key(lasts[i]) + 1;
      }
    }
    Arrays.sort(cuts, 0, cutCount);
    Arrays.sort(byFirst, (a, b) -> Long.compare(key(firsts[a]), key(firsts[b])));
    starts = new long[cutCount];
    owners = new int[cutCount];
    PriorityQueue<Integer> open = new PriorityQueue<>();
    int next = 0;
    int made = 0;
    for (int i = 0; i < cutCount; i++) {
      long cut = cuts[i];
      while (next < ranges && key(firsts[byFirst[next]]) <= cut) {
        open.add(byFirst[next++]);
      }
      while (!open.isEmpty() && key(lasts[open.peek()]) < cut) {
        open.poll();
      }
      int owner = open.isEmpty() ? NONE : open.peek();
      if (made == 0 || owners[made - 1] != owner) {
        starts[made] = cut;
        owners[made++] = owner;
      }
    }
    count = made;
  }

  /** A number whose signed order is the order of the values. */
  private long key(long value) {
    return signed ? value : value ^ Long.MIN_VALUE;
  }

  /** The index of the first range that holds the value, or {@link #NONE}. */
  int find(long value) {
    int at = Arrays.binarySearch(starts, 0, count, key(value));
    int before = at >= 0 ? at : -at - 2;
    return before < 0 ? NONE : owners[before];
  }
}
