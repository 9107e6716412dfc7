package org.genevent.model.trace;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A clock. Its value v is the time {@code offsetSeconds + (offsetCycles + v) / frequencyHz} seconds after the epoch.
 * Source: CTF 1.8.3, section 8.
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
public record ClockClass(
    String name,
    Optional<UUID> uuid,
    String description,
    long frequencyHz,
    long precisionCycles,
    long offsetSeconds,
    long offsetCycles,
    boolean absolute) {
  /** Checks that all parts are there. */
  public ClockClass {
    Objects.requireNonNull(name);
    Objects.requireNonNull(uuid);
    Objects.requireNonNull(description);
  }
}
