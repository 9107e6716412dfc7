package org.genevent.xml;

import java.util.Objects;
import java.util.Optional;

/**
 * How a facility file is to be read.
 *
 * @param dialect the dialect it is written in; empty to recognise it
 * @param presumed the dialect where the file itself leaves it open; empty for the newest that fits
 * @param lenient whether what the original accepted in silence is only warned of
 */
public record ReadOptions(Optional<Dialect> dialect, Optional<Dialect> presumed, boolean lenient) {

  /** The dialect is recognised, and what is wrong is an error. */
  public static final ReadOptions DEFAULT =
      new ReadOptions(Optional.empty(), Optional.empty(), false);

  /** Checks that all parts are there. */
  public ReadOptions {
    Objects.requireNonNull(dialect);
    Objects.requireNonNull(presumed);
  }

  /**
   * Reads a file in a dialect, whatever it looks like.
   *
   * @param forced the dialect, or empty to recognise it
   * @param lenient whether what the original accepted in silence is only warned of
   * @return the options
   */
  public static ReadOptions of(Optional<Dialect> forced, boolean lenient) {
    return new ReadOptions(forced, Optional.empty(), lenient);
  }
}
