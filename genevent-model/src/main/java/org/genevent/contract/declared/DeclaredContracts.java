package org.genevent.contract.declared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.genevent.contract.ContractEvent;
import org.genevent.contract.ContractField;
import org.genevent.contract.FacilityContract;
import org.genevent.layout.FieldPlacement;
import org.genevent.layout.StructureLayout;
import org.genevent.model.EventPair;
import org.genevent.model.Facility;
import org.genevent.plan.EventPlan;
import org.genevent.plan.FacilityPlan;

/** Makes contracts of planned facilities. Stateless. */
public final class DeclaredContracts {

  private DeclaredContracts() {}

  /**
   * The contract of a facility on a target.
   *
   * @param plan the facility with its target and layout
   * @return its contract
   */
  public static FacilityContract of(FacilityPlan plan) {
    Facility facility = plan.facility();
    TypeContract types = new TypeContract(plan.metrics());
    List<ContractEvent> events = new ArrayList<>();
    for (EventPlan event : plan.events()) {
      events.add(new ContractEvent(
          event.event().name(),
          OptionalInt.of(event.id()),
          event.event().duration().isPresent(),
          fields(event.payload().layout(), types)));
    }
    List<ContractField> context =
        plan.context().map(payload -> fields(payload.layout(), types)).orElse(List.of());
    return new FacilityContract(
        facility.name(),
        OptionalInt.of(plan.checksum()),
        Optional.of(facility.packed()),
        context,
        events,
        true,
        facility.pairs().stream().map(DeclaredContracts::pair).toList());
  }

  private static String pair(EventPair pair) {
    String events = pair.beginEvent() + " " + pair.endEvent();
    return pair.matchFields().isEmpty()
        ? events
        : events + " " + String.join(",", pair.matchFields());
  }

  static List<ContractField> fields(StructureLayout layout, TypeContract types) {
    List<ContractField> fields = new ArrayList<>();
    for (FieldPlacement placement : layout.placements()) {
      fields.add(new ContractField(
          placement.field().name(),
          placement.nested().isPresent()
              ? types.structure(placement.nested().get())
              : placement.field().fieldClass().accept(types),
          placement.offset().fixedBytes()));
    }
    return fields;
  }
}
