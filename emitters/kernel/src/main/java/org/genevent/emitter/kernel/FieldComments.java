package org.genevent.emitter.kernel;

import java.util.List;
import java.util.Optional;
import org.genevent.layout.FieldPlacement;
import org.genevent.layout.StructureLayout;
import org.genevent.plan.PlanStep;
import org.genevent.plan.ValueSource;

/** Says in front of the stores of a field that the mirror does not show where its bytes go. */
final class FieldComments {

  private final StructureLayout layout;
  private String last = "";

  FieldComments(StructureLayout layout) {
    this.layout = layout;
  }

  /** Prints a comment if another field, or the padding in front of it, begins with a step. */
  void before(List<PlanStep> steps, int index, CWriter out) {
    String name = next(steps, index).map(FieldComments::field).orElse(last);
    if (!name.equals(last)) {
      last = name;
      for (FieldPlacement placement : layout.placements()) {
        if (placement.field().name().equals(name)) {
          out.line("/* " + name + ": " + place(placement) + " */");
        }
      }
    }
  }

  /** The first value that is written by a step or one behind it. */
  static Optional<ValueSource> next(List<PlanStep> steps, int index) {
    return steps.stream()
        .skip(index)
        .map(PlanStep::source)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static String place(FieldPlacement placement) {
    String size = placement.sizeBytes().isPresent()
        ? placement.sizeBytes().getAsInt() + " bytes"
        : "as long as its value";
    if (placement.offset().fixedBytes().isPresent()) {
      return size + ", at offset " + placement.offset().fixedBytes().getAsInt();
    }
    int alignment = placement.alignment().bytes();
    return alignment == 1 ? size : size + ", at a multiple of " + alignment;
  }

  private static String field(ValueSource source) {
    if (source instanceof ValueSource.Member member) {
      return field(member.of());
    } else if (source instanceof ValueSource.Element element) {
      return field(element.of());
    } else if (source instanceof ValueSource.Present present) {
      return field(present.of());
    } else if (source instanceof ValueSource.Chosen chosen) {
      return field(chosen.of());
    }
    return ((ValueSource.Parameter) source).field().name();
  }
}
