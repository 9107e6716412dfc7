package org.genevent.emitter.java;

import java.util.List;
import org.genevent.plan.PlanStep;

/** Names for variables that hold positions, after the value that lies there. */
final class StepNames {

  private StepNames() {}

  /** The name of the first value behind a step; {@code next} where none follows. */
  static String following(List<PlanStep> steps, int index, Sources sources) {
    for (PlanStep step : steps.subList(index + 1, steps.size())) {
      if (step.source().isPresent()) {
        return sources.nameOf(step.source().get());
      }
    }
    return "next";
  }
}
