package org.genevent.reader.stats;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * Events that a tracer could not write.
 *
 * @param events how many
 * @param fromNanos after when they were lost, nanoseconds since the epoch, if packets tell: the end of the packet before
 * @param toNanos until when: the end of the packet that counts them
 */
public record Loss(long events, OptionalLong fromNanos, OptionalLong toNanos) {
  /** Checks that both times are there. */
  public Loss {
    Objects.requireNonNull(fromNanos);
    Objects.requireNonNull(toNanos);
  }
}
