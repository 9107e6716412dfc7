package org.genevent.emitter.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genevent.abi.Abi;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Place;
import org.genevent.emit.EmitRequest;
import org.genevent.emit.EmitterOption;
import org.genevent.model.Event;
import org.genevent.model.Facility;
import org.genevent.plan.FacilityPlan;

/** What C headers cannot express. */
final class KernelChecks {

  private final List<Diagnostic> findings = new ArrayList<>();

  private KernelChecks() {}

  static List<Diagnostic> check(EmitRequest request) {
    KernelChecks checks = new KernelChecks();
    if (!checks.options(request)) {
      return List.copyOf(checks.findings);
    }
    String prefix = KernelOptions.of(request).functionPrefix();
    Set<String> seen = new HashSet<>();
    Map<Abi, Map<String, Facility>> names = new HashMap<>();
    for (FacilityPlan plan : request.plans()) {
      FacilityForms forms = FacilityForms.of(plan, prefix);
      // names do not depend on the target, so what is wrong with them is said once
      if (seen.add(plan.facility().baseName())) {
        checks.merged(plan, request, seen);
        checks.custom(plan);
        checks.clashes(forms);
        checks.otherFacilities(forms, names.computeIfAbsent(plan.abi(), abi -> new HashMap<>()));
      }
    }
    return List.copyOf(checks.findings);
  }

  private boolean options(EmitRequest request) {
    String prefix = request.option(KernelOptions.PREFIX);
    if (!KernelOptions.isPrefix(prefix)) {
      option(
          KernelOptions.PREFIX,
          prefix,
          "names in C begin with it: letters, digits and underscores, no digit in front, at most 64");
    }
    String merged = request.option(KernelOptions.MERGED);
    if (!KernelOptions.isTruth(merged)) {
      option(KernelOptions.MERGED, merged, "it is 'true' or 'false'");
    }
    return findings.isEmpty();
  }

  private void option(EmitterOption option, String value, String rule) {
    findings.add(Diagnostic.of(
            DiagnosticCode.TARGET_OPTION,
            Place.UNKNOWN,
            "the option '" + option.name() + "' is '" + value + "'")
        .withRule(rule));
  }

  /** One header can hold a facility for one architecture only. */
  private void merged(FacilityPlan plan, EmitRequest request, Set<String> seen) {
    String key = "merged " + plan.facility().name();
    if (KernelOptions.of(request).merged() && !seen.add(key)) {
      findings.add(Diagnostic.of(
              DiagnosticCode.KERNEL_NAME_CLASH,
              plan.facility().origin().part("name"),
              "one header cannot hold the facility '" + plan.facility().name()
                  + "' for two architectures")
          .withRule("a merged header has the functions of all facilities that are given")
          .withFix("leave out --merged, or generate for one architecture at a time"));
    }
  }

  private void custom(FacilityPlan plan) {
    CustomSequences search = new CustomSequences(plan.metrics());
    for (Event event : plan.facility().events()) {
      event.fields().forEach(field -> search.field(field, event.name() + "."));
    }
    plan.facility().context().forEach(field -> search.field(field, "context."));
    for (CustomSequences.Found found : search.found()) {
      findings.add(Diagnostic.of(
              DiagnosticCode.KERNEL_CUSTOM_ELEMENTS,
              found.field().origin().part("write"),
              "the elements of the custom sequence '" + found.path()
                  + "' have different sizes, which a hand-written function in C cannot say")
          .withRule("genevent reserves the space and needs to know how much each element takes")
          .withFix("leave out write=\"custom\", or make the elements of one size"));
    }
  }

  private void clashes(FacilityForms forms) {
    for (String clash : forms.names().clashes()) {
      findings.add(Diagnostic.of(
              DiagnosticCode.KERNEL_NAME_CLASH,
              forms.plan().facility().origin().part("name"),
              clash)
          .withRule("an event with a duration also has functions that end in _begin and _end, one"
              + " with param=\"buffer\" one that ends in _param_buffer")
          .withFix("give one of them another name"));
    }
  }

  /** Two headers can only be included together if they have no name in common. */
  private void otherFacilities(FacilityForms forms, Map<String, Facility> taken) {
    Facility facility = forms.plan().facility();
    Map<String, String> shared = new HashMap<>();
    forms.names().all().forEach((name, spelling) -> {
      Facility other = taken.putIfAbsent(name, facility);
      // variants of a facility for several architectures are never used together
      if (other != null && !other.name().equals(facility.name())) {
        shared.putIfAbsent(other.name(), spelling);
      }
    });
    shared.forEach((other, spelling) -> findings.add(Diagnostic.of(
            DiagnosticCode.KERNEL_NAME_CLASH,
            facility.origin().part("name"),
            "the facilities '" + other + "' and '" + facility.name() + "' both have '" + spelling
                + "' in C")
        .withRule("C knows one name space for all headers; names are PREFIX_FACILITY_EVENT")
        .withFix("give one of the facilities or events another name, or generate them into"
            + " different folders and never include both")));
  }
}
