package org.genevent.model.trace;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A kind of event record in a data stream. Source: CTF 1.8.3, section 6.1; CTF2-SPEC-2.0, "Event record class fragment".
 *
 * @param id the number in event headers
 * @param identity in CTF 2, what tells it from classes of other traces
 * @param name the full name, for example {@code facility:event}
 * @param description what happened when the event is seen; may be empty and may hold any character
 * @param logLevel how much it matters, in LTTng's numbers
 * @param context the fields before the payload that only this kind has
 * @param fields the payload
 */
public record EventRecordClass(
    long id,
    Identity identity,
    String name,
    String description,
    OptionalInt logLevel,
    Optional<WireStructure> context,
    Optional<WireStructure> fields) {
  /** Checks that all parts are there. */
  public EventRecordClass {
    Objects.requireNonNull(identity);
    Objects.requireNonNull(name);
    Objects.requireNonNull(description);
    Objects.requireNonNull(logLevel);
    Objects.requireNonNull(context);
    Objects.requireNonNull(fields);
  }

  /**
   * A kind of event record with what CTF 1.8 says of it.
   *
   * @param id the number in event headers
   * @param name the full name, for example {@code facility:event}
   * @param description what happened when the event is seen; may be empty and may hold any character
   * @param logLevel how much it matters, in LTTng's numbers
   * @param context the fields before the payload that only this kind has
   * @param fields the payload
   */
  public EventRecordClass(
      long id,
      String name,
      String description,
      OptionalInt logLevel,
      Optional<WireStructure> context,
      Optional<WireStructure> fields) {
    this(id, Identity.NONE, name, description, logLevel, context, fields);
  }
}
