package org.genevent.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genevent.abi.Abi;
import org.genevent.check.FacilityChecks;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Nearest;
import org.genevent.diagnostic.Place;
import org.genevent.emit.EmitRequest;
import org.genevent.emit.Emitter;
import org.genevent.emit.GeneratedFile;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;
import org.genevent.plan.FacilityPlan;

/** Runs a generation from checks to finished texts; writes nothing. Stateless; safe for use by several threads. */
public final class GenerationPipeline {

  private final EmitterRegistry registry;

  /**
   * A pipeline over the emitters that are installed.
   *
   * @param registry the emitters
   */
  public GenerationPipeline(EmitterRegistry registry) {
    this.registry = registry;
  }

  /**
   * Checks, plans and prints.
   *
   * @param request what is asked for
   * @return all findings, and the files if none of them is an error
   */
  public GenerationResult run(GenerationRequest request) {
    Findings findings = new Findings();
    FacilityChecks.check(request.facilities(), request.rule(), request.abis(), findings);
    List<Emitter> emitters = emitters(request, findings);
    rules(request, emitters, findings);
    if (findings.hasErrors()) {
      return new GenerationResult(findings, List.of());
    }
    Map<Emitter, EmitRequest> planned = new LinkedHashMap<>();
    for (Emitter emitter : emitters) {
      EmitRequest emitRequest = plan(request, emitter);
      findings.addAll(emitter.check(emitRequest));
      planned.put(emitter, emitRequest);
    }
    if (findings.hasErrors()) {
      return new GenerationResult(findings, List.of());
    }
    List<GeneratedFile> files = print(planned, findings);
    return new GenerationResult(findings, findings.hasErrors() ? List.of() : files);
  }

  private List<Emitter> emitters(GenerationRequest request, Findings findings) {
    List<Emitter> emitters = new ArrayList<>();
    for (String name : request.emitterNames()) {
      Optional<Emitter> emitter = registry.named(name);
      if (emitter.isEmpty()) {
        findings.add(Diagnostic.of(
                DiagnosticCode.TARGET_UNKNOWN, Place.UNKNOWN, "there is no emitter '" + name + "'")
            .withRule("emitters: " + String.join(", ", registry.names()))
            .withFix(Nearest.question(name, registry.names())));
      } else if (!emitters.contains(emitter.get())) {
        emitters.add(emitter.get());
      }
    }
    return emitters;
  }

  /** What one emitter describes is what the others write. */
  private static void rules(GenerationRequest request, List<Emitter> emitters, Findings findings) {
    for (Emitter emitter : emitters) {
      for (Facility facility : request.facilities()) {
        LayoutRule written = LayoutRule.of(facility, request.rule());
        LayoutRule own = emitter.rule(written);
        if (own != written && (emitters.size() > 1 || facility.layout().isPresent())) {
          findings.add(Diagnostic.of(
                  DiagnosticCode.TARGET_UNSUPPORTED,
                  facility.origin().part("layout"),
                  "'" + emitter.name() + "' describes payloads under the layout rule '"
                      + own.optionName() + "', those of '" + facility.name() + "' have '"
                      + written.optionName() + "'")
              .withRule("a facility has one layout in one run")
              .withFix("ask for the layout rule '" + own.optionName() + "'"));
        }
      }
    }
  }

  private EmitRequest plan(GenerationRequest request, Emitter emitter) {
    List<FacilityPlan> plans = new ArrayList<>();
    for (Abi abi : emitter.targets(request.abis())) {
      for (Facility facility : request.facilities()) {
        plans.add(FacilityPlan.of(facility, abi, emitter.rule(request.rule())));
      }
    }
    return new EmitRequest(
        plans,
        request.options(),
        request.bindings(),
        registry.metadataPrinter(),
        registry.descriptionPrinter());
  }

  private static List<GeneratedFile> print(Map<Emitter, EmitRequest> planned, Findings findings) {
    List<GeneratedFile> files = new ArrayList<>();
    Set<String> paths = new HashSet<>();
    planned.forEach((emitter, request) -> {
      for (GeneratedFile file : emitter.emit(request)) {
        String path = emitter.name() + "/" + file.path();
        if (!paths.add(path)) {
          findings.add(Diagnostic.of(
              DiagnosticCode.TARGET_FILE_TWICE,
              Place.UNKNOWN,
              "two facilities make the file " + path));
        }
        files.add(new GeneratedFile(path, file.text()));
      }
    });
    return files;
  }
}
