package org.genevent.emitter.java;

import com.palantir.javapoet.CodeBlock;
import java.util.OptionalInt;
import org.genevent.binding.JavaType;
import org.genevent.model.IntegerFieldClass;
import org.genevent.plan.PlanStep;

/** Prints how arrays, byte buffers and unions are counted, and how their elements are put. */
final class ArrayPuts {

  private static final IntegerFieldClass BYTE = IntegerFieldClass.fixed(1, false);

  private final Puts puts;
  private final LocalNames names;

  ArrayPuts(Puts puts, LocalNames names) {
    this.puts = puts;
    this.names = names;
  }

  /**
   * The part of an array or buffer that is written.
   *
   * @param from the index of the first element, 0 for arrays
   * @param count how many elements
   */
  record Range(CodeBlock from, CodeBlock count) {}

  /**
   * Declares variables for the range; the number is looked at once only.
   *
   * @param value the array or buffer
   * @param name what the variables are named after
   * @param declared the number that the declaration demands, if it does
   * @param code takes the declarations
   */
  Range count(Value value, String name, OptionalInt declared, CodeBlock.Builder code) {
    CodeBlock zero = CodeBlock.of("0");
    if (value.isMissing()) {
      return new Range(zero, CodeBlock.of("$L", declared.orElse(0)));
    }
    boolean isBuffer = value.type() instanceof JavaType.Bytes;
    if (!isBuffer && declared.isPresent()) {
      return new Range(zero, CodeBlock.of("$L", declared.getAsInt()));
    }
    CodeBlock from = zero;
    if (isBuffer) {
      from = variable(name + "From", value, "position()", code);
    }
    return new Range(
        from, variable(name + "Count", value, isBuffer ? "remaining()" : "length", code));
  }

  private CodeBlock variable(
      String suggestion, Value value, String property, CodeBlock.Builder code) {
    String name = names.newName(suggestion);
    code.addStatement(
        "int $N = $L == null ? 0 : $L.$L", name, value.code(), value.code(), property);
    return CodeBlock.of("$N", name);
  }

  /** Whether there is a value of the wrong length, or empty if that cannot be. */
  CodeBlock isWrongLength(Value value, Range range, int declared) {
    if (value.isMissing()) {
      return CodeBlock.of("");
    }
    CodeBlock length = value.type() instanceof JavaType.Bytes
        ? range.count()
        : CodeBlock.of("$L.length", value.code());
    return CodeBlock.of("$L != null && $L != $L", value.code(), length, declared);
  }

  /** Puts scalars. */
  void scalars(
      PlanStep.PutScalars step,
      Value array,
      Range range,
      CodeBlock at,
      CodeBlock end,
      CodeBlock.Builder code) {
    JavaType element =
        array.type() instanceof JavaType.ArrayOf of ? of.element() : new JavaType.Primitive("byte");
    String bulk = Puts.bulkMethod(step.elementSizeBytes(), step.scalar(), element);
    boolean isFixed = step.count().isPresent();
    if (array.isMissing() && !isFixed) {
      return;
    }
    if (bulk.isEmpty()) {
      loop(step, array, element, range, at, code);
    } else if (isFixed) {
      bytesOrZeros(bulk, array, range, at, end, code);
    } else {
      code.addStatement(bulkCall(bulk, array, range, at));
    }
  }

  /** Puts the bytes of a union. */
  void union(Value bytes, Range range, CodeBlock at, CodeBlock end, CodeBlock.Builder code) {
    String bulk = Puts.bulkMethod(1, BYTE, new JavaType.Primitive("byte"));
    bytesOrZeros(bulk, bytes, range, at, end, code);
  }

  private void bytesOrZeros(
      String bulk, Value value, Range range, CodeBlock at, CodeBlock end, CodeBlock.Builder code) {
    if (value.isMissing()) {
      code.addStatement(puts.zeros(at, end));
    } else if (value.isPresent()) {
      code.addStatement(bulkCall(bulk, value, range, at));
    } else {
      code.beginControlFlow("if ($L == null)", value.code());
      code.addStatement(puts.zeros(at, end));
      code.nextControlFlow("else");
      code.addStatement(bulkCall(bulk, value, range, at));
      code.endControlFlow();
    }
  }

  private CodeBlock bulkCall(String bulk, Value value, Range range, CodeBlock at) {
    return CodeBlock.of(
        "$N.$L($L, $L, $L, $L)",
        puts.receiver(),
        bulk,
        at,
        value.code(),
        range.from(),
        range.count());
  }

  private void loop(
      PlanStep.PutScalars step,
      Value array,
      JavaType element,
      Range range,
      CodeBlock at,
      CodeBlock.Builder code) {
    names.openBlock();
    String index = names.newName("i");
    boolean canBeNull = step.count().isPresent() && !array.isPresent() && !array.isMissing();
    CodeBlock read = CodeBlock.of("$L[$N]", array.code(), index);
    Value value = array.isMissing()
        ? Value.missing(element)
        : canBeNull
            ? new Value(
                CodeBlock.of("$L == null ? $L : $L", array.code(), Value.defaultOf(element), read),
                element,
                Value.Known.NOTHING_KNOWN,
                true)
            : new Value(read, element, Value.Known.NOTHING_KNOWN, false);
    int elementBytes = step.elementSizeBytes();
    CodeBlock elementAt = elementBytes == 1
        ? CodeBlock.of("$L + $N", at, index)
        : CodeBlock.of("$L + $L * $N", at, elementBytes, index);
    code.beginControlFlow("for (int $N = 0; $N < $L; $N++)", index, index, range.count(), index);
    code.addStatement(puts.scalar(elementAt, elementBytes, step.scalar(), value));
    code.endControlFlow();
    names.closeBlock();
  }

  /** The most elements that a length can say, or empty if it can say as many as a Java array has. */
  static OptionalInt maxCount(int lengthSizeBytes) {
    return lengthSizeBytes < Integer.BYTES
        ? OptionalInt.of((1 << 8 * lengthSizeBytes) - 1)
        : OptionalInt.empty();
  }
}
