package org.genevent.emitter.java;

import com.palantir.javapoet.CodeBlock;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.genevent.binding.JavaType;
import org.genevent.plan.PlanStep;
import org.genevent.plan.ValueSource;
import org.genevent.plan.WritePlan;

/**
 * Prints a payload that is put together in a buffer, in one pass over the values: each is read once, so neither a method
 * of the program nor another thread that changes an array can make sizes and bytes disagree.
 */
final class BufferedPayload {

  private final WritePlan plan;
  private final Sources sources;
  private final LocalNames names;
  private final JavaTypeNames types;
  private final Puts puts;
  private final ArrayPuts arrays;
  private final boolean missingVariantIsFirst;
  private final Positions positions = new Positions();
  private final Map<ValueSource, Value> values = new IdentityHashMap<>();
  private final Map<ValueSource, ArrayPuts.Range> ranges = new IdentityHashMap<>();
  private final CodeBlock.Builder code = CodeBlock.builder();

  /**
   * A payload.
   *
   * @param plan its plan
   * @param sources its sources
   * @param names the method's variables
   * @param types names of Java types
   * @param puts prints puts into the buffer
   * @param missingVariantIsFirst whether null for a variant is written as the first option without values; else nothing
   *     can be written
   */
  BufferedPayload(
      WritePlan plan,
      Sources sources,
      LocalNames names,
      JavaTypeNames types,
      Puts puts,
      boolean missingVariantIsFirst) {
    this.plan = plan;
    this.sources = sources;
    this.names = names;
    this.types = types;
    this.puts = puts;
    this.arrays = new ArrayPuts(puts, names);
    this.missingVariantIsFirst = missingVariantIsFirst;
  }

  /** The statements, which end by returning the payload's size, or a negative number if it cannot be written. */
  CodeBlock write() {
    write(plan.steps());
    code.addStatement("return $L", positions.at(plan.end()));
    return code.build();
  }

  private void write(List<PlanStep> steps) {
    for (int i = 0; i < steps.size(); i++) {
      PlanStep step = steps.get(i);
      if (step instanceof PlanStep.Pad pad) {
        code.add(puts.pad(pad.at(), pad.sizeBytes(), positions));
      } else if (step instanceof PlanStep.Align align) {
        align(align, StepNames.following(steps, i, sources));
      } else if (step instanceof PlanStep.PutScalar put) {
        Value value = once(put.value());
        code.addStatement(
            puts.scalar(positions.at(put.at()), put.sizeBytes(), put.scalar(), value));
      } else if (step instanceof PlanStep.PutString put) {
        CodeBlock call = puts.string(positions.at(put.at()), text(put.value()));
        declare(put.endBase(), sources.nameOf(put.value()) + "End", call);
      } else if (step instanceof PlanStep.PutLength put) {
        length(put);
      } else if (step instanceof PlanStep.PutScalars put) {
        scalars(put);
      } else if (step instanceof PlanStep.PutUnion put) {
        Value value = variable(put.value());
        ArrayPuts.Range range = count(put.value(), OptionalInt.of(put.sizeBytes()));
        CodeBlock end = positions.at(put.at().plus(put.sizeBytes()));
        arrays.union(value, range, positions.at(put.at()), end, code);
      } else if (step instanceof PlanStep.ForEach loop) {
        loop(loop);
      } else if (step instanceof PlanStep.Choose choose) {
        choose(choose);
      }
    }
  }

  private void align(PlanStep.Align align, String following) {
    CodeBlock from = positions.at(align.at());
    declare(align.base(), following + "At", Positions.aligned(from, align.alignment()));
    code.addStatement(puts.zeros(from, positions.at(Positions.behind(align))));
  }

  private void declare(int base, String suggestion, CodeBlock position) {
    String name = names.newName(suggestion);
    code.addStatement("int $N = $L", name, position);
    positions.put(base, CodeBlock.of("$N", name));
  }

  /** A value for one use. */
  private Value once(ValueSource source) {
    Value value = values.get(source);
    if (value != null) {
      return value;
    } else if (source instanceof ValueSource.Parameter parameter) {
      return Value.of(sources.parameter(parameter).name(), sources.typeOf(source));
    }
    ValueSource.Member member = (ValueSource.Member) source;
    return variable(member.of()).call(sources.component(member).name(), sources.typeOf(source));
  }

