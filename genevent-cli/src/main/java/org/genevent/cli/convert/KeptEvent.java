package org.genevent.cli.convert;

import java.util.List;
import org.genevent.model.Field;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.plan.FacilityPlan;

/**
 * What becomes of an event record class from CTF to CTF.
 *
 * @param id its number in the new trace
 * @param source what the trace says of it
 * @param plan its context and, as the only event, its payload
 */
record KeptEvent(long id, EventRecordClass source, FacilityPlan plan) {

  List<Field> context() {
    return plan.facility().context();
  }

  List<Field> payload() {
    return plan.events().get(0).payload().fields();
  }
}
