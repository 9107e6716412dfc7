package org.genevent.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.genevent.layout.Alignment;
import org.genevent.layout.Gap;
import org.genevent.layout.Metrics;
import org.genevent.layout.Position;
import org.genevent.layout.PositionTracker;
import org.genevent.model.ArrayFieldClass;
import org.genevent.model.BooleanFieldClass;
import org.genevent.model.EnumerationFieldClass;
import org.genevent.model.Field;
import org.genevent.model.FieldClass;
import org.genevent.model.FieldClassVisitor;
import org.genevent.model.FloatFieldClass;
import org.genevent.model.IntegerFieldClass;
import org.genevent.model.OptionalFieldClass;
import org.genevent.model.ReferenceFieldClass;
import org.genevent.model.SequenceFieldClass;
import org.genevent.model.StringFieldClass;
import org.genevent.model.StructureFieldClass;
import org.genevent.model.UnionFieldClass;
import org.genevent.model.VariantFieldClass;

/** Plans how the fields of a payload are written on a target. Stateless; safe for use by several threads. */
public final class Planner {

  private final Metrics metrics;

  /**
   * A planner for a target.
   *
   * @param metrics the target's sizes and the layout rule
   */
  public Planner(Metrics metrics) {
    this.metrics = metrics;
  }

  /**
   * Plans a payload.
   *
   * @param fields the fields, in the order of their bytes
   * @return the plan
   */
  public WritePlan plan(List<Field> fields) {
    Walk walk = new Walk(new PositionTracker(metrics.word()), 0);
    for (Field field : fields) {
      walk.write(field.fieldClass(), new ValueSource.Parameter(field));
    }
    return new WritePlan(walk.steps, Measuring.stepsOf(walk.steps), walk.tracker.position());
  }

  /** The steps of one run of items: a payload, a loop's body, or an alternative. */
  private final class Walk implements FieldClassVisitor<Void> {

    private final PositionTracker tracker;
    private final int depth;
    private final List<PlanStep> steps = new ArrayList<>();
    private ValueSource value;

    Walk(PositionTracker tracker, int depth) {
      this.tracker = tracker;
      this.depth = depth;
    }

    void write(FieldClass fieldClass, ValueSource source) {
      align(metrics.alignment(fieldClass));
      value = source;
      fieldClass.accept(this);
      if (metrics.padsAfter(fieldClass)) {
        align(metrics.word());
      }
    }

    private void align(Alignment alignment) {
      Gap gap = tracker.align(alignment);
      if (gap instanceof Gap.Known known) {
        if (known.sizeBytes() > 0) {
          steps.add(new PlanStep.Pad(known.at(), known.sizeBytes()));
        }
      } else if (gap instanceof Gap.AtRunTime later) {
        steps.add(new PlanStep.Align(later.at(), later.alignment(), later.base()));
      }
    }

    private Void scalar(FieldClass fieldClass) {
      int sizeBytes = metrics.scalarSizeBytes(fieldClass);
      steps.add(new PlanStep.PutScalar(tracker.position(), sizeBytes, value, fieldClass));
      tracker.advance(sizeBytes);
      return null;
    }

    @Override
    public Void visitInteger(IntegerFieldClass fieldClass) {
      return scalar(fieldClass);
    }

    @Override
    public Void visitFloat(FloatFieldClass fieldClass) {
      return scalar(fieldClass);
    }

    @Override
    public Void visitBoolean(BooleanFieldClass fieldClass) {
      return scalar(fieldClass);
    }

    @Override
    public Void visitEnumeration(EnumerationFieldClass fieldClass) {
      return scalar(fieldClass);
    }

    @Override
    public Void visitString(StringFieldClass fieldClass) {
      Position at = tracker.position();
      steps.add(new PlanStep.PutString(at, value, tracker.newBase(Alignment.NONE)));
      return null;
    }

    @Override
    public Void visitArray(ArrayFieldClass fieldClass) {
      elements(value, fieldClass.element().resolved(), OptionalInt.of(fieldClass.length()));
      return null;
    }

    @Override
    public Void visitSequence(SequenceFieldClass fieldClass) {
      ValueSource sequence = value;
      IntegerFieldClass length = (IntegerFieldClass) fieldClass.length().resolved();
      int lengthBytes = metrics.scalarSizeBytes(length);
      steps.add(new PlanStep.PutLength(tracker.position(), lengthBytes, sequence, length));
      tracker.advance(lengthBytes);
      FieldClass element = fieldClass.element().resolved();
      align(metrics.alignment(element));
      elements(sequence, element, OptionalInt.empty());
      return null;
    }

