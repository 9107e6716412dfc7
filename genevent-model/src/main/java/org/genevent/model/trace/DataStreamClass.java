package org.genevent.model.trace;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A kind of data stream. Source: CTF 1.8.3, section 6; CTF2-SPEC-2.0, "Data stream class fragment".
 *
 * @param id the number in packet headers
 * @param identity in CTF 2, what tells it from classes of other traces
 * @param clock in CTF 2, the name of the clock that tells the time of the events, if they have one
 * @param description which streams these are; may be empty and may hold any character
 * @param packetContext what follows the packet header
 * @param eventHeader what each event record begins with
 * @param eventContext what follows each event header
 * @param eventRecordClasses the kinds of event records, in the order of the metadata
 */
public record DataStreamClass(
    long id,
    Identity identity,
    Optional<String> clock,
    String description,
    Optional<WireStructure> packetContext,
    Optional<WireStructure> eventHeader,
    Optional<WireStructure> eventContext,
    List<EventRecordClass> eventRecordClasses) {
  /** Copies the list. */
  public DataStreamClass {
    Objects.requireNonNull(identity);
    Objects.requireNonNull(clock);
    Objects.requireNonNull(description);
    Objects.requireNonNull(packetContext);
    Objects.requireNonNull(eventHeader);
    Objects.requireNonNull(eventContext);
    eventRecordClasses = List.copyOf(eventRecordClasses);
  }

  /**
   * A kind of data stream with what CTF 1.8 says of it.
   *
   * @param id the number in packet headers
   * @param description which streams these are; may be empty and may hold any character
   * @param packetContext what follows the packet header
   * @param eventHeader what each event record begins with
   * @param eventContext what follows each event header
   * @param eventRecordClasses the kinds of event records, in the order of the metadata
   */
  public DataStreamClass(
      long id,
      String description,
      Optional<WireStructure> packetContext,
      Optional<WireStructure> eventHeader,
      Optional<WireStructure> eventContext,
      List<EventRecordClass> eventRecordClasses) {
    this(
        id,
        Identity.NONE,
        Optional.empty(),
        description,
        packetContext,
        eventHeader,
        eventContext,
        eventRecordClasses);
  }
}
