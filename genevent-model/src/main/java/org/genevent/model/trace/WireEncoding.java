package org.genevent.model.trace;

/** Which characters bytes stand for. */
public enum WireEncoding {
  /** None: the bytes are numbers. */
  NONE,
  /** UTF-8. */
  UTF8,
  /** ASCII. */
  ASCII,
  /** UTF-16, the more significant byte of each unit first. */
  UTF16BE,
  /** UTF-16, the less significant byte of each unit first. */
  UTF16LE,
  /** UTF-32, the most significant byte of each character first. */
  UTF32BE,
  /** UTF-32, the least significant byte of each character first. */
  UTF32LE;

  /**
   * How large its units are: a zero of that size ends a text.
   *
   * @return 1, 2 or 4
   */
  public int unitBytes() {
    return switch (this) {
      case NONE, UTF8, ASCII -> 1;
      case UTF16BE, UTF16LE -> 2;
      case UTF32BE, UTF32LE -> 4;
    };
  }
}
