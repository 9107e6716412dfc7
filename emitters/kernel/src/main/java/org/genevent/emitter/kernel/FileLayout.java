package org.genevent.emitter.kernel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.genevent.abi.Abi;
import org.genevent.plan.FacilityPlan;

/** Names of files and folders. */
final class FileLayout {

  /** The contract with the runtime, beside the headers. */
  static final String CONTRACT = "genevent-rt.h";

  /** All facilities in one header. */
  static final String MERGED_HEADER = "genevent-facilities.h";

  private FileLayout() {}

  static String header(FacilityPlan plan) {
    return "genevent-facility-" + plan.facility().baseName() + ".h";
  }

  static String idHeader(FacilityPlan plan) {
    return "genevent-facility-id-" + plan.facility().baseName() + ".h";
  }

  static String loaderHeader(FacilityPlan plan) {
    return "genevent-facility-loader-" + plan.facility().baseName() + ".h";
  }

  static String customHeader(FacilityPlan plan) {
    return "genevent-facility-custom-" + plan.facility().name() + ".h";
  }

  static String loaderSource(FacilityPlan plan) {
    return "genevent-facility-loader-" + plan.facility().baseName() + ".c";
  }

  static String loaderObject(FacilityPlan plan) {
    return "genevent-facility-loader-" + plan.facility().baseName() + ".o";
  }

  /** The name of the module that a facility becomes. */
  static String module(FacilityPlan plan) {
    return "genevent-facility-" + plan.facility().baseName();
  }

  /** The targets of a run, in order. */
  static List<Abi> targets(List<FacilityPlan> plans) {
    Set<Abi> targets = new LinkedHashSet<>();
    plans.forEach(plan -> targets.add(plan.abi()));
    return List.copyOf(targets);
  }

  /** The folder of a target with its slash: nothing for the only one, else what tells it from the others. */
  static String folder(FacilityPlan plan, List<Abi> targets) {
    if (targets.size() == 1) {
      return "";
    }
    String model = plan.abi().dataModel().optionName();
    boolean oneOrder =
        targets.stream().allMatch(other -> other.byteOrder().equals(plan.abi().byteOrder()));
    return oneOrder ? model + "/" : model + "_" + Summary.orderOption(plan) + "/";
  }
}
