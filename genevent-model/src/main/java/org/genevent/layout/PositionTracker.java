package org.genevent.layout;

/**
 * Moves through a payload item by item and knows of each position as much as can be known before the values are.
 *
 * <p>The one place that decides between fixed and moving positions; layout and plan both walk with it. Not safe for use
 * by several threads.
 */
public final class PositionTracker {

  private Position position;
  private int lastBase;

  /**
   * Begins at the start of a payload.
   *
   * @param word the alignment of payloads
   */
  public PositionTracker(Alignment word) {
    position = new Position(0, word, 0);
  }

  /**
   * Where the next item would begin if it needed no padding.
   *
   * @return the position
   */
  public Position position() {
    return position;
  }

  /**
   * Moves to the next multiple of an alignment.
   *
   * @param alignment the alignment
   * @return the padding that was passed over
   */
  public Gap align(Alignment alignment) {
    Position from = position;
    if (from.canAlign(alignment)) {
      int sizeBytes = from.paddingTo(alignment);
      position = from.plus(sizeBytes);
      return new Gap.Known(from, sizeBytes);
    }
    int base = newBase(alignment);
    return new Gap.AtRunTime(from, alignment, base);
  }

  /**
   * Moves over an item of a known size.
   *
   * @param sizeBytes its size
   */
  public void advance(int sizeBytes) {
    position = position.plus(sizeBytes);
  }

  /**
   * Moves to a new base: the end of an item whose size only the values know, or the start of a loop's pass.
   *
   * @param baseAlignment what the base is known to be a multiple of
   * @return the number of the base
   */
  public int newBase(Alignment baseAlignment) {
    lastBase++;
    position = new Position(lastBase, baseAlignment, 0);
    return lastBase;
  }

  /**
   * Returns to a position, after a loop's body or one of several alternatives.
   *
   * @param earlier the position
   */
  public void moveTo(Position earlier) {
    position = earlier;
  }
}
