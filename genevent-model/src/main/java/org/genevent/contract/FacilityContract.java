package org.genevent.contract;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a facility promises to those who read its events or are linked with code that writes them.
 *
 * @param name its name
 * @param checksum its checksum, or empty where a trace does not tell
 * @param packed whether nothing is aligned, or empty where a trace does not tell
 * @param context the fields that every event carries
 * @param events the events, in order
 * @param complete whether all events are told: a trace tells only those that its session took
 * @param pairs events that belong together, as traces say it: {@code begin end} and the fields that match them
 */
public record FacilityContract(
    String name,
    OptionalInt checksum,
    Optional<Boolean> packed,
    List<ContractField> context,
    List<ContractEvent> events,
    boolean complete,
    List<String> pairs) {
  /** Copies the lists. */
  public FacilityContract {
    Objects.requireNonNull(name);
    Objects.requireNonNull(checksum);
    Objects.requireNonNull(packed);
    context = List.copyOf(context);
    events = List.copyOf(events);
    pairs = List.copyOf(pairs);
  }

  /**
   * An event by its name.
   *
   * @param eventName the name within the facility
   * @return the event, if there is one
   */
  public Optional<ContractEvent> event(String eventName) {
    return events.stream().filter(event -> event.name().equals(eventName)).findFirst();
  }
}
