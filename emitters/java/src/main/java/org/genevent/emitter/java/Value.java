package org.genevent.emitter.java;

import com.palantir.javapoet.CodeBlock;
import org.genevent.binding.JavaType;

/**
 * A value as generated code has it at hand.
 *
 * @param code the expression: a variable, or a call that is printed once
 * @param type its type; of a {@link JavaType.Maybe}, the form decides how absence is said
 * @param known what is known of it
 * @param isCompound whether it needs parentheses before an operator is applied to it
 */
record Value(CodeBlock code, JavaType type, Known known, boolean isCompound) {

  /** What is known of a value. */
  enum Known {
    /** It may be null, if its type can. */
    NOTHING_KNOWN,
    /** It is not null. */
    PRESENT,
    /** There is no value: what is written is what null is written as. */
    MISSING
  }

  static Value of(String name, JavaType type) {
    return new Value(CodeBlock.of("$L", name), type, Known.NOTHING_KNOWN, false);
  }

  static Value present(String name, JavaType type) {
    return new Value(CodeBlock.of("$L", name), type, Known.PRESENT, false);
  }

  static Value missing(JavaType type) {
    return new Value(CodeBlock.of("null"), type, Known.MISSING, false);
  }

  /** The value as the operand of an operator. */
  CodeBlock operand() {
    return isCompound ? CodeBlock.of("($L)", code) : code;
  }

  boolean isMissing() {
    return known == Known.MISSING;
  }

  boolean isPresent() {
    return known == Known.PRESENT;
  }

  /** What a method of this value returns, or what stands for it if this value is null. */
  Value call(String method, JavaType result) {
    if (isMissing()) {
      return missing(result);
    }
    CodeBlock call = CodeBlock.of("$L.$N()", code, method);
    return isPresent()
        ? new Value(call, result, Known.NOTHING_KNOWN, false)
        : new Value(
            CodeBlock.of("$L == null ? $L : $L", code, defaultOf(result), call),
            result,
            Known.NOTHING_KNOWN,
            true);
  }

  /** What a variable of a type holds when there is no value. */
  static String defaultOf(JavaType type) {
    if (type instanceof JavaType.Primitive primitive) {
      return primitive.keyword().equals("boolean") ? "false" : "0";
    }
    return "null";
  }
}
