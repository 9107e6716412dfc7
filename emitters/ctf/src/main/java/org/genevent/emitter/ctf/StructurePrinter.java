package org.genevent.emitter.ctf;

import org.genevent.emit.MetadataPrinter;
import org.genevent.plan.FacilityPlan;
import org.genevent.plan.PayloadPlan;

/** Prints the structures of payloads and contexts for those who carry their text. Stateless. */
public final class StructurePrinter implements MetadataPrinter {

  /** For {@link java.util.ServiceLoader}. */
  public StructurePrinter() {}

  /**
   * {@inheritDoc}
   *
   * <p>Descriptions are left out: the text is carried by programs. It is long where the payload is: it can exceed what a
   * class file's string constant holds (65,535 bytes).
   *
   * @throws IllegalArgumentException if the layout rule is not {@code natural}
   */
  @Override
  public String structure(FacilityPlan facility, PayloadPlan payload) {
    return new PayloadWire(facility.metrics(), false)
        .structure(payload)
        .map(TsdlPrinter::structure)
        .orElse("");
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the layout rule is not {@code natural}
   */
  @Override
  public String fieldClass(FacilityPlan facility, PayloadPlan payload) {
    return new PayloadWire(facility.metrics(), false)
        .structure(payload)
        .map(SecondForm::of)
        .map(new FragmentPrinter(TraceTemplate.BYTE_ORDER)::structure)
        .orElse("");
  }
}
