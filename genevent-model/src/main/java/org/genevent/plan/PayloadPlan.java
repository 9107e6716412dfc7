package org.genevent.plan;

import java.util.List;
import java.util.Objects;
import org.genevent.layout.StructureLayout;
import org.genevent.model.Field;

/**
 * A payload with its facts and its plan: the fields of an event, or the context fields of a facility.
 *
 * @param fields the fields, in the order of their bytes
 * @param layout where they lie
 * @param write how they are written
 */
public record PayloadPlan(List<Field> fields, StructureLayout layout, WritePlan write) {
  /** Copies the list. */
  public PayloadPlan {
    fields = List.copyOf(fields);
    Objects.requireNonNull(layout);
    Objects.requireNonNull(write);
  }
}
