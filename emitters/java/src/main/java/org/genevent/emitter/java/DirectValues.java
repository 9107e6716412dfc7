package org.genevent.emitter.java;

import com.palantir.javapoet.CodeBlock;
import java.util.IdentityHashMap;
import java.util.Map;
import org.genevent.binding.JavaType;
import org.genevent.binding.JavaType.Maybe.Form;
import org.genevent.plan.ValueSource;

/**
 * Reads the values of a payload into variables, each once, before space is reserved.
 *
 * <p>What runs code of the program, an accessor or a {@code toString}, does so in one protected block: it may throw, and it
 * may trace events of its own.
 */
final class DirectValues {

  private static final JavaType STRING = new JavaType.Text("java.lang.String");

  private final Sources sources;
  private final LocalNames names;
  private final JavaTypeNames types;
  private final CodeBlock reject;
  private final CodeBlock.Builder declarations = CodeBlock.builder();
  private final CodeBlock.Builder guarded = CodeBlock.builder();
  private final CodeBlock.Builder plain = CodeBlock.builder();
  private final Map<ValueSource, Value> values = new IdentityHashMap<>();
  private final Map<ValueSource, Optional> optionals = new IdentityHashMap<>();

  /**
   * An optional value.
   *
   * @param isAbsent the condition that there is none
   * @param present the value if there is one
   */
  record Optional(CodeBlock isAbsent, Value present) {}

  DirectValues(Sources sources, LocalNames names, JavaTypeNames types, CodeBlock reject) {
    this.sources = sources;
    this.names = names;
    this.types = types;
    this.reject = reject;
  }

  /** The statements that read everything that was asked for until now. */
  CodeBlock reading() {
    CodeBlock.Builder code = CodeBlock.builder().add(declarations.build());
    if (!guarded.isEmpty()) {
      String thrown = names.newName("thrown");
      code.beginControlFlow("try")
          .add(guarded.build())
          .nextControlFlow("catch ($T $N)", Throwable.class, thrown)
          .add("// code of the program failed; it must not notice that it was traced\n")
          .add(reject)
          .endControlFlow();
    }
    return code.add(plain.build()).build();
  }

  /** A value in a variable. */
  Value of(ValueSource source) {
    Value value = values.get(source);
    if (value == null) {
      value = read(source);
      values.put(source, value);
    }
    return value;
  }

  private Value read(ValueSource source) {
    if (source instanceof ValueSource.Present present) {
      return optional(present.of()).present();
    }
    Value raw = raw(source);
    if (isCharSequence(raw.type())) {
      return guardedVariable(sources.nameOf(source) + "Text", text(raw, source));
    } else if (source instanceof ValueSource.Parameter) {
      return raw;
    }
    String name = sources.nameOf(source);
    if (!sources.runsUserCode(source)) {
      return variable(plain, name, raw);
    }
    return raw.type() instanceof JavaType.RecordType
        ? variable(guarded, name, raw)
        : guardedVariable(name, raw);
  }

  private Value raw(ValueSource source) {
    if (source instanceof ValueSource.Parameter parameter) {
      return Value.of(sources.parameter(parameter).name(), sources.typeOf(source));
    }
    ValueSource.Member member = (ValueSource.Member) source;
    return of(member.of()).call(sources.component(member).name(), sources.typeOf(source));
  }

  private static boolean isCharSequence(JavaType type) {
    return type instanceof JavaType.Text text && !text.equals(STRING);
  }

  /** The text of a character sequence, which is read into a variable of its own if it is not one already. */
  private Value text(Value raw, ValueSource source) {
    Value chars = source instanceof ValueSource.Parameter
        ? raw
        : variable(guarded, sources.nameOf(source), raw);
    return chars.call("toString", STRING);
  }

  private Value variable(CodeBlock.Builder code, String suggestion, Value value) {
    String name = names.newName(suggestion);
    code.addStatement("$T $N = $L", types.of(value.type()), name, value.code());
    return Value.of(name, value.type());
  }

  private Value guardedVariable(String suggestion, Value value) {
    String name = names.newName(suggestion);
    declarations.addStatement("$T $N", types.of(value.type()), name);
    guarded.addStatement("$N = $L", name, value.code());
    return Value.of(name, value.type());
  }

  /** An optional value, of which both parts are in variables. */
  Optional optional(ValueSource source) {
    Optional optional = optionals.get(source);
    if (optional == null) {
      JavaType.Maybe type = (JavaType.Maybe) sources.typeOf(source);
      optional = type.form() == Form.NULLABLE || type.form() == Form.OPTIONAL
          ? nullable(source, type)
          : primitive(source, type);
      optionals.put(source, optional);
    }
    return optional;
  }

  private Optional nullable(ValueSource source, JavaType.Maybe type) {
    Value value;
    if (isCharSequence(type.element())) {
      value = guardedVariable(sources.nameOf(source) + "Text", optionalText(source, type));
    } else {
      value = of(source);
      if (type.form() == Form.OPTIONAL) {
        JavaType boxed = new JavaType.Maybe(type.element(), Form.NULLABLE);
        CodeBlock orNull =
            CodeBlock.of("$L == null ? null : $L.orElse(null)", value.code(), value.code());
        value = variable(
            plain,
            sources.nameOf(source) + "Value",
            new Value(orNull, boxed, Value.Known.NOTHING_KNOWN, true));
      }
    }
    JavaType element = isCharSequence(type.element()) ? STRING : type.element();
    return new Optional(
        CodeBlock.of("$L == null", value.code()),
        new Value(value.code(), element, Value.Known.PRESENT, false));
  }

  private Value optionalText(ValueSource source, JavaType.Maybe type) {
    Value raw = raw(source);
    Value chars = source instanceof ValueSource.Parameter
        ? raw
        : variable(guarded, sources.nameOf(source), raw);
    if (type.form() == Form.NULLABLE) {
      return chars.call("toString", STRING);
    }
    CodeBlock text = CodeBlock.of(
        "$L == null || $L.isEmpty() ? null : $L.get().toString()",
        chars.code(),
        chars.code(),
        chars.code());
    return new Value(text, STRING, Value.Known.NOTHING_KNOWN, true);
  }

  private Optional primitive(ValueSource source, JavaType.Maybe type) {
    Value value = of(source);
    String name = sources.nameOf(source);
    String has = names.newName("has" + JavaNames.type(name));
    String inside = names.newName(name + "Value");
    plain.addStatement(
        "boolean $N = $L != null && $L.isPresent()", has, value.code(), value.code());
    plain.addStatement(
        "$T $N = $N ? $L.$L() : 0",
        types.of(type.element()),
        inside,
        has,
        value.code(),
        OptionalForms.getter(type.form()));
    return new Optional(CodeBlock.of("!$N", has), Value.present(inside, type.element()));
  }
}
