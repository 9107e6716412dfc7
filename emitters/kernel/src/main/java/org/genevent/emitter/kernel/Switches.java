package org.genevent.emitter.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.genevent.plan.FacilityPlan;

/** The switch that each facility has in the kernel's configuration. */
final class Switches {

  /** Set where the facilities are part of a kernel that has the runtime. */
  static final String ALL = "GENEVENT_FACILITIES";

  private Switches() {}

  static String of(FacilityPlan plan) {
    return "GENEVENT_FACILITY_" + upper(plan);
  }

  private static String upper(FacilityPlan plan) {
    return plan.facility().baseName().replaceAll("[^A-Za-z0-9_]", "_").toUpperCase(Locale.ROOT);
  }

  /** Facilities by switch: names that differ in capitals only share one. */
  static Map<String, List<FacilityPlan>> bySwitch(List<FacilityPlan> plans) {
    Map<String, List<FacilityPlan>> switches = new LinkedHashMap<>();
    for (FacilityPlan plan : plans) {
      switches.computeIfAbsent(of(plan), name -> new ArrayList<>()).add(plan);
    }
    return switches;
  }
}
