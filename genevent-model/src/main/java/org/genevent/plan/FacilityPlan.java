package org.genevent.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.genevent.abi.Abi;
import org.genevent.layout.LayoutCalculator;
import org.genevent.layout.LayoutRule;
import org.genevent.layout.Metrics;
import org.genevent.model.Event;
import org.genevent.model.Facility;
import org.genevent.model.FacilityChecksum;
import org.genevent.model.Field;

/**
 * A facility on a target: all facts and plans, computed once.
 *
 * @param facility the facility as declared
 * @param checksum the facility's checksum
 * @param abi the target
 * @param metrics sizes, rule and packing
 * @param context the context fields, if the facility has any
 * @param events the events in source order
 */
public record FacilityPlan(
    Facility facility,
    int checksum,
    Abi abi,
    Metrics metrics,
    Optional<PayloadPlan> context,
    List<EventPlan> events) {

  /** Copies the list. */
  public FacilityPlan {
    Objects.requireNonNull(facility);
    Objects.requireNonNull(abi);
    Objects.requireNonNull(metrics);
    Objects.requireNonNull(context);
    events = List.copyOf(events);
  }

  /**
   * Computes layout and plan of a facility.
   *
   * @param facility a facility that {@code org.genevent.check} found no error in
   * @param abi the target
   * @param rule the layout rule, if the facility has none of its own
   * @return the plan
   */
  public static FacilityPlan of(Facility facility, Abi abi, LayoutRule rule) {
    Metrics metrics =
        new Metrics(abi.dataModel(), LayoutRule.of(facility, rule), facility.packed());
    Optional<PayloadPlan> context = facility.context().isEmpty()
        ? Optional.empty()
        : Optional.of(payload(facility.context(), metrics));
    List<EventPlan> events = new ArrayList<>(facility.events().size());
    for (int position = 0; position < facility.events().size(); position++) {
      Event event = facility.events().get(position);
      events.add(new EventPlan(
          event,
          event.id().orElse(position),
          facility.levelOf(event),
          facility.channelOf(event),
          payload(event.payloadFields(), metrics)));
    }
    return new FacilityPlan(facility, FacilityChecksum.of(facility), abi, metrics, context, events);
  }

  private static PayloadPlan payload(List<Field> fields, Metrics metrics) {
    return new PayloadPlan(
        fields, new LayoutCalculator(metrics).layOut(fields), new Planner(metrics).plan(fields));
  }
}
