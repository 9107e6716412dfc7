package org.genevent.emit;

import org.genevent.plan.FacilityPlan;
import org.genevent.plan.PayloadPlan;

/**
 * Prints field classes as metadata of CTF: the one place of the project that does, behind an interface so that others need not
 * depend on it. Found by {@link java.util.ServiceLoader}.
 */
public interface MetadataPrinter {

  /**
   * The structure of a payload or of a context.
   *
   * @param facility the facility that it belongs to, which has the target and the packing
   * @param payload the payload or context
   * @return TSDL, for example {@code struct { … } align(64)}, with line feeds and without one at its end; an empty text
   *     if there are no fields
   */
  String structure(FacilityPlan facility, PayloadPlan payload);

  /**
   * The same structure as CTF 2 describes it.
   *
   * @param facility the facility that it belongs to, which has the target and the packing
   * @param payload the payload or context
   * @return a JSON object with line feeds and without one at its end, in which <code>${byte_order}</code> stands for the
   *     quoted byte order of the machine; an empty text if there are no fields
   */
  String fieldClass(FacilityPlan facility, PayloadPlan payload);
}
