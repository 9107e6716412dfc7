package org.genevent.cli.convert;

import org.genevent.reader.LttTrace;

/**
 * What the headers of an LTT trace say of its TSC, and how times become counts of it.
 *
 * @param frequency the frequency, in Hz times the scale
 * @param frequencyScale what it is multiplied by
 * @param startCycles the TSC at a moment
 * @param startNanos the time of day at that moment, nanoseconds since the epoch: whole microseconds, as headers have it
 * @param firstCycles a TSC that no event is before
 * @param offset what is taken from times to get the TSC
 */
record LttClock(
    long frequency,
    int frequencyScale,
    long startCycles,
    long startNanos,
    long firstCycles,
    long offset) {

  private static final int SCALE = 1000;
  private static final long MILLION = 1_000_000;

  /**
   * A TSC that counts nanoseconds.
   *
   * @param firstNanos a time since the epoch that no event is before
   * @param offsetNanos how many nanoseconds since the epoch there are at the zero of the TSC
   */
  static LttClock ofNanos(long firstNanos, long offsetNanos) {
    long start = Math.floorDiv(firstNanos, 1000) * 1000;
    // readers take a start at 0 for one that was not written
    long offset = start == 0 ? 0 : offsetNanos;
    return new LttClock(MILLION, SCALE, start - offset, start, start - offset, offset);
  }

  /**
   * The TSC of another trace, as it is.
   *
   * @param firstCycles a TSC that no event is before
   */
  static LttClock of(LttTrace trace, long firstCycles) {
    return new LttClock(
        trace.frequencyHz(), 1, trace.startCycles(), trace.startNanos(), firstCycles, 0);
  }

  /** The TSC at a time of the trace that was read. */
  long cycles(long time) {
    return time - offset;
  }
}
