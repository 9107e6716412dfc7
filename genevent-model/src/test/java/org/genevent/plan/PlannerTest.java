package org.genevent.plan;

import static org.genevent.model.Declare.STRING;
import static org.genevent.model.Declare.UCHAR;
import static org.genevent.model.Declare.field;
import static org.genevent.model.Declare.sequence;
import static org.genevent.model.Declare.structure;
import static org.genevent.model.Declare.uint;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.genevent.abi.DataModel;
import org.genevent.layout.Alignment;
import org.genevent.layout.LayoutRule;
import org.genevent.layout.Metrics;
import org.genevent.layout.Position;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.Field;
import org.genevent.model.OptionalFieldClass;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private static final Alignment WORD = new Alignment(8);

  private static WritePlan plan(LayoutRule rule, Field... fields) {
    return new Planner(new Metrics(DataModel.LP64, rule, false)).plan(List.of(fields));
  }

  @Test
  void fixedFieldsHaveConstantPlacesAndNothingToMeasure() {
    WritePlan plan = plan(LayoutRule.NATURAL, field("a", uint(1)), field("b", uint(8)));
    assertEquals(OptionalInt.of(16), plan.fixedSizeBytes());
    assertEquals(List.of(), plan.measureSteps());
    assertEquals(new PlanStep.Pad(new Position(0, WORD, 1), 7), plan.steps().get(1));
  }

  @Test
  void afterAStringTheNextItemIsAlignedAtRunTime() {
    WritePlan plan = plan(LayoutRule.NATURAL, field("s", STRING), field("n", uint(4)));
    PlanStep.Align align = assertInstanceOf(PlanStep.Align.class, plan.steps().get(1));
    assertEquals(new Alignment(4), align.alignment());
    assertEquals(OptionalInt.empty(), plan.fixedSizeBytes());
    assertEquals(2, plan.measureSteps().size());
  }

  @Test
  void underTheRuleLttTheLastStringIsPaddedToo() {
    WritePlan plan = plan(LayoutRule.LTT, field("s", STRING));
    PlanStep.Align align = assertInstanceOf(PlanStep.Align.class, plan.steps().get(1));
    assertEquals(WORD, align.alignment());
    assertEquals(align.base(), plan.end().base());
  }

  @Test
  void anArrayOfStructuresEndsAtAConstantPlace() {
    Field array =
        field("a", new ArrayFieldClass(2, structure(field("x", uint(4)), field("y", uint(2)))));
    WritePlan plan = plan(LayoutRule.NATURAL, array, field("c", UCHAR));
    assertEquals(OptionalInt.of(15), plan.fixedSizeBytes());
    assertEquals(List.of(), plan.measureSteps());
  }

  @Test
  void aSequenceOfStructuresEndsWhereItsLoopEnds() {
    Field sequence =
        field("q", sequence(uint(4), structure(field("x", uint(4)), field("y", uint(2)))));
    WritePlan plan = plan(LayoutRule.NATURAL, sequence, field("c", UCHAR));
    PlanStep.ForEach loop =
        assertInstanceOf(PlanStep.ForEach.class, plan.measureSteps().get(0));
    assertEquals(loop.loopBase(), loop.end().base());
    assertEquals(OptionalInt.of(8), loop.strideBytes());
    assertTrue(loop.body().isEmpty());
  }

  @Test
  void anOptionalHasTwoAlternatives() {
    WritePlan plan = plan(LayoutRule.NATURAL, field("o", new OptionalFieldClass(uint(8))));
    PlanStep.Choose choice =
        assertInstanceOf(PlanStep.Choose.class, plan.steps().get(0));
    assertEquals(2, choice.alternatives().size());
    assertEquals(1, choice.alternatives().get(0).end().offsetBytes());
    assertEquals(16, choice.alternatives().get(1).end().offsetBytes());
  }
}
