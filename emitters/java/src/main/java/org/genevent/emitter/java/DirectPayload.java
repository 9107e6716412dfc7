package org.genevent.emitter.java;

import com.palantir.javapoet.CodeBlock;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.genevent.plan.PlanStep;
import org.genevent.plan.ValueSource;
import org.genevent.plan.WritePlan;

/**
 * Prints a payload that is written straight into the reserved space: first the size, which fixes every position, then the
 * puts.
 */
final class DirectPayload {

  private final WritePlan plan;
  private final Sources sources;
  private final DirectValues values;
  private final LocalNames names;
  private final Puts puts;
  private final ArrayPuts arrays;
  private final CodeBlock reject;
  private final Positions positions = new Positions();
  private final Map<ValueSource, ArrayPuts.Range> ranges = new IdentityHashMap<>();

  /**
   * A payload.
   *
   * @param plan its plan
   * @param sources its sources
   * @param values its values
   * @param names the method's variables
   * @param puts prints puts into the event's writer
   * @param reject the statements that give the event up before anything is written
   */
  DirectPayload(
      WritePlan plan,
      Sources sources,
      DirectValues values,
      LocalNames names,
      Puts puts,
      CodeBlock reject) {
    this.plan = plan;
    this.sources = sources;
    this.values = values;
    this.names = names;
    this.puts = puts;
    this.arrays = new ArrayPuts(puts, names);
    this.reject = reject;
  }

  /** Reads the values that have to be read once, refuses what cannot be written, and fixes all positions. */
  CodeBlock prepare() {
    CodeBlock.Builder counts = CodeBlock.builder();
    count(plan.steps(), counts);
    CodeBlock.Builder sizes = CodeBlock.builder();
    measure(plan.steps(), sizes);
    return CodeBlock.builder()
        .add(values.reading())
        .add(counts.build())
        .add(sizes.build())
        .build();
  }

  /** The payload's size. */
  CodeBlock size() {
    return positions.at(plan.end());
  }

  private void count(List<PlanStep> steps, CodeBlock.Builder code) {
    for (PlanStep step : steps) {
      if (step instanceof PlanStep.PutScalar put) {
        values.of(put.value());
      } else if (step instanceof PlanStep.PutString put) {
        values.of(put.value());
      } else if (step instanceof PlanStep.PutUnion put) {
        count(put.value(), OptionalInt.of(put.sizeBytes()), code);
      } else if (step instanceof PlanStep.PutLength put) {
        ArrayPuts.Range range = count(put.sequence(), OptionalInt.empty(), code);
        ArrayPuts.maxCount(put.sizeBytes())
            .ifPresent(most -> reject(CodeBlock.of("$L > $L", range.count(), most), code));
      } else if (step instanceof PlanStep.PutScalars put && put.count().isPresent()) {
        count(put.value(), put.count(), code);
      } else if (step instanceof PlanStep.Choose choose) {
        values.optional(choose.value());
        choose.alternatives().forEach(one -> count(one.steps(), code));
      }
    }
  }

  private ArrayPuts.Range count(ValueSource source, OptionalInt declared, CodeBlock.Builder code) {
    Value value = values.of(source);
    ArrayPuts.Range range = arrays.count(value, sources.nameOf(source), declared, code);
    ranges.put(source, range);
    declared.ifPresent(length -> reject(arrays.isWrongLength(value, range, length), code));
    return range;
  }

  private void reject(CodeBlock condition, CodeBlock.Builder code) {
    code.beginControlFlow("if ($L)", condition).add(reject).endControlFlow();
  }

  private void measure(List<PlanStep> steps, CodeBlock.Builder code) {
    for (int i = 0; i < steps.size(); i++) {
      PlanStep step = steps.get(i);
      if (step instanceof PlanStep.Align align) {
        String name = names.newName(StepNames.following(steps, i, sources) + "At");
        code.addStatement(
            "int $N = $L", name, Positions.aligned(positions.at(align.at()), align.alignment()));
        positions.put(align.base(), CodeBlock.of("$N", name));
      } else if (step instanceof PlanStep.PutString put) {
        variable(put.endBase(), put.value(), end(step), code);
      } else if (step instanceof PlanStep.PutScalars put && put.count().isEmpty()) {
        variable(put.end().base(), put.value(), end(step), code);
      } else if (step instanceof PlanStep.Choose choose) {
        CodeBlock end = CodeBlock.of(
            "$L ? $L : $L",
            values.optional(choose.value()).isAbsent(),
            end(choose.alternatives().get(0)),
            end(choose.alternatives().get(1)));
        variable(choose.endBase(), choose.value(), end, code);
      }
    }
  }

