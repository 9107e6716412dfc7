package org.genevent.contract.declared;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.genevent.abi.Abi;
import org.genevent.abi.CType;
import org.genevent.abi.DataModel;
import org.genevent.contract.ContractEvent;
import org.genevent.contract.ContractField;
import org.genevent.contract.ContractType;
import org.genevent.contract.ContractTypes;
import org.genevent.contract.FacilityContract;
import org.genevent.layout.FieldPlacement;
import org.genevent.layout.LayoutRule;
import org.genevent.layout.Metrics;
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
    Metrics metrics = plan.metrics();
    ContractTypes types = new ContractTypes(
        metrics::scalarSizeBytes, union -> metrics.fixedSizeBytes(union).orElse(0));
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
        OptionalInt.of(metrics.rule() == LayoutRule.LTT ? metrics.word().bytes() : 1),
        context,
        events,
        true,
        facility.pairs().stream().map(DeclaredContracts::pair).toList());
  }

  /**
   * The contracts of the facilities of one program. Of a facility that there is for several architectures, each is called
   * {@code NAME_ARCH}, so that they are told apart.
   *
   * @param plans the facilities with their target and layout
   * @return their contracts, in that order
   */
  public static List<FacilityContract> of(List<FacilityPlan> plans) {
    List<FacilityContract> contracts = new ArrayList<>();
    for (FacilityPlan plan : plans) {
      String name = plan.facility().name();
      long namesakes =
          plans.stream().filter(other -> other.facility().name().equals(name)).count();
      contracts.add(
          namesakes == 1 ? of(plan) : of(plan).withName(plan.facility().baseName()));
    }
    return contracts;
  }

  /**
   * The contract of a facility as an LTT trace announces and describes it, by the layout rule {@code ltt}.
   *
   * @param described the facility as the trace's facility files have it
   * @param checksum the checksum that the trace announces
   * @param packed whether the trace announces that nothing is aligned
   * @param intBytes the size of {@code int}
   * @param longBytes the size of {@code long}
   * @param pointerBytes the size of a pointer
   * @return its contract, for the data model with these sizes, or the one with such pointers
   */
  public static FacilityContract ofAnnounced(
      Facility described,
      int checksum,
      boolean packed,
      int intBytes,
      int longBytes,
      int pointerBytes) {
    DataModel dataModel = Stream.of(DataModel.values())
        .filter(model -> model.sizeBytes(CType.INT) == intBytes
            && model.sizeBytes(CType.LONG) == longBytes
            && model.sizeBytes(CType.POINTER) == pointerBytes)
        .findFirst()
        .orElse(pointerBytes == 4 ? DataModel.ILP32 : DataModel.LP64);
    // no offset depends on the order of bytes
    Abi abi = new Abi(dataModel, ByteOrder.LITTLE_ENDIAN);
    FacilityContract contract = of(FacilityPlan.of(packed(described, packed), abi, LayoutRule.LTT));
    return new FacilityContract(
        contract.name(),
        OptionalInt.of(checksum),
        Optional.of(packed),
        contract.tailBytes(),
        contract.context(),
        contract.events(),
        true,
        contract.pairs());
  }

  /** The facility as it was announced, whatever its file says of its alignment. */
  private static Facility packed(Facility described, boolean packed) {
    return described.packed() == packed
        ? described
        : new Facility(
            described.name(),
            described.arch(),
            packed,
            described.layout(),
            described.description(),
            described.level(),
            described.channel(),
            described.context(),
            described.types(),
            described.events(),
            described.pairs(),
            described.origin());
  }

  private static String pair(EventPair pair) {
    String events = pair.beginEvent() + " " + pair.endEvent();
    return pair.matchFields().isEmpty()
        ? events
        : events + " " + String.join(",", pair.matchFields());
  }

  private static List<ContractField> fields(StructureLayout layout, ContractTypes types) {
    List<ContractField> fields = new ArrayList<>();
    for (FieldPlacement placement : layout.placements()) {
      fields.add(new ContractField(
          placement.field().name(),
          placement.nested().isPresent()
              ? new ContractType.Structure(fields(placement.nested().get(), types))
              : placement.field().fieldClass().accept(types),
          placement.offset().fixedBytes(),
          OptionalInt.of(placement.alignment().bytes())));
    }
    return fields;
  }
}
