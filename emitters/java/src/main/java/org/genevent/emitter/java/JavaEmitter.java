package org.genevent.emitter.java;

import java.util.ArrayList;
import java.util.List;
import org.genevent.abi.Abi;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.emit.EmitRequest;
import org.genevent.emit.Emitter;
import org.genevent.emit.EmitterOption;
import org.genevent.emit.GeneratedFile;
import org.genevent.layout.LayoutRule;
import org.genevent.plan.FacilityPlan;

/**
 * Prints tracer classes: one for each facility, which calls the runtime and needs nothing else.
 *
 * <p>Tracers have the sizes of LP64 and the byte order of the machine, whatever targets are asked for. Stateless; safe for
 * use by several threads.
 */
public final class JavaEmitter implements Emitter {

  /** The package of tracer classes for facilities that were not declared in Java. */
  public static final EmitterOption PACKAGE = new EmitterOption(
      "java.package", "package of tracer classes made from XML", "genevent.generated");

  /** The emitter, as {@link java.util.ServiceLoader} makes it. */
  public JavaEmitter() {}

  @Override
  public String name() {
    return "java";
  }

  @Override
  public List<EmitterOption> options() {
    return List.of(PACKAGE);
  }

  @Override
  public List<Abi> targets(List<Abi> requested) {
    return List.of(Abi.JAVA);
  }

  @Override
  public List<Diagnostic> check(EmitRequest request) {
    Findings findings = new Findings();
    if (TargetChecks.packageName(request.option(PACKAGE), findings)) {
      for (FacilityPlan plan : request.plans()) {
        new TargetChecks(tracer(plan, request), findings).check();
        if (plan.metrics().rule() == LayoutRule.LTT) {
          findings.addAll(request.descriptionPrinter().check(plan));
        }
      }
    }
    return findings.list();
  }

  @Override
  public List<GeneratedFile> emit(EmitRequest request) {
    List<GeneratedFile> files = new ArrayList<>();
    for (FacilityPlan plan : request.plans()) {
      Tracer tracer = tracer(plan, request);
      String text = new TracerPrinter(tracer, request).print();
      files.add(new GeneratedFile(tracer.path(), text));
    }
    return files;
  }

  private static Tracer tracer(FacilityPlan plan, EmitRequest request) {
    return request
        .binding(plan)
        .map(binding -> Tracer.declared(plan, binding))
        .orElseGet(() -> Tracer.synthesised(plan, request.option(PACKAGE)));
  }
}
