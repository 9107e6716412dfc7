package org.genevent.layout;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Where the members of a structure, or the fields of a payload, lie.
 *
 * @param placements one for each member, in order
 * @param alignment the strictest of the members
 * @param sizeBytes the size with inner padding and, under the rule {@code ltt}, the padding after the last string or
 *     sequence; empty if only the values know
 */
public record StructureLayout(
    List<FieldPlacement> placements, Alignment alignment, OptionalInt sizeBytes) {
  /** Copies the list. */
  public StructureLayout {
    placements = List.copyOf(placements);
    Objects.requireNonNull(alignment);
    Objects.requireNonNull(sizeBytes);
  }
}
