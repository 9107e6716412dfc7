package org.genevent.emitter.java;

import com.palantir.javapoet.CodeBlock;
import java.util.HashMap;
import java.util.Map;
import org.genevent.layout.Alignment;
import org.genevent.layout.Position;
import org.genevent.plan.PlanStep;

/** Positions as expressions: offsets behind the payload's start, or behind the variable of a base. */
final class Positions {

  private final Map<Integer, CodeBlock> bases = new HashMap<>();

  /** Says which variable, or expression, a base is. */
  void put(int base, CodeBlock expression) {
    bases.put(base, expression);
  }

  /** A position, in bytes from the payload's start. */
  CodeBlock at(Position position) {
    if (position.isFixed()) {
      return CodeBlock.of("$L", position.offsetBytes());
    }
    CodeBlock base = bases.get(position.base());
    if (base == null) {
      throw new IllegalStateException("a base without a variable: " + position);
    }
    return position.offsetBytes() == 0
        ? base
        : CodeBlock.of("$L + $L", base, position.offsetBytes());
  }

  /** Where the zeros of a step end. */
  static Position behind(PlanStep.Align align) {
    return new Position(align.base(), align.alignment(), 0);
  }

  /** The next multiple of an alignment. */
  static CodeBlock aligned(CodeBlock at, Alignment alignment) {
    return CodeBlock.of("($L + $L) & -$L", at, alignment.bytes() - 1, alignment.bytes());
  }
}
