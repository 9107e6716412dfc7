package org.genevent.emitter.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.genevent.emit.MetadataPrinter;
import org.genevent.plan.EventPlan;

/** Prints the class with the fields as CTF 2 describes them, whose texts are loaded only when a trace asks for them. */
final class FieldClassesPrinter {

  private final Tracer tracer;
  private final MetadataPrinter metadata;

  FieldClassesPrinter(Tracer tracer, MetadataPrinter metadata) {
    this.tracer = tracer;
    this.metadata = metadata;
  }

  ClassName name() {
    return tracer.types().tracer().nestedClass(GeneratedNames.FIELDS_OF_CTF_2);
  }

  TypeSpec type() {
    TypeSpec.Builder type = TypeSpec.classBuilder(name())
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .superclass(GeneratedNames.FIELD_CLASSES)
        .addMethod(MethodSpec.constructorBuilder().build());
    tracer
        .plan()
        .context()
        .ifPresent(context -> type.addMethod(overriding("context")
            .addStatement("return $L", Literals.text(metadata.fieldClass(tracer.plan(), context)))
            .build()));
    List<EventPlan> events = tracer.plan().events();
    int atOnce = DefinitionPrinter.EVENTS_AT_ONCE;
    if (events.size() <= atOnce) {
      return type.addMethod(overriding("event")
              .addParameter(int.class, "index")
              .addCode(choice("index", 0, events))
              .build())
          .build();
    }
    CodeBlock.Builder parts =
        CodeBlock.builder().beginControlFlow("return switch (index / $L)", atOnce);
    for (int from = 0; from < events.size(); from += atOnce) {
      parts.add("case $L -> from$L(index);\n", from / atOnce, from);
    }
    type.addMethod(overriding("event")
        .addParameter(int.class, "index")
        .addCode(parts.add("default -> $S;\n", "").unindent().add("};\n").build())
        .build());
    for (int from = 0; from < events.size(); from += atOnce) {
      int to = Math.min(events.size(), from + atOnce);
      type.addMethod(MethodSpec.methodBuilder("from" + from)
          .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
          .returns(String.class)
          .addParameter(int.class, "index")
          .addCode(choice("index", from, events.subList(from, to)))
          .build());
    }
    return type.build();
  }

  private static MethodSpec.Builder overriding(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(String.class);
  }

  private CodeBlock choice(String variable, int from, List<EventPlan> events) {
    CodeBlock.Builder choice = CodeBlock.builder().beginControlFlow("return switch ($L)", variable);
    for (int i = 0; i < events.size(); i++) {
      String text = metadata.fieldClass(tracer.plan(), events.get(i).payload());
      if (!text.isEmpty()) {
        choice.add("case $L -> $L;\n", from + i, Literals.text(text));
      }
    }
    return choice.add("default -> $S;\n", "").unindent().add("};\n").build();
  }
}
