package org.genevent.emitter.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;
import org.genevent.emit.DescriptionPrinter;
import org.genevent.emit.EmitRequest;
import org.genevent.emit.MetadataPrinter;
import org.genevent.model.EventPair;
import org.genevent.model.Facility;
import org.genevent.plan.EventPlan;

/**
 * Prints how a tracer announces its facility to the runtime.
 *
 * <p>A small facility is one expression. A large one is told in methods of some events each: a compiler stumbles over
 * chains of a thousand calls, and a class file over methods of more than 65,535 bytes.
 */
final class DefinitionPrinter {

  /** The most events of one expression, and of one method. */
  static final int EVENTS_AT_ONCE = 64;

  private final Tracer tracer;
  private final MetadataPrinter metadata;
  private final DescriptionPrinter descriptions;
  private final FieldClassesPrinter fieldClasses;
  private final String define;
  private final List<String> parts = new ArrayList<>();

  DefinitionPrinter(Tracer tracer, EmitRequest request) {
    this.tracer = tracer;
    this.metadata = request.metadataPrinter();
    this.descriptions = request.descriptionPrinter();
    this.fieldClasses = new FieldClassesPrinter(tracer, metadata);
    int events = tracer.plan().events().size();
    define = isSmall() ? "" : tracer.names().newMethod("define");
    for (int from = 0; !isSmall() && from < events; from += EVENTS_AT_ONCE) {
      parts.add(tracer.names().newMethod("defineFrom" + from));
    }
  }

  private boolean isSmall() {
    return tracer.plan().events().size() <= EVENTS_AT_ONCE;
  }

  FieldSpec field() {
    FieldSpec.Builder field = FieldSpec.builder(
        GeneratedNames.TRACED_FACILITY,
        tracer.names().facility(),
        Modifier.PRIVATE,
        Modifier.STATIC,
        Modifier.FINAL);
    if (!isSmall()) {
      return field.initializer("$N()", define).build();
    }
    CodeBlock.Builder chain = CodeBlock.builder().add("$L$>$>", begin());
    List<CodeBlock> calls = new ArrayList<>(facts());
    calls.addAll(events(0, tracer.plan().events().size()));
    calls.forEach(call -> chain.add("\n.$L", call));
    return field.initializer(chain.add("\n.register()$<$<").build()).build();
  }

  private CodeBlock begin() {
    String checksum = String.format(Locale.ROOT, "0x%08X", tracer.plan().checksum());
    return CodeBlock.of(
        "$T.define($S, $L)",
        GeneratedNames.TRACED_FACILITY,
        tracer.plan().facility().name(),
        checksum);
  }

  /** The calls that say what events alone do not. */
  private List<CodeBlock> facts() {
    Facility facility = tracer.plan().facility();
    List<CodeBlock> calls = new ArrayList<>();
    if (!tracer.isLtt()) {
      calls.add(CodeBlock.of("fieldClasses(new $T())", fieldClasses.name()));
    }
    if (tracer.isLtt()) {
      calls.add(CodeBlock.of(
          "ltt($S, $L, $L)",
          descriptions.fileName(facility),
          facility.packed() ? 0 : tracer.plan().abi().dataModel().wordBytes(),
          Literals.text(descriptions.text(facility))));
    }
    tracer.plan().context().ifPresent(context -> {
      String structure = metadata.structure(tracer.plan(), context);
      calls.add(CodeBlock.of("context($L)", Literals.text(structure)));
    });
    for (EventPair pair : facility.pairs()) {
      List<String> words = new ArrayList<>();
      words.add(facility.name() + ":" + pair.beginEvent());
      words.add(facility.name() + ":" + pair.endEvent());
      if (!pair.matchFields().isEmpty()) {
        words.add(String.join(",", pair.matchFields()));
      }
      calls.add(CodeBlock.of("attribute($S, $S)", "pair", String.join(" ", words)));
    }
    for (EventPlan event : tracer.plan().events()) {
      if (event.event().duration().isPresent()) {
        String name = facility.name() + ":" + event.event().name();
        calls.add(CodeBlock.of("attribute($S, $S)", "duration", name));
      }
    }
    return calls;
  }

  private List<CodeBlock> events(int from, int to) {
    List<CodeBlock> calls = new ArrayList<>();
    for (EventPlan event : tracer.plan().events().subList(from, to)) {
      calls.add(CodeBlock.of(
          "event($L, $S, $T.$L, $S, $L)",
          event.id(),
          event.event().name(),
          GeneratedNames.LEVEL,
          event.level().name(),
          event.channel(),
          Literals.text(structure(event))));
    }
    return calls;
  }

  /** The payload as TSDL, which has no words for the layout of LTT. */
  private String structure(EventPlan event) {
    return tracer.isLtt() ? "" : metadata.structure(tracer.plan(), event.payload());
  }

  /** The class that the definition makes, if it does. */
  void addTypes(TypeSpec.Builder type) {
    if (!tracer.isLtt()) {
      type.addType(fieldClasses.type());
    }
  }

  /** The methods that the field calls, if it does. */
  void addMethods(TypeSpec.Builder type) {
    if (isSmall()) {
      return;
    }
    MethodSpec.Builder whole = MethodSpec.methodBuilder(define)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(GeneratedNames.TRACED_FACILITY)
        .addStatement("$T facility = $L", GeneratedNames.DEFINITION, begin());
    facts().forEach(call -> whole.addStatement("facility.$L", call));
    parts.forEach(part -> whole.addStatement("$N(facility)", part));
    type.addMethod(whole.addStatement("return facility.register()").build());
    int from = 0;
    for (String part : parts) {
      int to = Math.min(tracer.plan().events().size(), from + EVENTS_AT_ONCE);
      MethodSpec.Builder method = MethodSpec.methodBuilder(part)
          .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
          .addParameter(GeneratedNames.DEFINITION, "facility");
      events(from, to).forEach(call -> method.addStatement("facility.$L", call));
      type.addMethod(method.build());
      from = to;
    }
  }
}
