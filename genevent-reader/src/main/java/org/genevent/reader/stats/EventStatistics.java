package org.genevent.reader.stats;

import java.util.Objects;

/**
 * The events of one name.
 *
 * @param name the full name, for example {@code shop:order_accepted}
 * @param count how many there are
 * @param sizeBits how much room they take in their streams, with their headers and what is between them
 * @param firstNanos when the first one was, nanoseconds since the epoch
 * @param lastNanos when the last one was
 */
public record EventStatistics(
    String name, long count, long sizeBits, long firstNanos, long lastNanos) {
  /** Checks that the name is there. */
  public EventStatistics {
    Objects.requireNonNull(name);
  }

  /**
   * How much room they take.
   *
   * @return bytes, the last one counted if a bit of it is used
   */
  public long sizeBytes() {
    return sizeBits + 7 >>> 3;
  }
}
