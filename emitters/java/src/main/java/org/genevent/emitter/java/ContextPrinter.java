package org.genevent.emitter.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.genevent.binding.JavaTracer.JavaParameter;
import org.genevent.binding.JavaType;
import org.genevent.model.Field;

/** Prints what a tracer class has for the context of its events: the binding, and the method that binds. */
final class ContextPrinter {

  private static final ClassName CONTEXT_BINDING =
      ClassName.get(GeneratedNames.RUNTIME_PACKAGE, "ContextBinding");

  private final Tracer tracer;
  private final List<JavaParameter> parameters;
  private final EventNames names;

  ContextPrinter(Tracer tracer) {
    this.tracer = tracer;
    this.parameters = tracer.binding().context();
    this.names = tracer.names();
  }

  FieldSpec binding() {
    return FieldSpec.builder(
            CONTEXT_BINDING,
            names.contextBinding(),
            Modifier.PRIVATE,
            Modifier.STATIC,
            Modifier.FINAL)
        .addJavadoc("What each thread has bound, encoded.\n")
        .initializer("new $T($N())", CONTEXT_BINDING, names.unboundContext())
        .build();
  }

  MethodSpec bind() {
    LocalNames locals = tracer.locals(parameters);
    String encoded = locals.newName("encoded");
    String payload = locals.newName("payload");
    String thrown = locals.newName("thrown");
    MethodSpec.Builder method = MethodSpec.methodBuilder(names.bindContext())
        .addJavadoc(
            "Binds the context that events of this thread carry until the scope is closed.\n\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(GeneratedNames.SCOPE);
    List<Field> fields = tracer.plan().facility().context();
    for (int i = 0; i < parameters.size(); i++) {
      JavaParameter parameter = parameters.get(i);
      method.addParameter(tracer.types().of(parameter.type()), parameter.name());
      method.addJavadoc("$L\n", Docs.tag("@param " + parameter.name(), Docs.value(fields.get(i))));
    }
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$N", payload));
    parameters.forEach(parameter -> arguments.add(CodeBlock.of("$N", parameter.name())));
    return method
        .addJavadoc("@return closes to what was bound before\n")
        .addStatement("byte[] $N = null", encoded)
        .beginControlFlow("try ($L)", open(payload))
        .addStatement(
            "$N = $N.toByteArray($N($L))",
            encoded,
            payload,
            names.layOutContext(),
            CodeBlock.join(arguments, ", "))
        .nextControlFlow("catch ($T $N)", Throwable.class, thrown)
        .addCode("// code of the program failed: the context stays as it is\n")
        .addStatement("$N = null", encoded)
        .endControlFlow()
        .addStatement(
            "return $N.bind($N != null ? $N : $N.current())",
            names.contextBinding(),
            encoded,
            encoded,
            names.contextBinding())
        .build();
  }

  private static CodeBlock open(String payload) {
    return CodeBlock.of(
        "$T $N = $T.openForContext()",
        GeneratedNames.PAYLOAD_BUFFER,
        payload,
        GeneratedNames.PAYLOAD_BUFFER);
  }

  void addPrivateMethods(TypeSpec.Builder type, EnumNumbers enums) {
    type.addMethod(unbound());
    type.addMethod(PayloadPrinter.layOutContext(tracer, enums));
  }

  private MethodSpec unbound() {
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("payload"));
    parameters.forEach(parameter -> arguments.add(nothing(parameter.type())));
    return MethodSpec.methodBuilder(names.unboundContext())
        .addJavadoc("The context of threads that have bound nothing: zeros and empty values.\n")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(byte[].class)
        .beginControlFlow("try ($L)", open("payload"))
        .addStatement(
            "return payload.toByteArray($N($L))",
            names.layOutContext(),
            CodeBlock.join(arguments, ", "))
        .endControlFlow()
        .build();
  }

  private CodeBlock nothing(JavaType type) {
    boolean isSmall = type instanceof JavaType.Primitive primitive
        && List.of("byte", "short", "char").contains(primitive.keyword());
    return isSmall
        ? CodeBlock.of("($T) 0", tracer.types().of(type))
        : CodeBlock.of("$L", Value.defaultOf(type));
  }
}
