package org.genevent.model.trace;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A kind of data stream. Source: CTF 1.8.3, section 6.
 *
 * @param id the number in packet headers
 * @param description which streams these are; may be empty and may hold any character
 * @param packetContext what follows the packet header
 * @param eventHeader what each event record begins with
 * @param eventContext what follows each event header
 * @param eventRecordClasses the kinds of event records, in the order of the metadata
 */
public record DataStreamClass(
    long id,
    String description,
    Optional<WireStructure> packetContext,
    Optional<WireStructure> eventHeader,
    Optional<WireStructure> eventContext,
    List<EventRecordClass> eventRecordClasses) {
  /** Copies the list. */
  public DataStreamClass {
    Objects.requireNonNull(description);
    Objects.requireNonNull(packetContext);
    Objects.requireNonNull(eventHeader);
    Objects.requireNonNull(eventContext);
    eventRecordClasses = List.copyOf(eventRecordClasses);
  }
}
