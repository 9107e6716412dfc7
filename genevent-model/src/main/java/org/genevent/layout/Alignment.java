package org.genevent.layout;

/**
 * A power of two that positions are multiples of.
 *
 * @param bytes 1, 2, 4 or 8
 */
public record Alignment(int bytes) {
  /** No alignment. */
  public static final Alignment NONE = new Alignment(1);

  /** Checks that it is a power of two. */
  public Alignment {
    if (bytes < 1 || Integer.bitCount(bytes) != 1) {
      throw new IllegalArgumentException("an alignment is a power of two: bytes=" + bytes);
    }
  }

  /**
   * The stricter of two alignments.
   *
   * @param other the other one
   * @return the larger
   */
  public Alignment max(Alignment other) {
    return other.bytes > bytes ? other : this;
  }

  /**
   * What is missing from a position to the next multiple.
   *
   * @param positionBytes the position, from 0
   * @return bytes of padding, less than the alignment
   */
  public int paddingAfter(long positionBytes) {
    return (int) (-positionBytes & (bytes - 1));
  }
}
