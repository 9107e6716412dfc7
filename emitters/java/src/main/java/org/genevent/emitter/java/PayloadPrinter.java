package org.genevent.emitter.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.lang.model.element.Modifier;
import org.genevent.binding.JavaTracer.JavaParameter;
import org.genevent.plan.WritePlan;

/**
 * Prints the private methods that write an event.
 *
 * <p>They stand apart from the method that programs call, so that this one, a test and a call, is small enough to be
 * inlined everywhere, whatever the event is made of.
 */
final class PayloadPrinter {

  private final Tracer tracer;
  private final int event;
  private final EventNames.Names names;
  private final WritePlan plan;
  private final List<JavaParameter> parameters;
  private final Sources sources;
  private final EnumNumbers enums;
  private final boolean isDirect;
  private final LocalNames locals;

  PayloadPrinter(Tracer tracer, int event, EnumNumbers enums) {
    this.tracer = tracer;
    this.event = event;
    this.names = tracer.names().of(event);
    this.plan = tracer.plan().events().get(event).payload().write();
    this.parameters = tracer.payloadParameters(event);
    this.sources = tracer.sources(event);
    this.enums = enums;
    this.isDirect = new DirectForm(sources).fits(plan);
    this.locals = tracer.locals(parameters);
  }

  /** The payload's size, if a constant is to be made of it. */
  OptionalInt fixedSizeBytes() {
    return isDirect ? plan.fixedSizeBytes() : OptionalInt.empty();
  }

  List<MethodSpec> methods() {
    return isDirect ? List.of(direct()) : List.of(buffered(), layOut());
  }

  private MethodSpec.Builder method(String name, String first) {
    MethodSpec.Builder method = MethodSpec.methodBuilder(name)
        .addJavadoc("Writes {@code $L} into each session that takes it.\n", tracer.title(event))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(GeneratedNames.ROUTE, first);
    addParameters(method, parameters);
    return method;
  }

  private void addParameters(MethodSpec.Builder method, List<JavaParameter> list) {
    list.forEach(
        parameter -> method.addParameter(tracer.types().of(parameter.type()), parameter.name()));
  }

  private MethodSpec direct() {
    String first = locals.newName("first");
    String route = locals.newName("route");
    String writer = locals.newName("writer");
    String context = tracer.hasContext() ? locals.newName("context") : "";
    CodeBlock reject = CodeBlock.builder()
        .addStatement("$T.discardAll($N)", GeneratedNames.ROUTE, first)
        .addStatement("return")
        .build();
    DirectValues values = new DirectValues(sources, locals, tracer.types(), reject);
    DirectPayload payload =
        new DirectPayload(plan, sources, values, locals, new Puts(writer, enums), reject);
    MethodSpec.Builder method = method(names.write(), first).addCode(payload.prepare());
    CodeBlock size =
        fixedSizeBytes().isPresent() ? CodeBlock.of("$N", names.sizeBytes()) : payload.size();
    CodeBlock arguments = size;
    if (tracer.hasContext()) {
      method.addStatement("byte[] $N = $N.current()", context, tracer.names().contextBinding());
      arguments = CodeBlock.of("$N, $L", context, size);
    }
    return method
        .beginControlFlow(
            "for ($T $N = $N; $N != null; $N = $N.next())",
            GeneratedNames.ROUTE,
            route,
            first,
            route,
            route,
            route)
        .addStatement(
            "$T $N = $N.$L($L)",
            GeneratedNames.EVENT_WRITER,
            writer,
            route,
            tracer.isLtt() ? "beginSized" : "begin",
            arguments)
        .beginControlFlow("if ($N != null)", writer)
        .addCode(payload.write())
        .addStatement("$N.commit()", writer)
        .endControlFlow()
        .endControlFlow()
        .build();
  }

  private MethodSpec buffered() {
    LocalNames own = tracer.locals(parameters);
    String first = own.newName("first");
    String payload = own.newName("payload");
    String thrown = own.newName("thrown");
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$N", payload));
    parameters.forEach(parameter -> arguments.add(CodeBlock.of("$N", parameter.name())));
    CodeBlock size = CodeBlock.of("$N($L)", names.layOut(), CodeBlock.join(arguments, ", "));
    CodeBlock context = tracer.hasContext()
        ? CodeBlock.of("$N.current(), ", tracer.names().contextBinding())
        : CodeBlock.of("");
    return method(names.write(), first)
        .beginControlFlow(
            "try ($T $N = $T.open($N))",
            GeneratedNames.PAYLOAD_BUFFER,
            payload,
            GeneratedNames.PAYLOAD_BUFFER,
            first)
        .addStatement(
            "$N.$L($N, $L$L)",
            payload,
            tracer.isLtt() ? "writeSized" : "write",
            first,
            context,
            size)
        .nextControlFlow("catch ($T $N)", Throwable.class, thrown)
        .addCode("// code of the program failed; it must not notice that it was traced\n")
        .addStatement("$T.discardAll($N)", GeneratedNames.ROUTE, first)
        .endControlFlow()
        .build();
  }

  private MethodSpec layOut() {
    String subject = "the payload of {@code " + tracer.title(event) + "}";
    return layOut(names.layOut(), subject, parameters, sources, plan, false, tracer, enums);
  }

  /** The method that puts the context together. */
  static MethodSpec layOutContext(Tracer tracer, EnumNumbers enums) {
    WritePlan plan = tracer.plan().context().orElseThrow().write();
    return layOut(
        tracer.names().layOutContext(),
        "the context",
        tracer.binding().context(),
        tracer.contextSources(),
        plan,
        true,
        tracer,
        enums);
  }

  private static MethodSpec layOut(
      String name,
      String subject,
      List<JavaParameter> parameters,
      Sources sources,
      WritePlan plan,
      boolean missingVariantIsFirst,
      Tracer tracer,
      EnumNumbers enums) {
    LocalNames locals = tracer.locals(parameters);
    String payload = locals.newName("payload");
    MethodSpec.Builder method = MethodSpec.methodBuilder(name)
        .addJavadoc(
            "Puts $L together; the result is its size, negative if it cannot be\nwritten.\n",
            subject)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(int.class)
        .addParameter(GeneratedNames.PAYLOAD_BUFFER, payload);
    parameters.forEach(
        parameter -> method.addParameter(tracer.types().of(parameter.type()), parameter.name()));
    Puts puts = new Puts(payload, enums);
    return method
        .addCode(
            new BufferedPayload(plan, sources, locals, tracer.types(), puts, missingVariantIsFirst)
                .write())
        .build();
  }
}
