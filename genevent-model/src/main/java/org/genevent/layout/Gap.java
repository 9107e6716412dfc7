package org.genevent.layout;

/** The padding in front of an item. */
public sealed interface Gap {

  /**
   * Padding whose size is known before the values are; may be 0.
   *
   * @param at where it begins
   * @param sizeBytes bytes of padding
   */
  record Known(Position at, int sizeBytes) implements Gap {}

  /**
   * Padding that is worked out while writing.
   *
   * @param at where it begins
   * @param alignment what the item's position must be a multiple of, counted from the payload's start
   * @param base the number of the new base, at which the padding ends
   */
  record AtRunTime(Position at, Alignment alignment, int base) implements Gap {}
}
