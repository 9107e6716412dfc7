package org.genevent.emitter.java;

import java.util.List;
import org.genevent.binding.JavaType;
import org.genevent.plan.PlanStep;
import org.genevent.plan.ValueSource;
import org.genevent.plan.WritePlan;

/**
 * Decides whether a payload can be written straight into the reserved space.
 *
 * <p>It can if all its values can be read once, into variables, before the space is reserved: parameters, components of
 * records, and optional values without anything inside. Arrays of objects can change under the writer's hands and variants
 * have too many shapes: such payloads are put together in a buffer first.
 */
final class DirectForm {

  /** With more strings, arrays and optional values than this, the sum of their sizes might leave the range of int. */
  static final int MAX_DYNAMIC_PARTS = 16;

  private final Sources sources;

  DirectForm(Sources sources) {
    this.sources = sources;
  }

  boolean fits(WritePlan plan) {
    int dynamicParts = 0;
    for (PlanStep step : plan.measureSteps()) {
      dynamicParts += step instanceof PlanStep.Align ? 0 : 1;
    }
    return dynamicParts <= MAX_DYNAMIC_PARTS && fit(plan.steps(), false);
  }

  private boolean fit(List<PlanStep> steps, boolean inOptional) {
    for (PlanStep step : steps) {
      if (!fits(step, inOptional)) {
        return false;
      }
    }
    return true;
  }

  private boolean fits(PlanStep step, boolean inOptional) {
    if (step instanceof PlanStep.Pad || step instanceof PlanStep.Align) {
      return true;
    } else if (step instanceof PlanStep.PutScalar put) {
      return isReadOnce(put.value(), inOptional) && isPlain(sources.typeOf(put.value()));
    } else if (step instanceof PlanStep.PutString put) {
      return isReadOnce(put.value(), inOptional);
    } else if (step instanceof PlanStep.PutUnion put) {
      return isReadOnce(put.value(), inOptional);
    } else if (step instanceof PlanStep.PutLength put) {
      return isReadOnce(put.sequence(), inOptional);
    } else if (step instanceof PlanStep.PutScalars put) {
      return isReadOnce(put.value(), inOptional) && isPlainArray(sources.typeOf(put.value()));
    } else if (step instanceof PlanStep.Choose choose) {
      return !inOptional
          && isReadOnce(choose.value(), false)
          && sources.typeOf(choose.value()) instanceof JavaType.Maybe
          && choose.alternatives().stream().allMatch(one -> fit(one.steps(), true));
    }
    return false;
  }

  private boolean isPlain(JavaType type) {
    return !(type instanceof JavaType.EnumConstant constant) || !sources.runsUserCode(constant);
  }

  private boolean isPlainArray(JavaType type) {
    return !(type instanceof JavaType.ArrayOf array) || isPlain(array.element());
  }

  private static boolean isReadOnce(ValueSource source, boolean inOptional) {
    if (inOptional) {
      return source instanceof ValueSource.Present;
    }
    ValueSource at = source;
    while (at instanceof ValueSource.Member member) {
      at = member.of();
    }
    return at instanceof ValueSource.Parameter;
  }
}
