package org.genevent.layout;

import static org.genevent.model.Declare.CHAR;
import static org.genevent.model.Declare.STRING;
import static org.genevent.model.Declare.UCHAR;
import static org.genevent.model.Declare.ULONG;
import static org.genevent.model.Declare.field;
import static org.genevent.model.Declare.sequence;
import static org.genevent.model.Declare.structure;
import static org.genevent.model.Declare.uint;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.genevent.abi.DataModel;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.Field;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.UnionFieldClass;
import org.junit.jupiter.api.Test;

/** The worked examples of the layout reference, section 3.1, as far as their places are fixed. */
class LayoutCalculatorTest {

  private static StructureLayout layOut(
      DataModel model, LayoutRule rule, boolean packed, Field... fields) {
    return new LayoutCalculator(new Metrics(model, rule, packed)).layOut(List.of(fields));
  }

  private static List<OptionalInt> offsets(StructureLayout layout) {
    return layout.placements().stream()
        .map(placement -> placement.offset().fixedBytes())
        .toList();
  }

  private static final Field[] PAYLOAD_A = {field("c", CHAR), field("n", uint(8)), field("u", UCHAR)
  };

  @Test
  void anEightByteIntegerIsAlignedToTheWord() {
    StructureLayout layout32 = layOut(DataModel.ILP32, LayoutRule.NATURAL, false, PAYLOAD_A);
    assertEquals(
        List.of(OptionalInt.of(0), OptionalInt.of(4), OptionalInt.of(12)), offsets(layout32));
    assertEquals(OptionalInt.of(13), layout32.sizeBytes());
    assertEquals(
        OptionalInt.of(17),
        layOut(DataModel.LP64, LayoutRule.NATURAL, false, PAYLOAD_A).sizeBytes());
  }

  @Test
  void nothingIsAlignedWhenPacked() {
    StructureLayout layout = layOut(DataModel.LP64, LayoutRule.LTT, true, PAYLOAD_A);
    assertEquals(List.of(OptionalInt.of(0), OptionalInt.of(1), OptionalInt.of(9)), offsets(layout));
    assertEquals(OptionalInt.of(10), layout.sizeBytes());
  }

  @Test
  void afterAStringOnlyTheValuesKnow() {
    StructureLayout layout =
        layOut(DataModel.LP64, LayoutRule.NATURAL, false, field("s", STRING), field("n", ULONG));
    assertEquals(List.of(OptionalInt.of(0), OptionalInt.empty()), offsets(layout));
    assertEquals(OptionalInt.empty(), layout.placements().get(1).paddingBytes());
    assertEquals(OptionalInt.empty(), layout.sizeBytes());
  }

  @Test
  void underTheRuleLttAStringEndsAtTheWord() {
    StructureLayout layout =
        layOut(DataModel.LP64, LayoutRule.LTT, false, field("s", STRING), field("n", ULONG));
    assertEquals(OptionalInt.of(0), layout.placements().get(1).paddingBytes());
  }

  @Test
  void aStructureHasNoTrailingPadding() {
    Field inner = field("s", structure(field("a", uint(4)), field("b", uint(2))));
    StructureLayout layout =
        layOut(DataModel.LP64, LayoutRule.NATURAL, false, inner, field("c", UCHAR));
    assertEquals(List.of(OptionalInt.of(0), OptionalInt.of(6)), offsets(layout));
  }

  @Test
  void elementsOfAnArrayOfStructuresAreEachAligned() {
    Field array =
        field("a", new ArrayFieldClass(3, structure(field("x", uint(4)), field("y", uint(2)))));
    StructureLayout layout =
        layOut(DataModel.LP64, LayoutRule.NATURAL, false, array, field("c", UCHAR));
    assertEquals(OptionalInt.of(22), layout.placements().get(0).sizeBytes());
    assertEquals(OptionalInt.of(22), layout.placements().get(1).offset().fixedBytes());
  }

  @Test
  void aSequenceIsAlignedForItsElementsToo() {
    Field sequence = field("s", sequence(UCHAR, uint(8)));
    StructureLayout layout =
        layOut(DataModel.LP64, LayoutRule.NATURAL, false, field("c", UCHAR), sequence);
    assertEquals(OptionalInt.of(8), layout.placements().get(1).offset().fixedBytes());
  }

  @Test
  void aUnionIsAsLargeAsInC() {
    Field union = field(
        "u",
        new UnionFieldClass(
            List.of(field("a", new ArrayFieldClass(5, uint(1))), field("b", uint(4)))));
    assertEquals(
        OptionalInt.of(8),
        layOut(DataModel.LP64, LayoutRule.NATURAL, false, union).sizeBytes());
    assertEquals(
        OptionalInt.of(5),
        layOut(DataModel.LP64, LayoutRule.NATURAL, true, union).sizeBytes());
  }

  @Test
  void aDoubleIsAlignedToFourOnA32BitTarget() {
    StructureLayout layout = layOut(
        DataModel.ILP32,
        LayoutRule.NATURAL,
        false,
        field("f", new FloatFieldClass(4)),
        field("d", new FloatFieldClass(8)));
    assertEquals(OptionalInt.of(4), layout.placements().get(1).offset().fixedBytes());
    assertTrue(layout.alignment().bytes() == 4);
  }
}
