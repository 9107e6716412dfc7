package org.genevent.proof;

import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A number that a random case can be repeated by.
 *
 * <p>Shows itself in the name of a parameterised test and in every message; {@code -Dgenevent.seed=N} runs that one case
 * only. Without the property, seeds are fresh in every run.
 *
 * @param value the number
 */
public record Seed(long value) {

  /** The system property that repeats one case. */
  public static final String PROPERTY = "genevent.seed";

  /**
   * Seeds for a number of cases.
   *
   * @param count how many cases
   * @return that many fresh seeds, or the one that the property holds
   */
  public static Stream<Seed> cases(int count) {
    Long wanted = Long.getLong(PROPERTY);
    if (wanted != null) {
      return Stream.of(new Seed(wanted));
    }
    // positive and short enough to be typed
    long first = System.nanoTime() & 0xFFFF_FFFFL;
    return LongStream.range(first, first + count).mapToObj(Seed::new);
  }

  /**
   * A source of numbers that starts the same every time.
   *
   * @return the source
   */
  public Random random() {
    return new Random(value * 0x9E3779B97F4A7C15L);
  }

  @Override
  public String toString() {
    return "-D" + PROPERTY + "=" + value;
  }
}
