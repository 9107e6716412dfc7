package org.genevent.xml;

import java.util.Arrays;
import java.util.Optional;

/** The dialects in which the original's facility files were written. Source: the facility XML reference. */
public enum Dialect {
  /** Until about November 2005: an event holds one structure, integers say their size in bytes or in words. */
  SEED("seed"),
  /** Until March 2006: as the standard one, without an XML declaration, and with bare words such as {@code per_trace}. */
  EARLY("early"),
  /** Since March 2006: begins with an XML declaration. What genevent writes. */
  STANDARD("standard");

  private final String word;

  Dialect(String word) {
    this.word = word;
  }

  /**
   * The word by which users name it.
   *
   * @return {@code seed}, {@code early} or {@code standard}
   */
  public String word() {
    return word;
  }

  /**
   * The dialect of a name.
   *
   * @param word the name
   * @return the dialect, or empty if there is none of that name
   */
  public static Optional<Dialect> named(String word) {
    return Arrays.stream(values()).filter(dialect -> dialect.word.equals(word)).findFirst();
  }
}
