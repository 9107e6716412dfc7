package org.genevent.cli.convert;

import java.util.Map;
import java.util.Optional;
import org.genevent.model.trace.ClockClass;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.FieldRole;

/**
 * What becomes of a data stream class from CTF to CTF.
 *
 * @param source what the trace says of it
 * @param clock the clock that tells the time of its events
 * @param wide whether ids or times of event headers need more than 16 and 48 bits
 * @param packetContext what packets tell of themselves that has no role
 * @param eventContext what all events carry
 * @param events the events by the ids that they have in the trace
 */
record KeptClass(
    DataStreamClass source,
    Optional<ClockClass> clock,
    boolean wide,
    KeptField.Structure packetContext,
    Optional<KeptField.Structure> eventContext,
    Map<Long, KeptEvent> events) {

  /** Ids of this many bits and times of that many are one word. */
  static final int NARROW_ID_BITS = 16;

  static final int NARROW_TIME_BITS = 48;

  /** Whether its packets have a number that is counted up, or events that were lost. */
  boolean packetsSay(FieldRole role) {
    return KeptRoles.has(source.packetContext(), role);
  }
}
