package org.genevent.model.trace;

import java.math.BigInteger;
import java.util.Objects;

/**
 * The values from one to another. They are numbers, not bits: whether an integer is signed is not known where its ranges
 * stand.
 *
 * @param firstValue the lowest
 * @param lastValue the highest
 */
public record WireRange(BigInteger firstValue, BigInteger lastValue) {
  /** Checks that the range is not reversed. */
  public WireRange {
    Objects.requireNonNull(firstValue);
    Objects.requireNonNull(lastValue);
    if (lastValue.compareTo(firstValue) < 0) {
      throw new IllegalArgumentException(
          "no range: firstValue=" + firstValue + ", lastValue=" + lastValue);
    }
  }

  /**
   * The range of one value.
   *
   * @param value the value
   * @return a range
   */
  public static WireRange of(long value) {
    return new WireRange(BigInteger.valueOf(value), BigInteger.valueOf(value));
  }
}
