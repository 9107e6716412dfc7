package org.genevent.model.trace;

/**
 * The values from one to another.
 *
 * @param firstValue the lowest; of an unsigned number, its bits
 * @param lastValue the highest; of an unsigned number, its bits
 */
public record WireRange(long firstValue, long lastValue) {}
