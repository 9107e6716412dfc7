package org.genevent.emitter.kernel;

import java.nio.ByteOrder;
import java.util.Locale;
import org.genevent.plan.FacilityPlan;
import org.genevent.plan.PayloadPlan;

/** Sentences about targets and payloads, for comments and messages. */
final class Summary {

  private Summary() {}

  /** The size and alignment of a payload. */
  static String payload(FacilityPlan plan, PayloadPlan payload) {
    String target = plan.abi().dataModel().name();
    if (payload.write().fixedSizeBytes().isPresent()) {
      return "Payload: " + payload.write().fixedSizeBytes().getAsInt() + " bytes, alignment "
          + bytes(payload.layout().alignment().bytes()) + " (" + target + ").";
    }
    return "Payload: as long as the values, alignment "
        + bytes(payload.layout().alignment().bytes()) + " (" + target + ").";
  }

  /** The target and the layout of a facility. */
  static String target(FacilityPlan plan) {
    return plan.abi().dataModel().name() + ", " + order(plan) + ", layout "
        + plan.metrics().rule().optionName() + (plan.facility().packed() ? ", packed" : "");
  }

  /** The byte order in words. */
  static String order(FacilityPlan plan) {
    return plan.abi().byteOrder() == ByteOrder.BIG_ENDIAN ? "big-endian" : "little-endian";
  }

  /** The byte order as its option has it. */
  static String orderOption(FacilityPlan plan) {
    return plan.abi().byteOrder() == ByteOrder.BIG_ENDIAN ? "big" : "little";
  }

  private static String bytes(int count) {
    return String.format(Locale.ROOT, count == 1 ? "%d byte" : "%d bytes", count);
  }
}