  /** A value for several uses. */
  private Value variable(ValueSource source) {
    Value value = once(source);
    if (source instanceof ValueSource.Member && !values.containsKey(source) && !value.isMissing()) {
      value = variable(sources.nameOf(source), value);
    }
    values.put(source, value);
    return value;
  }

  private Value variable(String suggestion, Value value) {
    String name = names.newName(suggestion);
    code.addStatement("$T $N = $L", types.of(value.type()), name, value.code());
    return new Value(CodeBlock.of("$N", name), value.type(), value.known(), false);
  }

  private Value text(ValueSource source) {
    boolean isString = sources.typeOf(source) instanceof JavaType.Text text
        && text.className().equals("java.lang.String");
    return isString
        ? once(source)
        : variable(source).call("toString", new JavaType.Text("java.lang.String"));
  }

  private void length(PlanStep.PutLength put) {
    variable(put.sequence());
    CodeBlock count = count(put.sequence(), OptionalInt.empty()).count();
    ArrayPuts.maxCount(put.sizeBytes()).ifPresent(most -> {
      if (!values.get(put.sequence()).isMissing()) {
        reject(CodeBlock.of("$L > $L", count, most));
      }
    });
    code.addStatement(puts.length(positions.at(put.at()), put.sizeBytes(), put.length(), count));
  }

  private ArrayPuts.Range count(ValueSource source, OptionalInt declared) {
    Value value = values.get(source);
    ArrayPuts.Range range = arrays.count(value, sources.nameOf(source), declared, code);
    ranges.put(source, range);
    if (declared.isPresent() && !value.isMissing()) {
      reject(arrays.isWrongLength(value, range, declared.getAsInt()));
    }
    return range;
  }

  private void reject(CodeBlock condition) {
    code.beginControlFlow("if ($L)", condition);
    reject();
    code.endControlFlow();
  }

  private void reject() {
    code.addStatement("return $T.UNWRITABLE", GeneratedNames.PAYLOAD_BUFFER);
  }

  private void scalars(PlanStep.PutScalars put) {
    Value value = variable(put.value());
    if (put.count().isPresent()) {
      count(put.value(), put.count());
    }
    ArrayPuts.Range range = ranges.get(put.value());
    CodeBlock at = positions.at(put.at());
    if (put.count().isEmpty()) {
      CodeBlock sizeBytes = CodeBlock.of(
          "$T.sizeBytes($L, $L)",
          GeneratedNames.EVENT_WRITER,
          range.count(),
          put.elementSizeBytes());
      CodeBlock end = value.isMissing() ? at : CodeBlock.of("$L + $L", at, sizeBytes);
      declare(put.end().base(), sources.nameOf(put.value()) + "End", end);
    }
    arrays.scalars(put, value, range, at, positions.at(put.end()), code);
  }

  private void loop(PlanStep.ForEach loop) {
    Value array = variable(loop.value());
    ArrayPuts.Range range =
        loop.count().isPresent() ? count(loop.value(), loop.count()) : ranges.get(loop.value());
    String end = names.newName(sources.nameOf(loop.value()) + "End");
    code.addStatement("int $N = $L", end, positions.at(loop.at()));
    if (array.isMissing() && loop.count().isEmpty()) {
      positions.put(loop.loopBase(), CodeBlock.of("$N", end));
      return;
    }
    names.openBlock();
    String index = names.newName("i");
    code.beginControlFlow("for (int $N = 0; $N < $L; $N++)", index, index, range.count(), index);
    element(loop, array, index);
    CodeBlock at = CodeBlock.of("$N", end);
    if (needsAlignment(loop)) {
      String aligned = names.newName(sources.nameOf(loop.element()) + "At");
      code.addStatement("int $N = $L", aligned, Positions.aligned(at, loop.elementAlignment()));
      code.addStatement(puts.zeros(at, CodeBlock.of("$N", aligned)));
      at = CodeBlock.of("$N", aligned);
    }
    positions.put(loop.loopBase(), at);
    write(loop.body());
    code.addStatement("$N = $L", end, positions.at(loop.bodyEnd()));
    code.endControlFlow();
    names.closeBlock();
    positions.put(loop.loopBase(), CodeBlock.of("$N", end));
  }

