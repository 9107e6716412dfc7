package org.genevent.plan;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.genevent.layout.Position;

/**
 * How a payload is written.
 *
 * @param steps the steps in the order of their bytes
 * @param measureSteps the steps that have a part in the payload's size, for a pass before space is reserved; empty if
 *     the size is fixed
 * @param end where the payload ends
 */
public record WritePlan(List<PlanStep> steps, List<PlanStep> measureSteps, Position end) {
  /** Copies the lists. */
  public WritePlan {
    steps = List.copyOf(steps);
    measureSteps = List.copyOf(measureSteps);
    Objects.requireNonNull(end);
  }

  /**
   * The payload's size, if every event has the same.
   *
   * @return bytes, or empty if only the values know
   */
  public OptionalInt fixedSizeBytes() {
    return end.isFixed() ? OptionalInt.of(end.offsetBytes()) : OptionalInt.empty();
  }
}
