package org.genevent.model;

/** The base in which viewers show an integer. */
public enum DisplayBase {
  /** Base 2. */
  BINARY(2, "bin"),
  /** Base 8. */
  OCTAL(8, "oct"),
  /** Base 10. */
  DECIMAL(10, "dec"),
  /** Base 16. */
  HEXADECIMAL(16, "hex");

  private final int radix;
  private final String word;

  DisplayBase(int radix, String word) {
    this.radix = radix;
    this.word = word;
  }

  /**
   * The base as a number.
   *
   * @return 2, 8, 10 or 16
   */
  public int radix() {
    return radix;
  }

  /**
   * The word in XML files.
   *
   * @return {@code bin}, {@code oct}, {@code dec} or {@code hex}
   */
  public String word() {
    return word;
  }
}
