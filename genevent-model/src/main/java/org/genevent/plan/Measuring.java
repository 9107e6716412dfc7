package org.genevent.plan;

import java.util.ArrayList;
import java.util.List;

/** Picks the steps that have a part in the size of a payload. */
final class Measuring {

  private Measuring() {}

  static List<PlanStep> stepsOf(List<PlanStep> steps) {
    List<PlanStep> kept = new ArrayList<>();
    for (PlanStep step : steps) {
      if (step instanceof PlanStep.Align || step instanceof PlanStep.PutString) {
        kept.add(step);
      } else if (step instanceof PlanStep.PutScalars scalars) {
        if (scalars.count().isEmpty()) {
          kept.add(step);
        }
      } else if (step instanceof PlanStep.ForEach loop) {
        if (loop.end().base() == loop.loopBase()) {
          kept.add(measured(loop));
        }
      } else if (step instanceof PlanStep.Choose choice) {
        kept.add(measured(choice));
      }
    }
    return kept;
  }

  private static PlanStep measured(PlanStep.ForEach loop) {
    return new PlanStep.ForEach(
        loop.at(),
        loop.value(),
        loop.element(),
        loop.elementClass(),
        loop.count(),
        loop.elementAlignment(),
        loop.elementSizeBytes(),
        loop.strideBytes(),
        loop.loopBase(),
        stepsOf(loop.body()),
        loop.bodyEnd(),
        loop.end());
  }

  private static PlanStep measured(PlanStep.Choose choice) {
    List<PlanStep.Alternative> alternatives = new ArrayList<>();
    for (PlanStep.Alternative one : choice.alternatives()) {
      alternatives.add(new PlanStep.Alternative(
          one.tag(), one.name(), one.value(), stepsOf(one.steps()), one.end()));
    }
    return new PlanStep.Choose(
        choice.at(),
        choice.tagSizeBytes(),
        choice.value(),
        choice.variant(),
        alternatives,
        choice.endBase());
  }
}
