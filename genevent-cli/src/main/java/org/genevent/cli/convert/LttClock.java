package org.genevent.cli.convert;

/**
 * What the headers of an LTT trace say of its TSC.
 *
 * @param frequency the frequency, in Hz divided by the scale
 * @param frequencyScale what it is multiplied by
 * @param startCycles the TSC at a moment
 * @param startNanos the time of day at that moment, nanoseconds since the epoch: whole microseconds, as headers have it
 * @param firstCycles a TSC that no event is before
 */
record LttClock(
    long frequency, long frequencyScale, long startCycles, long startNanos, long firstCycles) {}
