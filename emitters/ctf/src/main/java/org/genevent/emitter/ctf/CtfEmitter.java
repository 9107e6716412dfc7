package org.genevent.emitter.ctf;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.genevent.abi.Abi;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Place;
import org.genevent.emit.EmitRequest;
import org.genevent.emit.Emitter;
import org.genevent.emit.EmitterOption;
import org.genevent.emit.GeneratedFile;
import org.genevent.layout.LayoutRule;
import org.genevent.model.trace.TraceClass;
import org.genevent.plan.FacilityPlan;

/**
 * Prints for each facility the whole metadata of a trace that has its events: {@code FACILITY.tsdl}, or {@code
 * FACILITY.json-seq} for CTF 2, in a folder for each target when several are asked for. Stateless.
 */
public final class CtfEmitter implements Emitter {

  /** The version of the metadata. */
  public static final EmitterOption VERSION = new EmitterOption(
      "ctf.version", "version of the metadata: 1.8 (TSDL) or 2 (JSON sequence)", "1.8");

  /** For {@link java.util.ServiceLoader}. */
  public CtfEmitter() {}

  @Override
  public List<EmitterOption> options() {
    return List.of(VERSION);
  }

  @Override
  public String name() {
    return "ctf";
  }

  @Override
  public List<Diagnostic> check(EmitRequest request) {
    List<Diagnostic> findings = new ArrayList<>();
    String version = request.option(VERSION);
    if (!version.equals("1.8") && !version.equals("2")) {
      findings.add(Diagnostic.of(
              DiagnosticCode.TARGET_OPTION,
              Place.UNKNOWN,
              "the option ctf.version has the value '" + version + "'")
          .withRule("the versions are 1.8 and 2"));
    }
    for (FacilityPlan plan : request.plans()) {
      if (plan.metrics().rule() == LayoutRule.LTT) {
        findings.add(
            Diagnostic.of(
                    DiagnosticCode.TARGET_UNSUPPORTED,
                    plan.facility().origin().place(),
                    "CTF cannot describe the facility '"
                        + plan.facility().name()
                        + "' under the layout rule 'ltt'")
                .withRule(
                    "that rule puts padding behind strings and sequences, for which CTF has no word")
                .withFix(
                    "generate 'ctf' in a run of its own with the layout rule 'natural', or leave it out"));
      }
    }
    return findings;
  }

  @Override
  public List<GeneratedFile> emit(EmitRequest request) {
    Set<Abi> targets = new LinkedHashSet<>();
    request.plans().forEach(plan -> targets.add(plan.abi()));
    List<GeneratedFile> files = new ArrayList<>();
    for (FacilityPlan plan : request.plans()) {
      String path = folder(plan.abi(), targets) + plan.facility().baseName();
      TraceClass trace = FacilityTrace.of(plan);
      files.add(
          request.option(VERSION).equals("2")
              ? new GeneratedFile(path + ".json-seq", FragmentPrinter.trace(SecondForm.of(trace)))
              : new GeneratedFile(path + ".tsdl", TsdlPrinter.trace(trace)));
    }
    return files;
  }

  /** Says of a target what tells it from the others. */
  private static String folder(Abi abi, Set<Abi> targets) {
    if (targets.size() == 1) {
      return "";
    }
    String name = abi.dataModel().optionName();
    boolean bothOrders =
        targets.stream().anyMatch(other -> !other.byteOrder().equals(abi.byteOrder()));
    return bothOrders ? name + "_" + FieldClassPrinter.word(abi.byteOrder()) + "/" : name + "/";
  }
}
