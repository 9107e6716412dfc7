package org.genevent.layout;

/**
 * A place in a payload: so many bytes behind a base.
 *
 * <p>Base 0 is the start of the payload, which is word aligned, so positions on it are fixed. Each item whose size only
 * the values know ends at a new base; of a new base its alignment is known (1 after a string, the item's own alignment
 * after it was aligned at run time), and so is every position behind it until the next such item.
 *
 * @param base the number of the base, 0 for the payload's start
 * @param baseAlignment what the base is known to be a multiple of
 * @param offsetBytes bytes behind the base, 0 or more
 */
public record Position(int base, Alignment baseAlignment, int offsetBytes) {

  /**
   * Whether every event has this position at the same place.
   *
   * @return true on base 0
   */
  public boolean isFixed() {
    return base == 0;
  }

  /**
   * Whether padding up to an alignment is known before the values are.
   *
   * @param alignment the alignment wanted
   * @return true if the base is aligned at least as strictly
   */
  public boolean canAlign(Alignment alignment) {
    return alignment.bytes() <= baseAlignment.bytes();
  }

  /**
   * The padding up to an alignment, where {@link #canAlign} holds.
   *
   * @param alignment the alignment wanted
   * @return bytes of padding
   */
  public int paddingTo(Alignment alignment) {
    if (!canAlign(alignment)) {
      throw new IllegalStateException("padding is known at run time only: base alignment="
          + baseAlignment.bytes() + ", alignment=" + alignment.bytes());
    }
    return alignment.paddingAfter(offsetBytes);
  }

  /**
   * The position some bytes further on.
   *
   * @param sizeBytes how far
   * @return the position, on the same base
   */
  public Position plus(int sizeBytes) {
    return new Position(base, baseAlignment, Math.addExact(offsetBytes, sizeBytes));
  }
}
