package org.genevent.reader.decode;

import java.util.Arrays;
import org.genevent.reader.FieldSink;

/** A variant or an optional: one of several fields, or nothing, as an earlier field says. */
final class ChoiceNode extends Node {

  /** The index of the option that is not there. */
  static final int ABSENT = -1;

  private static final int[] NO_SLOTS = {};

  final SlotReference selector;
  final RangeTable ranges;
  final int[] optionOfRange;
  final Node[] options;
  private final boolean[] named;
  final int otherwise;
  private int[] guardedSlots = NO_SLOTS;

  /** What {@code otherwise} is where a value that chooses nothing is an error. */
  static final int FAIL = -2;

  /**
   * Makes a choice.
   *
   * @param name the field's name
   * @param selector where the value is that chooses
   * @param ranges which values choose something
   * @param optionOfRange what each range chooses: an index of an option, or {@link #ABSENT}
   * @param options the choices; one that is absent may take bits nevertheless
   * @param named which of them are shown with their own name in a structure around them; the others under the field's
   * @param otherwise what all other values choose: an index, {@link #ABSENT} or {@link #FAIL}
   */
  ChoiceNode(
      String name,
      SlotReference selector,
      RangeTable ranges,
      int[] optionOfRange,
      Node[] options,
      boolean[] named,
      int otherwise) {
    super(name, 1);
    this.selector = selector;
    this.ranges = ranges;
    this.optionOfRange = optionOfRange;
    this.options = options;
    this.named = named;
    this.otherwise = otherwise;
  }

  /** Says that fields behind this one refer to a field in one of its options. */
  void guard(int slot) {
    guardedSlots = Arrays.copyOf(guardedSlots, guardedSlots.length + 1);
    guardedSlots[guardedSlots.length - 1] = slot;
  }

  /** Whether fields behind this one refer to a field in one of its options. */
  boolean isGuarding() {
    return guardedSlots.length > 0;
  }

  @Override
  void decode(BitInput in, State state, FieldSink sink) {
    for (int slot : guardedSlots) {
      state.forget(slot);
    }
    int range = ranges.find(selector.get(state));
    int chosen = range == RangeTable.NONE ? otherwise : optionOfRange[range];
    if (chosen == FAIL) {
      throw DecodeFailure.NO_OPTION;
    } else if (chosen == ABSENT) {
      if (sink != null) {
        sink.absent(name);
      }
    } else if (sink instanceof EverythingSink whole) {
      whole.beginChoice(name);
      options[chosen].decode(in, state, sink);
      whole.endChoice();
    } else if (sink == null || !named[chosen]) {
      options[chosen].decode(in, state, sink);
    } else {
      sink.beginStructure(name);
      options[chosen].decode(in, state, sink);
      sink.endStructure();
    }
  }

  @Override
  long leastBits() {
    long least = otherwise == ABSENT ? 0 : Long.MAX_VALUE;
    for (int option : optionOfRange) {
      least = Math.min(least, option == ABSENT ? 0 : options[option].leastBits());
    }
    return optionOfRange.length == 0 ? 0 : least;
  }
}
