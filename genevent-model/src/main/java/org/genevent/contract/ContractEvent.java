package org.genevent.contract;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * An event.
 *
 * @param name its name within the facility
 * @param id its id within the facility, or empty for one from a trace, where ids are the trace's own
 * @param duration whether it has a length, which is its first field
 * @param fields its fields in the order of their bytes
 */
public record ContractEvent(
    String name, OptionalInt id, boolean duration, List<ContractField> fields) {
  /** Copies the list. */
  public ContractEvent {
    Objects.requireNonNull(name);
    Objects.requireNonNull(id);
    fields = List.copyOf(fields);
  }
}
