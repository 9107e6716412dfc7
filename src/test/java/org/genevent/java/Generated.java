package org.genevent.java;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genevent.abi.Abi;
import org.genevent.binding.JavaTracer;
import org.genevent.emit.GeneratedFile;
import org.genevent.emitter.ctf.StructurePrinter;
import org.genevent.emitter.java.JavaEmitter;
import org.genevent.emitter.ltt.LttDescriptionPrinter;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;
import org.genevent.pipeline.EmitterRegistry;
import org.genevent.pipeline.GenerationPipeline;
import org.genevent.pipeline.GenerationRequest;
import org.genevent.pipeline.GenerationResult;

/** Runs the Java emitter the way that everybody does: through the pipeline. */
final class Generated {

  private Generated() {}

  static GenerationResult run(
      Facility facility, Map<String, String> options, Map<String, JavaTracer> bindings) {
    EmitterRegistry registry =
        new EmitterRegistry(List.of(new JavaEmitter()), new StructurePrinter());
    return new GenerationPipeline(registry)
        .run(new GenerationRequest(
            List.of(facility),
            List.of("java"),
            List.of(Abi.JAVA),
            LayoutRule.NATURAL,
            options,
            bindings));
  }

  /** Runs the emitter under a layout rule. */
  static GenerationResult run(Facility facility, LayoutRule rule) {
    EmitterRegistry registry = new EmitterRegistry(
        List.of(new JavaEmitter()), new StructurePrinter(), new LttDescriptionPrinter());
    return new GenerationPipeline(registry)
        .run(new GenerationRequest(
            List.of(facility), List.of("java"), List.of(Abi.JAVA), rule, Map.of(), Map.of()));
  }

  /** The one file that a facility makes. */
  static GeneratedFile file(Facility facility, Map<String, JavaTracer> bindings) {
    GenerationResult result = run(facility, Map.of(), bindings);
    assertEquals(
        List.of(),
        result.findings().list().stream()
            .filter(finding -> finding.severity() == org.genevent.diagnostic.Severity.ERROR)
            .toList());
    assertEquals(1, result.files().size());
    return result.files().get(0);
  }

  static String className(GeneratedFile file) {
    String path = file.path().substring("java/".length());
    return path.substring(0, path.length() - ".java".length()).replace('/', '.');
  }

  /** The class of a tracer, compiled without a warning and loaded. */
  static Class<?> tracer(GeneratedFile file) throws ClassNotFoundException {
    Map<String, String> sources = new LinkedHashMap<>();
    sources.put(className(file), file.text());
    return Class.forName(className(file), true, MemoryCompiler.load(sources));
  }
}
