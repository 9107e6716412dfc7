package org.genevent.model;

import java.util.Optional;
import org.genevent.diagnostic.Origin;

/**
 * Says that an event has a length: it is written once, at its end, with the field {@code duration_ns} first.
 *
 * @param thresholdNanos nanoseconds below which nothing is written; 0 writes every one
 */
public record EventDuration(long thresholdNanos) {

  /** The name of the field that carries the length. */
  public static final String FIELD_NAME = "duration_ns";

  /** The field that carries the length: an unsigned 64-bit number of nanoseconds. */
  public static final Field FIELD = new Field(
      FIELD_NAME,
      "Length of the event in nanoseconds",
      Optional.empty(),
      IntegerFieldClass.fixed(8, false),
      Origin.NONE);
}
