package org.genevent.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.genevent.layout.Alignment;
import org.genevent.layout.Position;
import org.genevent.model.FieldClass;
import org.genevent.model.IntegerFieldClass;

/** One step of writing a payload. All classes in steps are resolved: never a reference. */
public sealed interface PlanStep {

  /**
   * What is written.
   *
   * @return the value, of a length its sequence; empty for zeros
   */
  default Optional<ValueSource> source() {
    return Optional.empty();
  }

  /**
   * Zeros of a known number.
   *
   * @param at where they begin
   * @param sizeBytes how many; never 0
   */
  record Pad(Position at, int sizeBytes) implements PlanStep {}

  /**
   * Zeros up to the next multiple of an alignment, which becomes a new base.
   *
   * @param at where they begin
   * @param alignment counted from the payload's start
   * @param base the number of the new base
   */
  record Align(Position at, Alignment alignment, int base) implements PlanStep {}

  /**
   * An integer, a float, a boolean or an enumeration.
   *
   * @param at where it lies
   * @param sizeBytes its size on the target
   * @param value the value
   * @param scalar its class
   */
  record PutScalar(Position at, int sizeBytes, ValueSource value, FieldClass scalar)
      implements PlanStep {
    @Override
    public Optional<ValueSource> source() {
      return Optional.of(value);
    }
  }

  /**
   * A string with its zero byte.
   *
   * @param at where it begins
   * @param value the text
   * @param endBase the number of the base that it ends at
   */
  record PutString(Position at, ValueSource value, int endBase) implements PlanStep {
    @Override
    public Optional<ValueSource> source() {
      return Optional.of(value);
    }
  }

  /**
   * The bytes of a union as they lie in memory.
   *
   * @param at where they begin
   * @param sizeBytes how many
   * @param value the union
   */
  record PutUnion(Position at, int sizeBytes, ValueSource value) implements PlanStep {
    @Override
    public Optional<ValueSource> source() {
      return Optional.of(value);
    }
  }

  /**
   * The number of elements of a sequence.
   *
   * @param at where it lies
   * @param sizeBytes its size on the target
   * @param sequence the sequence whose elements are counted
   * @param length its class
   */
  record PutLength(Position at, int sizeBytes, ValueSource sequence, IntegerFieldClass length)
      implements PlanStep {
    @Override
    public Optional<ValueSource> source() {
      return Optional.of(sequence);
    }
  }

  /**
   * Scalars one after the other, without padding between them.
   *
   * @param at where the first lies
   * @param elementSizeBytes the size of each on the target
   * @param value the array or sequence
   * @param scalar the class of each
   * @param count how many there are, or empty for as many as the value has
   * @param end where they end: a position on the base of {@code at} if the count is known, else a new base
   */
  record PutScalars(
      Position at,
      int elementSizeBytes,
      ValueSource value,
      FieldClass scalar,
      OptionalInt count,
      Position end)
      implements PlanStep {
    @Override
    public Optional<ValueSource> source() {
      return Optional.of(value);
    }
  }

  /**
   * A pass for each element that is not a scalar.
   *
   * <p>The loop's base starts at {@code at}, which is aligned for the first element. Each pass first moves the base to
   * the next multiple of the element's alignment (zeros between), runs the body, and moves the base to {@code
   * bodyEnd}.
   *
   * @param at where the first element begins
   * @param value the array or sequence
   * @param element the element in a pass
   * @param elementClass its class
   * @param count how many there are, or empty for as many as the value has
   * @param elementAlignment what each element's position is a multiple of
   * @param elementSizeBytes the size of each, or empty if only the values know
   * @param strideBytes from one element to the next, where the size is known
   * @param loopBase the number of the loop's base
   * @param body the steps of a pass
   * @param bodyEnd where the element of a pass ends
   * @param end where the last element ends: a position on the base of {@code at}, or the loop's base after the loop
   */
  record ForEach(
      Position at,
      ValueSource value,
      ValueSource.Element element,
      FieldClass elementClass,
      OptionalInt count,
      Alignment elementAlignment,
      OptionalInt elementSizeBytes,
      OptionalInt strideBytes,
      int loopBase,
      List<PlanStep> body,
      Position bodyEnd,
      Position end)
      implements PlanStep {
    @Override
    public Optional<ValueSource> source() {
      return Optional.of(value);
    }

    /** Copies the list. */
    public ForEach {
      body = List.copyOf(body);
    }
  }

  /**
   * A tag, then what it tells: the options of a variant, or absent and present of an optional.
   *
   * @param at where the tag lies
   * @param tagSizeBytes the size of the tag
   * @param value the variant or optional
   * @param variant its class
   * @param alternatives what each tag value means, by rising tag value
   * @param endBase the number of the base that all alternatives end at
   */
  record Choose(
      Position at,
      int tagSizeBytes,
      ValueSource value,
      FieldClass variant,
      List<Alternative> alternatives,
      int endBase)
      implements PlanStep {
    @Override
    public Optional<ValueSource> source() {
      return Optional.of(value);
    }

    /** Copies the list. */
    public Choose {
      alternatives = List.copyOf(alternatives);
    }
  }

  /**
   * One alternative of a choice.
   *
   * @param tag the tag's value
   * @param name the option's name, or {@code absent} or {@code present}
   * @param value the value when this one is chosen; of {@code absent}, the optional itself
   * @param steps how it is written; the tag is not among them
   * @param end where it ends
   */
  record Alternative(int tag, String name, ValueSource value, List<PlanStep> steps, Position end) {
    /** Copies the list. */
    public Alternative {
      Objects.requireNonNull(name);
      steps = List.copyOf(steps);
    }
  }
}
