package org.genevent.emitter.ltt;

import java.util.List;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.emit.DescriptionPrinter;
import org.genevent.model.Facility;
import org.genevent.plan.FacilityPlan;

/** Prints facilities in the grammar of LTTV's reader for programs that carry them. Stateless. */
public final class LttDescriptionPrinter implements DescriptionPrinter {

  /** For {@link java.util.ServiceLoader}. */
  public LttDescriptionPrinter() {}

  @Override
  public List<Diagnostic> check(FacilityPlan plan) {
    return LttChecks.ofTracer(plan);
  }

  @Override
  public String fileName(Facility facility) {
    return EventdefsPrinter.fileName(facility);
  }

  @Override
  public String text(Facility facility) {
    return EventdefsPrinter.carried(facility);
  }
}