  /** The element of a pass, in a variable; of an array of a declared length that is null, each one is missing. */
  private void element(PlanStep.ForEach loop, Value array, String index) {
    JavaType type = sources.typeOf(loop.element());
    if (array.isMissing()) {
      values.put(loop.element(), Value.missing(type));
      return;
    }
    boolean canBeNull = loop.count().isPresent() && !array.isPresent();
    CodeBlock read = CodeBlock.of("$L[$N]", array.code(), index);
    CodeBlock element =
        canBeNull ? CodeBlock.of("$L == null ? null : $L", array.code(), read) : read;
    Value value = new Value(element, type, Value.Known.NOTHING_KNOWN, canBeNull);
    values.put(loop.element(), variable(sources.nameOf(loop.element()), value));
  }

  private static boolean needsAlignment(PlanStep.ForEach loop) {
    int alignment = loop.elementAlignment().bytes();
    return loop.elementSizeBytes().isEmpty() || loop.elementSizeBytes().getAsInt() % alignment != 0
        ? alignment > 1
        : false;
  }

  private void choose(PlanStep.Choose choose) {
    Value value = variable(choose.value());
    String end = names.newName(sources.nameOf(choose.value()) + "End");
    code.addStatement("int $N", end);
    if (sources.typeOf(choose.value()) instanceof JavaType.Maybe type) {
      optional(choose, value, type, end);
    } else {
      variant(choose, value, end);
    }
    positions.put(choose.endBase(), CodeBlock.of("$N", end));
  }

  private void optional(PlanStep.Choose choose, Value value, JavaType.Maybe type, String end) {
    PlanStep.Alternative absent = choose.alternatives().get(0);
    PlanStep.Alternative present = choose.alternatives().get(1);
    if (value.isMissing()) {
      alternative(choose, absent, end);
      return;
    }
    boolean isNullable = type.form() == JavaType.Maybe.Form.NULLABLE;
    code.beginControlFlow(
        isNullable ? "if ($L == null)" : "if ($L == null || $L.isEmpty())",
        isNullable ? new Object[] {value.code()} : new Object[] {value.code(), value.code()});
    alternative(choose, absent, end);
    code.nextControlFlow("else");
    names.openBlock();
    Value inside = new Value(value.code(), type.element(), Value.Known.PRESENT, false);
    if (!isNullable) {
      CodeBlock get = CodeBlock.of("$L.$L()", value.code(), OptionalForms.getter(type.form()));
      Value read = new Value(get, type.element(), Value.Known.PRESENT, false);
      inside = variable(sources.nameOf(present.value()), read);
    }
    values.put(present.value(), inside);
    alternative(choose, present, end);
    names.closeBlock();
    code.endControlFlow();
  }

  private void variant(PlanStep.Choose choose, Value value, String end) {
    if (value.isMissing()) {
      missing(choose, end);
      return;
    }
    for (int i = 0; i < choose.alternatives().size(); i++) {
      PlanStep.Alternative one = choose.alternatives().get(i);
      ValueSource.Chosen chosen = (ValueSource.Chosen) one.value();
      JavaType.RecordType option = sources.option(chosen);
      // behind an only alternative, whose else branch returns, its variable is still in scope
      boolean only = choose.alternatives().size() == 1;
      String name = only ? names.newName(sources.nameOf(chosen)) : "";
      names.openBlock();
      if (!only) {
        name = names.newName(sources.nameOf(chosen));
      }
      CodeBlock test =
          CodeBlock.of("if ($L instanceof $T $N)", value.code(), types.of(option), name);
      if (i == 0) {
        code.beginControlFlow("$L", test);
      } else {
        code.nextControlFlow("else $L", test);
      }
      Value inside = Value.present(name, option);
      if (!Sources.isStructure(chosen)) {
        String component = option.components().get(0).name();
        inside = variable(name + "Value", inside.call(component, sources.typeOf(chosen)));
      }
      values.put(chosen, inside);
      alternative(choose, one, end);
      names.closeBlock();
    }
    code.nextControlFlow("else");
    if (missingVariantIsFirst) {
      missing(choose, end);
    } else {
      reject();
    }
    code.endControlFlow();
  }

  private void missing(PlanStep.Choose choose, String end) {
    PlanStep.Alternative first = choose.alternatives().get(0);
    values.put(first.value(), Value.missing(sources.typeOf(first.value())));
    names.openBlock();
    alternative(choose, first, end);
    names.closeBlock();
  }

  private void alternative(PlanStep.Choose choose, PlanStep.Alternative one, String end) {
    code.addStatement(puts.tag(positions.at(choose.at()), choose.tagSizeBytes(), one.tag()));
    write(one.steps());
    code.addStatement("$N = $L", end, positions.at(one.end()));
  }
}
