package org.genevent.emitter.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.genevent.binding.JavaTracer.JavaParameter;
import org.genevent.binding.JavaType;
import org.genevent.model.EventDuration;
import org.genevent.model.Field;
import org.genevent.plan.EventPlan;

/** Prints what a tracer class has for one event. */
final class EventPrinter {

  private final Tracer tracer;
  private final int index;
  private final EventPlan event;
  private final EventNames.Names names;
  private final List<JavaParameter> parameters;
  private final PayloadPrinter payload;

  EventPrinter(Tracer tracer, int index, EnumNumbers enums) {
    this.tracer = tracer;
    this.index = index;
    this.event = tracer.plan().events().get(index);
    this.names = tracer.names().of(index);
    this.parameters = tracer.parameters(index);
    this.payload = new PayloadPrinter(tracer, index, enums);
  }

  private String title() {
    return "{@code " + tracer.title(index) + "}";
  }

  /** The constants that belong to the event, but for its tracepoint. */
  void addConstants(TypeSpec.Builder type) {
    payload
        .fixedSizeBytes()
        .ifPresent(sizeBytes -> type.addField(constant(
            int.class,
            names.sizeBytes(),
            CodeBlock.of("$L", sizeBytes),
            "Payload of " + title() + ", in bytes.")));
    event
        .event()
        .duration()
        .ifPresent(duration -> type.addField(constant(
            long.class,
            names.thresholdNanos(),
            CodeBlock.of("$LL", duration.thresholdNanos()),
            "Below this length, in nanoseconds, " + title() + " is not written.")));
  }

  private static FieldSpec constant(Class<?> type, String name, CodeBlock value, String text) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("$L\n", JavadocText.wrapped(text, Docs.WIDTH))
        .initializer(value)
        .build();
  }

  /** The constant with the event's tracepoint. */
  FieldSpec tracepoint() {
    return FieldSpec.builder(
            GeneratedNames.TRACEPOINT,
            names.tracepoint(),
            Modifier.PRIVATE,
            Modifier.STATIC,
            Modifier.FINAL)
        .initializer("$N.tracepoint($L)", tracer.names().facility(), index)
        .build();
  }

  /** The methods of the event that programs call. */
  void addPublicMethods(TypeSpec.Builder type) {
    type.addMethod(trace());
    if (event.event().duration().isPresent()) {
      type.addMethod(begin());
      type.addMethod(end());
    }
    type.addMethod(isEnabled());
  }

  /** The methods of the event that write it. */
  void addPrivateMethods(TypeSpec.Builder type) {
    payload.methods().forEach(type::addMethod);
  }

  private MethodSpec trace() {
    MethodSpec.Builder method = MethodSpec.methodBuilder(names.trace())
        .addJavadoc("$L\n", Docs.paragraph(event.event().description(), "Traces " + title() + "."))
        .addModifiers(Modifier.PUBLIC);
    if (event.event().duration().isPresent()) {
      method.addJavadoc(
          "\n<p>Its duration is 0; to have it measured, call {@link #$N} and\n{@link #$N}.\n",
          names.begin(),
          names.end());
    }
    documentParameters(method);
    tracer.binding().interfaceName().ifPresent(name -> method.addAnnotation(Override.class));
    addParameters(method);
    String route = tracer.locals(parameters).newName("route");
    method.addStatement("$T $N = $N.route()", GeneratedNames.ROUTE, route, names.tracepoint());
    method.beginControlFlow("if ($N != null)", route);
    String zero = event.event().duration().isPresent() ? "0" : "";
    method.addStatement(write(route, zero));
    return method.endControlFlow().build();
  }

  private void documentParameters(MethodSpec.Builder method) {
    List<Field> fields = event.event().fields();
    for (int i = 0; i < fields.size(); i++) {
      method.addJavadoc(i == 0 ? "\n" : "");
      method.addJavadoc(
          "$L\n", Docs.tag("@param " + parameters.get(i).name(), Docs.value(fields.get(i))));
    }
  }

  private void addParameters(MethodSpec.Builder method) {
    parameters.forEach(
        parameter -> method.addParameter(tracer.types().of(parameter.type()), parameter.name()));
    boolean varargs = tracer.binding().methods().get(index).varargs();
    method.varargs(varargs);
    if (varargs && isGenericArray(parameters.get(parameters.size() - 1).type())) {
      method.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
          .addMember("value", "$S", "unchecked")
          .build());
    }
  }

  private boolean isGenericArray(JavaType type) {
    return type instanceof JavaType.ArrayOf array
        && tracer.types().of(array.element()) instanceof ParameterizedTypeName;
  }

  private CodeBlock write(String route, String duration) {
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$N", route));
    if (!duration.isEmpty()) {
      arguments.add(CodeBlock.of("$L", duration));
    }
    parameters.forEach(parameter -> arguments.add(CodeBlock.of("$N", parameter.name())));
    return CodeBlock.of("$N($L)", names.write(), CodeBlock.join(arguments, ", "));
  }

  private MethodSpec begin() {
    return MethodSpec.methodBuilder(names.begin())
        .addJavadoc("Begins $L, which {@link #$N} ends.\n\n", title(), names.end())
        .addJavadoc("@return the time in nanoseconds, or 0 if the event is not traced now\n")
        .addModifiers(Modifier.PUBLIC)
        .returns(long.class)
        .addStatement("return $N.isEnabled() ? $T.nanoTime() : 0", names.tracepoint(), System.class)
        .build();
  }

  private MethodSpec end() {
    LocalNames locals = tracer.locals(parameters);
    String begin = locals.newName("begin");
    String route = locals.newName("route");
    String nanos = locals.newName("durationNanos");
    long threshold = event.event().duration().map(EventDuration::thresholdNanos).orElse(0L);
    MethodSpec.Builder method = MethodSpec.methodBuilder(names.end())
        .addJavadoc(
            "Ends $L, which is written with the time since its begin$L.\n\n",
            title(),
            threshold > 0 ? ",\nunless that is below " + threshold + " ns" : "")
        .addJavadoc("@param $L what {@link #$N} returned; 0 writes nothing\n", begin, names.begin())
        .addModifiers(Modifier.PUBLIC)
        .addParameter(long.class, begin);
    List<Field> fields = event.event().fields();
    for (int i = 0; i < fields.size(); i++) {
      method.addJavadoc(
          "$L\n", Docs.tag("@param " + parameters.get(i).name(), Docs.value(fields.get(i))));
    }
    addParameters(method);
    method.addStatement("$T $N = $N.route()", GeneratedNames.ROUTE, route, names.tracepoint());
    method.beginControlFlow("if ($N != 0 && $N != null)", begin, route);
    method.addStatement("long $N = $T.nanoTime() - $N", nanos, System.class, begin);
    method.beginControlFlow("if ($N >= $N)", nanos, names.thresholdNanos());
    method.addStatement(write(route, nanos));
    return method.endControlFlow().endControlFlow().build();
  }

  private MethodSpec isEnabled() {
    return MethodSpec.methodBuilder(names.isEnabled())
        .addJavadoc(
            "Whether $L is traced now; for callers whose arguments are costly to make.\n\n",
            title())
        .addJavadoc("@return true if a session takes the event\n")
        .addModifiers(Modifier.PUBLIC)
        .returns(boolean.class)
        .addStatement("return $N.isEnabled()", names.tracepoint())
        .build();
  }
}
