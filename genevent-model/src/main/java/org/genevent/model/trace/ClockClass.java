package org.genevent.model.trace;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A clock. Its value v is the time {@code offsetSeconds + (offsetCycles + v) / frequencyHz} seconds after its origin, mostly
 * the epoch. Source: CTF 1.8.3, section 8; CTF2-SPEC-2.0, "Clock class fragment".
 *
 * @param name the name by which fields and streams refer to it; in CTF 2, its id
 * @param identity in CTF 2, what tells it from the clocks of other traces
 * @param uuid in CTF 1.8, tells whether two traces have the same clock
 * @param description what it is; may be empty and may hold any character
 * @param frequencyHz cycles a second
 * @param precisionCycles how far its values for the same moment may lie apart, in cycles
 * @param accuracyCycles how far it may be off its origin, in cycles
 * @param offsetSeconds seconds from the origin to its zero
 * @param offsetCycles cycles to be added to that
 * @param absolute whether its origin is the epoch, so that it can be compared with other clocks of that kind
 * @param origin the origin, if it is another known one
 */
public record ClockClass(
    String name,
    Identity identity,
    Optional<UUID> uuid,
    String description,
    long frequencyHz,
    long precisionCycles,
    long accuracyCycles,
    long offsetSeconds,
    long offsetCycles,
    boolean absolute,
    Optional<Identity> origin) {
  /** Checks that all parts are there. */
  public ClockClass {
    Objects.requireNonNull(name);
    Objects.requireNonNull(identity);
    Objects.requireNonNull(uuid);
    Objects.requireNonNull(description);
    Objects.requireNonNull(origin);
  }

  /**
   * A clock with what CTF 1.8 says of it.
   *
   * @param name the name by which fields refer to it
   * @param uuid tells whether two traces have the same clock
   * @param description what it is; may be empty and may hold any character
   * @param frequencyHz cycles a second
   * @param precisionCycles how much it may be off, in cycles
   * @param offsetSeconds seconds from the epoch to its zero
   * @param offsetCycles cycles to be added to that
   * @param absolute whether its values can be compared with those of absolute clocks of other traces
   */
  public ClockClass(
      String name,
      Optional<UUID> uuid,
      String description,
      long frequencyHz,
      long precisionCycles,
      long offsetSeconds,
      long offsetCycles,
      boolean absolute) {
    this(
        name,
        Identity.NONE,
        uuid,
        description,
        frequencyHz,
        precisionCycles,
        0,
        offsetSeconds,
        offsetCycles,
        absolute,
        Optional.empty());
  }
}
