package org.genevent.layout;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.genevent.model.Field;

/**
 * Where a field lies.
 *
 * @param field the field
 * @param offset where its first byte is
 * @param paddingBytes padding in front of it, or empty if only the values know
 * @param sizeBytes its size without the padding, or empty if only the values know
 * @param alignment what its position is a multiple of
 * @param nested the placement of its members, if it is a structure; offsets count from the payload's start too
 */
public record FieldPlacement(
    Field field,
    FieldOffset offset,
    OptionalInt paddingBytes,
    OptionalInt sizeBytes,
    Alignment alignment,
    Optional<StructureLayout> nested) {
  /** Checks that all parts are there. */
  public FieldPlacement {
    Objects.requireNonNull(field);
    Objects.requireNonNull(offset);
    Objects.requireNonNull(paddingBytes);
    Objects.requireNonNull(sizeBytes);
    Objects.requireNonNull(alignment);
    Objects.requireNonNull(nested);
  }
}
