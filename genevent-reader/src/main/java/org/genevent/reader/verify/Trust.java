package org.genevent.reader.verify;

/** Whether everything that was traced is there. */
public enum Trust {
  /** Everything is there. */
  COMPLETE,
  /** Nothing is known to be missing, but nothing would show it either. */
  UNKNOWN,
  /** Something is missing or wrong. */
  INCOMPLETE;

  /**
   * The weaker one of two.
   *
   * @param other the other one
   * @return what both together come to
   */
  public Trust and(Trust other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