  private void variable(int base, ValueSource source, CodeBlock end, CodeBlock.Builder code) {
    String name = names.newName(sources.nameOf(source) + "End");
    code.addStatement("int $N = $L", name, end);
    positions.put(base, CodeBlock.of("$N", name));
  }

  /** Where an item ends whose size only its value knows. */
  private CodeBlock end(PlanStep step) {
    if (step instanceof PlanStep.PutString put) {
      return CodeBlock.of(
          "$L + $T.sizeBytes($L)",
          positions.at(put.at()),
          GeneratedNames.UTF8,
          values.of(put.value()).code());
    }
    PlanStep.PutScalars put = (PlanStep.PutScalars) step;
    return CodeBlock.of(
        "$L + $T.sizeBytes($L, $L)",
        positions.at(put.at()),
        GeneratedNames.EVENT_WRITER,
        ranges.get(put.value()).count(),
        put.elementSizeBytes());
  }

  /** Where an alternative ends, as one expression. */
  private CodeBlock end(PlanStep.Alternative alternative) {
    for (PlanStep step : alternative.steps()) {
      if (step instanceof PlanStep.Align align) {
        CodeBlock aligned = Positions.aligned(positions.at(align.at()), align.alignment());
        positions.put(align.base(), CodeBlock.of("($L)", aligned));
      } else if (step instanceof PlanStep.PutString put) {
        positions.put(put.endBase(), end(step));
      } else if (step instanceof PlanStep.PutScalars put && put.count().isEmpty()) {
        positions.put(put.end().base(), end(step));
      }
    }
    return positions.at(alternative.end());
  }

  /** The puts. */
  CodeBlock write() {
    CodeBlock.Builder code = CodeBlock.builder();
    write(plan.steps(), code);
    return code.build();
  }

  private void write(List<PlanStep> steps, CodeBlock.Builder code) {
    for (int i = 0; i < steps.size(); i++) {
      PlanStep step = steps.get(i);
      if (step instanceof PlanStep.Pad pad) {
        code.add(puts.pad(pad.at(), pad.sizeBytes(), positions));
      } else if (step instanceof PlanStep.Align align) {
        code.addStatement(
            puts.zeros(positions.at(align.at()), positions.at(Positions.behind(align))));
      } else if (step instanceof PlanStep.PutScalar put) {
        Value value = values.of(put.value());
        code.addStatement(
            puts.scalar(positions.at(put.at()), put.sizeBytes(), put.scalar(), value));
      } else if (step instanceof PlanStep.PutString put) {
        code.addStatement(puts.string(positions.at(put.at()), values.of(put.value())));
      } else if (step instanceof PlanStep.PutLength put) {
        CodeBlock count = ranges.get(put.sequence()).count();
        code.addStatement(
            puts.length(positions.at(put.at()), put.sizeBytes(), put.length(), count));
      } else if (step instanceof PlanStep.PutUnion put) {
        CodeBlock at = positions.at(put.at());
        CodeBlock end = positions.at(put.at().plus(put.sizeBytes()));
        arrays.union(values.of(put.value()), ranges.get(put.value()), at, end, code);
      } else if (step instanceof PlanStep.PutScalars put) {
        CodeBlock at = positions.at(put.at());
        CodeBlock end = positions.at(put.end());
        arrays.scalars(put, values.of(put.value()), ranges.get(put.value()), at, end, code);
      } else if (step instanceof PlanStep.Choose choose) {
        write(choose, code);
      }
    }
  }

  private void write(PlanStep.Choose choose, CodeBlock.Builder code) {
    CodeBlock at = positions.at(choose.at());
    PlanStep.Alternative absent = choose.alternatives().get(0);
    PlanStep.Alternative present = choose.alternatives().get(1);
    code.beginControlFlow("if ($L)", values.optional(choose.value()).isAbsent());
    code.addStatement(puts.tag(at, choose.tagSizeBytes(), absent.tag()));
    code.nextControlFlow("else");
    code.addStatement(puts.tag(at, choose.tagSizeBytes(), present.tag()));
    names.openBlock();
    write(present.steps(), code);
    names.closeBlock();
    code.endControlFlow();
  }
}
