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
 * @param tailBytes to how many bytes the ends of strings and sequences are padded: 1 for not at all, as in CTF; empty where that
 *     is not known
 * @param context the fields that every event carries
 * @param events the events, in order
 * @param complete whether all events are told: a trace tells only those that its session took
 * @param pairs events that belong together, as traces say it: {@code begin end} and the fields that match them
 */
public record FacilityContract(
    String name,
    OptionalInt checksum,
    Optional<Boolean> packed,
    OptionalInt tailBytes,
    List<ContractField> context,
    List<ContractEvent> events,
    boolean complete,
    List<String> pairs) {
  /** Copies the lists. */
  public FacilityContract {
    Objects.requireNonNull(name);
    Objects.requireNonNull(checksum);
    Objects.requireNonNull(packed);
    Objects.requireNonNull(tailBytes);
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

  /**
   * The same by another name.
   *
   * @param newName the name
   * @return the contract
   */
  public FacilityContract withName(String newName) {
    return new FacilityContract(
        newName, checksum, packed, tailBytes, context, events, complete, pairs);
  }

  /** Whether any event has a string or sequence, so that it matters how these end. */
  boolean isVarying() {
    return isVarying(context) || events.stream().anyMatch(event -> isVarying(event.fields()));
  }

  private static boolean isVarying(List<ContractField> fields) {
    return fields.stream().anyMatch(field -> isVarying(field.type()));
  }

  private static boolean isVarying(ContractType type) {
    if (type instanceof ContractType.Text || type instanceof ContractType.VaryingList) {
      return true;
    } else if (type instanceof ContractType.Structure structure) {
      return isVarying(structure.members());
    } else if (type instanceof ContractType.Variant variant) {
      return isVarying(variant.options());
    } else if (type instanceof ContractType.Maybe maybe) {
      return isVarying(maybe.element());
    }
    return type instanceof ContractType.FixedList list && isVarying(list.element());
  }
}
