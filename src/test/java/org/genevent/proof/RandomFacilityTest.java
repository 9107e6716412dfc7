package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.genevent.abi.Abi;
import org.genevent.abi.DataModel;
import org.genevent.check.FacilityChecks;
import org.genevent.diagnostic.Findings;
import org.genevent.layout.FieldPlacement;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;
import org.genevent.plan.EventPlan;
import org.genevent.plan.FacilityPlan;
import org.genevent.plan.PayloadPlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random facilities are fit to be tested with, and the layout agrees with what the reference writes of them. */
class RandomFacilityTest {

  static Stream<Seed> seeds() {
    return Seed.cases(200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theChecksFindNoErrorAndTheSameSeedGivesTheSameFacility(Seed seed) {
    for (LayoutRule rule : LayoutRule.values()) {
      Facility facility = RandomFacility.of(seed.random(), shape(rule));
      Findings findings = new Findings();
      FacilityChecks.check(facility, rule, abis(), findings);
      assertFalse(findings.hasErrors(), () -> seed + "\n" + findings.list());
      assertEquals(facility, RandomFacility.of(seed.random(), shape(rule)));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void fieldsLieWhereTheReferenceWritesThem(Seed seed) {
    for (LayoutRule rule : LayoutRule.values()) {
      Random random = seed.random();
      Facility facility = RandomFacility.of(random, shape(rule));
      for (Abi abi : abis()) {
        FacilityPlan plan = FacilityPlan.of(facility, abi, rule);
        ReferenceSerializer reference =
            new ReferenceSerializer(abi.dataModel(), abi.byteOrder(), rule, facility.packed());
        for (EventPlan event : plan.events()) {
          compare(event.payload(), reference, random, seed);
        }
      }
    }
  }

  private static void compare(
      PayloadPlan payload, ReferenceSerializer reference, Random random, Seed seed) {
    Map<String, Object> values = new RandomValues(random, reference).of(payload.fields());
    for (int i = 0; i < payload.fields().size(); i++) {
      FieldPlacement placement = payload.layout().placements().get(i);
      if (placement.offset().fixedBytes().isPresent() && placement.sizeBytes().isPresent()) {
        int endBytes =
            placement.offset().fixedBytes().getAsInt() + placement.sizeBytes().getAsInt();
        byte[] written = reference.payload(payload.fields().subList(0, i + 1), values);
        assertEquals(
            written.length, endBytes, () -> seed + " " + placement.field() + " " + reference);
      }
    }
    byte[] written = reference.payload(payload.fields(), values);
    payload
        .write()
        .fixedSizeBytes()
        .ifPresent(sizeBytes -> assertEquals(written.length, sizeBytes, seed::toString));
  }

  private static Shape shape(LayoutRule rule) {
    return rule == LayoutRule.LTT ? Shape.ltt() : Shape.everything();
  }

  private static List<Abi> abis() {
    List<Abi> abis = new ArrayList<>();
    for (DataModel dataModel : DataModel.values()) {
      abis.add(new Abi(dataModel, ByteOrder.LITTLE_ENDIAN));
      abis.add(new Abi(dataModel, ByteOrder.BIG_ENDIAN));
    }
    return abis;
  }
}
