package org.genevent.emitter.kernel;

import org.genevent.abi.CType;
import org.genevent.abi.DataModel;
import org.genevent.plan.EventPlan;
import org.genevent.plan.FacilityPlan;

/** Prints the header with the handle and the ids, which also refuses every other target. */
final class IdHeaderPrinter {

  private IdHeaderPrinter() {}

  static String print(FacilityPlan plan) {
    CWriter out = new CWriter();
    Preamble.print(out, plan, "handle and ids", "");
    Preamble.openGuard(out, "ID", plan);
    body(plan, out);
    Preamble.closeGuard(out, "ID", plan);
    return out.toString();
  }

  /** What stands between the guards. */
  static void body(FacilityPlan plan, CWriter out) {
    out.comment("From the runtime; its folder belongs on the include path.")
        .line("#include <genevent-runtime.h>")
        .line("");
    checks(plan, out);
    out.line("");
    constants(plan, out);
    out.line("");
    configuration(plan, out);
    out.line("")
        .comment(
            "The handle. Its name has the checksum: what was compiled for another version of the"
                + " facility does not link.")
        .line("extern struct gev_event " + CPrefix.handle(plan) + "[];")
        .line("#define " + FacilityForms.handleMacro(plan) + " " + CPrefix.handle(plan));
  }

  private static void checks(FacilityPlan plan, CWriter out) {
    String facility = plan.facility().name();
    out.line("#if GEV_INTERFACE != " + KernelLimits.INTERFACE)
        .line("#error \"genevent: facility " + facility + " needs a runtime of interface "
            + KernelLimits.INTERFACE + "; generate it again\"")
        .line("#endif")
        .line("_Static_assert(__BYTE_ORDER__ == __ORDER_"
            + (Summary.orderOption(plan).equals("big") ? "BIG" : "LITTLE")
            + "_ENDIAN__, \"genevent: facility " + facility + " was generated for "
            + Summary.order(plan)
            + " targets, which this compiler's is not; generate it again with the other"
            + " --byte-order\");");
    DataModel model = plan.abi().dataModel();
    int intBytes = model.sizeBytes(CType.INT);
    int longBytes = model.sizeBytes(CType.LONG);
    int pointerBytes = model.sizeBytes(CType.POINTER);
    int sizeBytes = model.sizeBytes(CType.SIZE_T);
    out.line("_Static_assert(sizeof(int) == " + intBytes + " && sizeof(long) == " + longBytes
        + " && sizeof(void *) == " + pointerBytes + " && sizeof(size_t) == " + sizeBytes
        + ", \"genevent: facility " + facility + " was generated for the data model "
        + model.name() + " (bytes: int " + intBytes + ", long " + longBytes + ", pointer "
        + pointerBytes + ", size_t " + sizeBytes
        + "), which is not this compiler's; generate it again with another --data-model\");");
  }

  /** In a kernel that has the facilities in its tree, each can be switched off. */
  private static void configuration(FacilityPlan plan, CWriter out) {
    String option = "CONFIG_" + Switches.of(plan);
    String macro = FacilityForms.switchMacro(plan);
    out.comment("False where the kernel's configuration leaves the facility out.")
        .left("#ifndef CONFIG_" + Switches.ALL)
        .left("#define " + macro + "(test) (test)")
        .left("#elif defined(" + option + ") || \\")
        .left("\tdefined(" + option + "_MODULE)")
        .left("#define " + macro + "(test) (test)")
        .left("#else")
        .left("#define " + macro + "(test) (0)")
        .left("#endif");
  }

  private static void constants(FacilityPlan plan, CWriter out) {
    out.comment("Where each event lies in the handle.").open("enum {");
    for (EventPlan event : plan.events()) {
      out.line(FacilityForms.indexConstant(plan, event) + ",");
    }
    out.line(FacilityForms.eventCount(plan)).close("};").line("");
    if (!plan.events().isEmpty()) {
      out.comment("What each event is called by in a trace.").open("enum {");
      for (EventPlan event : plan.events()) {
        out.line(FacilityForms.idConstant(plan, event) + " = " + event.id() + ",");
      }
      out.close("};");
    }
  }
}
