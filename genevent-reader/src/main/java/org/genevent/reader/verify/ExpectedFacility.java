package org.genevent.reader.verify;

import java.util.List;
import java.util.Objects;

/**
 * A facility that a trace is expected to have been written with.
 *
 * @param name its name
 * @param checksum its checksum, 32 bits
 * @param events the names of its events, which the trace must declare; empty if only the checksum is known
 * @param source where it was declared, for messages
 */
public record ExpectedFacility(String name, int checksum, List<String> events, String source) {
  /** Copies the list. */
  public ExpectedFacility {
    Objects.requireNonNull(name);
    events = List.copyOf(events);
    Objects.requireNonNull(source);
  }
}
