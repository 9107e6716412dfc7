package org.genevent.emitter.kernel;

import java.util.Locale;
import org.genevent.model.FacilityChecksum;
import org.genevent.plan.FacilityPlan;

/** How names at file scope begin. */
final class CPrefix {

  private static final String PREFIX = "genevent_";

  private CPrefix() {}

  /** A name of a facility, for example {@code genevent_fs_read}. */
  static String name(FacilityPlan plan, String rest) {
    return PREFIX + plan.facility().name() + "_" + rest;
  }

  /** The function that traces an event. */
  static String function(String prefix, FacilityPlan plan, String event) {
    return prefix + plan.facility().name() + "_" + event;
  }

  /** A name of a facility in capitals, for macros and enumeration constants. */
  static String constant(FacilityPlan plan, String rest) {
    return upper(name(plan, rest));
  }

  /** The handle, which another version of the facility does not have. */
  static String handle(FacilityPlan plan) {
    return PREFIX + "facility_" + plan.facility().name() + "_"
        + FacilityChecksum.hex(plan.checksum());
  }

  /** What the loader registers. */
  static String loader(FacilityPlan plan) {
    return PREFIX + "loader_" + plan.facility().name();
  }

  static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
