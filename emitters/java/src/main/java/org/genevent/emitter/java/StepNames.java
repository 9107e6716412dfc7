package org.genevent.emitter.java;

import java.util.List;
import org.genevent.plan.PlanStep;
import org.genevent.plan.ValueSource;

/** Names for variables that hold positions, after the value that lies there. */
final class StepNames {

  private StepNames() {}

  /** The name of the first value behind a step; {@code next} where none follows. */
  static String following(List<PlanStep> steps, int index, Sources sources) {
    for (PlanStep step : steps.subList(index + 1, steps.size())) {
      ValueSource source = sourceOf(step);
      if (source != null) {
        return sources.nameOf(source);
      }
    }
    return "next";
  }

  private static ValueSource sourceOf(PlanStep step) {
    if (step instanceof PlanStep.PutScalar put) {
      return put.value();
    } else if (step instanceof PlanStep.PutString put) {
      return put.value();
    } else if (step instanceof PlanStep.PutUnion put) {
      return put.value();
    } else if (step instanceof PlanStep.PutLength put) {
      return put.sequence();
    } else if (step instanceof PlanStep.PutScalars put) {
      return put.value();
    } else if (step instanceof PlanStep.ForEach loop) {
      return loop.value();
    } else if (step instanceof PlanStep.Choose choose) {
      return choose.value();
    }
    return null;
  }
}