    private void elements(ValueSource of, FieldClass element, OptionalInt count) {
      if (Metrics.isScalar(element)) {
        scalars(of, element, count);
      } else {
        loop(of, element, count);
      }
    }

    private void scalars(ValueSource of, FieldClass element, OptionalInt count) {
      Position at = tracker.position();
      int elementBytes = metrics.scalarSizeBytes(element);
      if (count.isPresent()) {
        tracker.advance(Math.multiplyExact(elementBytes, count.getAsInt()));
      } else {
        // elements are multiples of their own size apart, and so is where they end, up to the word
        tracker.newBase(metrics.alignment(element));
      }
      steps.add(new PlanStep.PutScalars(at, elementBytes, of, element, count, tracker.position()));
    }

    private void loop(ValueSource of, FieldClass element, OptionalInt count) {
      Position at = tracker.position();
      Alignment alignment = metrics.alignment(element);
      OptionalInt elementBytes = metrics.fixedSizeBytes(element);
      OptionalInt strideBytes = elementBytes.isPresent()
          ? OptionalInt.of(metrics.strideBytes(element, elementBytes.getAsInt()))
          : OptionalInt.empty();
      int loopBase = tracker.newBase(alignment);
      ValueSource.Element source = new ValueSource.Element(of, depth + 1);
      Walk body = new Walk(tracker, depth + 1);
      body.write(element, source);
      Position bodyEnd = tracker.position();
      boolean sizeKnown = elementBytes.isPresent() && count.isPresent();
      Position end = sizeKnown
          ? at.plus((count.getAsInt() - 1) * strideBytes.getAsInt() + elementBytes.getAsInt())
          : new Position(loopBase, Alignment.NONE, 0);
      tracker.moveTo(end);
      steps.add(new PlanStep.ForEach(
          at,
          of,
          source,
          element,
          count,
          alignment,
          elementBytes,
          strideBytes,
          loopBase,
          body.steps,
          bodyEnd,
          end));
    }

    @Override
    public Void visitStructure(StructureFieldClass fieldClass) {
      ValueSource structure = value;
      for (Field member : fieldClass.members()) {
        write(member.fieldClass(), new ValueSource.Member(structure, member));
      }
      return null;
    }

    @Override
    public Void visitUnion(UnionFieldClass fieldClass) {
      int sizeBytes = metrics.fixedSizeBytes(fieldClass).orElseThrow();
      steps.add(new PlanStep.PutUnion(tracker.position(), sizeBytes, value));
      tracker.advance(sizeBytes);
      return null;
    }

    @Override
    public Void visitVariant(VariantFieldClass fieldClass) {
      ValueSource variant = value;
      int tagBytes = metrics.scalarSizeBytes(fieldClass.tag());
      Position at = tracker.position();
      List<PlanStep.Alternative> alternatives = new ArrayList<>();
      for (int i = 0; i < fieldClass.options().size(); i++) {
        Field option = fieldClass.options().get(i);
        ValueSource chosen = new ValueSource.Chosen(variant, option, i);
        alternatives.add(
            alternative(at.plus(tagBytes), i, option.name(), chosen, option.fieldClass()));
      }
      choose(at, tagBytes, variant, fieldClass, alternatives);
      return null;
    }

    @Override
    public Void visitOptional(OptionalFieldClass fieldClass) {
      ValueSource optional = value;
      int tagBytes = metrics.scalarSizeBytes(fieldClass.tag());
      Position at = tracker.position();
      Position start = at.plus(tagBytes);
      PlanStep.Alternative absent =
          new PlanStep.Alternative(0, "absent", optional, List.of(), start);
      ValueSource present = new ValueSource.Present(optional);
      PlanStep.Alternative there = alternative(start, 1, "present", present, fieldClass.element());
      choose(at, tagBytes, optional, fieldClass, List.of(absent, there));
      return null;
    }

    private PlanStep.Alternative alternative(
        Position start, int tag, String name, ValueSource source, FieldClass fieldClass) {
      tracker.moveTo(start);
      Walk walk = new Walk(tracker, depth);
      walk.write(fieldClass, source);
      return new PlanStep.Alternative(tag, name, source, walk.steps, tracker.position());
    }

    private void choose(
        Position at,
        int tagBytes,
        ValueSource source,
        FieldClass fieldClass,
        List<PlanStep.Alternative> alternatives) {
      int endBase = tracker.newBase(Alignment.NONE);
      steps.add(new PlanStep.Choose(at, tagBytes, source, fieldClass, alternatives, endBase));
    }

    @Override
    public Void visitReference(ReferenceFieldClass fieldClass) {
      return fieldClass.resolved().accept(this);
    }
  }
}
