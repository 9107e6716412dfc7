package org.genevent.contract;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * A field, a structure's member or a variant's option.
 *
 * @param name the name as people see it
 * @param type the class of its values
 * @param offsetBytes where it lies from the start of the payload, or empty if only the values of an event know
 * @param alignmentBytes to how many bytes it is aligned from there, or empty where that is not known
 */
public record ContractField(
    String name, ContractType type, OptionalInt offsetBytes, OptionalInt alignmentBytes) {
  /** Checks that all parts are there. */
  public ContractField {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(offsetBytes);
    Objects.requireNonNull(alignmentBytes);
  }

  /** A field of which nobody says where it lies. */
  static ContractField anywhere(String name, ContractType type) {
    return new ContractField(name, type, OptionalInt.empty(), OptionalInt.empty());
  }

  /** Whether another field is called the same and has the same class, wherever it lies. */
  boolean isAlike(ContractField other) {
    return name.equals(other.name) && Conversions.isSame(type, other.type);
  }
}
