package org.genevent.model.trace;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A kind of event record in a data stream. Source: CTF 1.8.3, section 6.1.
 *
 * @param id the number in event headers
 * @param name the full name, for example {@code facility:event}
 * @param description what happened when the event is seen; may be empty and may hold any character
 * @param logLevel how much it matters, in LTTng's numbers
 * @param context the fields before the payload that only this kind has
 * @param fields the payload
 */
public record EventRecordClass(
    long id,
    String name,
    String description,
    OptionalInt logLevel,
    Optional<WireStructure> context,
    Optional<WireStructure> fields) {
  /** Checks that all parts are there. */
  public EventRecordClass {
    Objects.requireNonNull(name);
    Objects.requireNonNull(description);
    Objects.requireNonNull(logLevel);
    Objects.requireNonNull(context);
    Objects.requireNonNull(fields);
  }
}
