package org.genevent.reader.decode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Walks over fields that all begin and end at bytes, without a look at those that have a fixed size.
 *
 * <p>The plan is a list of steps for one loop over integers: each first goes forward by a fixed number of bytes, then does what
 * has no fixed size, and says where that ended in the next mark. Everything that is read or passed over is checked against
 * the limit; what does not fit is left to the nodes, which know what to say about it. Immutable.
 *
 * <table>
 * <caption>A step</caption>
 * <tr><td>0</td><td>what to do</td></tr>
 * <tr><td>1</td><td>bytes to go forward first</td></tr>
 * <tr><td>2, 3</td><td>see the constants</td></tr>
 * </table>
 */
final class FlatPlan {

  /** The end of the plan. */
  static final int END = 0;

  /** Goes to the next multiple of [2] bytes; marks. */
  static final int ALIGN = 1;

  /** Goes behind the next zero byte; marks. */
  static final int STRING = 2;

  /** Keeps an integer for later in slot [2]; [3] holds its size in bytes, 16 if it is signed, 32 if it is big-endian. */
  static final int KEEP = 3;

  /** Goes over as many elements as slot [2] says, each of [3] bytes; marks. */
  static final int ELEMENTS = 4;

  /** Goes over elements by another plan, as many as slot [2] says; marks. [3] is the index of the {@link Loop}. */
  static final int LOOP = 5;

  /** Goes over what the value in slot [2] chooses; marks. [3] is the index of the {@link Choice}. */
  static final int CHOICE = 6;

  static final int STEP_INTS = 4;
  static final int KEEP_SIGNED = 16;
  static final int KEEP_BIG = 32;
  private static final int KEEP_SIZE = 15;

  /** What {@link #skip} gives for bytes that do not fit. */
  static final int MISFIT = -1;

  /** Packets beyond this are left to the nodes: positions stay far from the end of what an int holds. */
  static final int MAX_LIMIT_BYTES = 1 << 30;

  /** No plan goes further without looking at the limit. */
  static final int MAX_LEAD_BYTES = 1 << 24;

  private static final VarHandle SHORT_LE = view(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORT_BE = view(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT_LE = view(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT_BE = view(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG_LE = view(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG_BE = view(long[].class, ByteOrder.BIG_ENDIAN);

  /**
   * Elements of no fixed size.
   *
   * @param element how to go over one
   * @param fixedCount how many there are; -1 if a slot says it
   * @param leastBytes the fewest bytes of one, at least 1
   * @param alignmentBytes what the list is aligned to, also if it is empty
   */
  record Loop(FlatPlan element, long fixedCount, int leastBytes, int alignmentBytes) {}

  /**
   * Options.
   *
   * @param ranges which values choose
   * @param optionOfRange what each range chooses
   * @param options how to go over each
   * @param absent the plan of what is not there
   * @param otherwise what all other values choose, or null if they are wrong
   */
  record Choice(
      RangeTable ranges,
      int[] optionOfRange,
      FlatPlan[] options,
      FlatPlan absent,
      FlatPlan otherwise) {}

  private final int[] code;
  private final Loop[] loops;
  private final Choice[] choices;

  /** How many marks it sets. */
  final int marks;

  FlatPlan(int[] code, List<Loop> loops, List<Choice> choices, int marks) {
    this.code = code;
    this.loops = loops.toArray(new Loop[0]);
    this.choices = choices.toArray(new Choice[0]);
    this.marks = marks;
  }

  private static VarHandle view(Class<?> type, ByteOrder order) {
    return MethodHandles.byteBufferViewVarHandle(type, order);
  }

  /** Whether all that it goes over has a fixed size. */
  boolean isFixed() {
    return code[0] == END;
  }

  /** Whether it goes over one text and else only over what has a fixed size: most events that are not fixed. */
  boolean isOneString() {
    return code[0] == STRING && code[STEP_INTS] == END;
  }

  /** The bytes behind its only text. */
  int afterString() {
    return code[STEP_INTS + 1];
  }

  /** The bytes that it goes over if that is a fixed number, or those in front of the first thing that has none. */
  int fixedBytes() {
    return code[1];
  }

  /**
   * Goes over the fields.
   *
   * @param buffer holds the packet, and eight bytes more than its limit
   * @param base where in the buffer the packet begins, from which it is aligned; negative if that is not in the buffer
   * @param from where in the buffer the fields begin
   * @param limit where in the buffer what may be read ends
   * @param state takes what later fields need
   * @param ends takes the marks; null if nobody wants them
   * @param firstEnd where the first mark goes
   * @return where in the buffer the fields end, or {@link #MISFIT}
   */
  int skip(
      ByteBuffer buffer, int base, int from, int limit, State state, int[] ends, int firstEnd) {
    int[] steps = code;
    int pos = from;
    int mark = firstEnd;
    for (int pc = 0; ; pc += STEP_INTS) {
      pos += steps[pc + 1];
      switch (steps[pc]) {
        case END:
          return pos <= limit ? pos : MISFIT;
        case ALIGN:
          pos = (pos - base + steps[pc + 2] - 1 & -steps[pc + 2]) + base;
          break;
        case STRING:
          pos = stringEnd(buffer, pos, limit);
          break;
        case KEEP:
          int how = steps[pc + 3];
          if (pos + (how & KEEP_SIZE) > limit) {
            return MISFIT;
          }
          state.keep(steps[pc + 2], integer(buffer, pos, how));
          continue;
        case ELEMENTS:
          long count = state.slots[steps[pc + 2]];
          if (pos > limit || count < 0 || count > (limit - pos) / steps[pc + 3]) {
            return MISFIT;
          }
          pos += (int) count * steps[pc + 3];
          break;
        case LOOP:
          pos = loop(loops[steps[pc + 3]], steps[pc + 2], buffer, base, pos, limit, state);
          break;
        default:
          pos = choice(choices[steps[pc + 3]], steps[pc + 2], buffer, base, pos, limit, state);
          break;
      }
      if (pos < 0) {
        return MISFIT;
      }
      if (ends != null) {
        ends[mark++] = pos;
      }
    }
  }

  private static int loop(
      Loop loop, int slot, ByteBuffer buffer, int base, int from, int limit, State state) {
    long count = loop.fixedCount < 0 ? state.slots[slot] : loop.fixedCount;
    int pos = (from - base + loop.alignmentBytes - 1 & -loop.alignmentBytes) + base;
    if (count < 0 || pos > limit || count > (limit - pos) / loop.leastBytes) {
      return count == 0 ? pos : MISFIT;
    }
    for (long i = 0; i < count && pos >= 0; i++) {
      pos = loop.element.skip(buffer, base, pos, limit, state, null, 0);
    }
    return pos;
  }

  private static int choice(
      Choice choice, int slot, ByteBuffer buffer, int base, int from, int limit, State state) {
    int range = choice.ranges.find(state.slots[slot]);
    FlatPlan option = choice.otherwise;
    if (range != RangeTable.NONE) {
      int chosen = choice.optionOfRange[range];
      option = chosen == ChoiceNode.ABSENT ? choice.absent : choice.options[chosen];
    }
    if (option == null || from > limit) {
      return MISFIT;
    }
    return option.skip(buffer, base, from, limit, state, null, 0);
  }

  /** Behind the next zero byte, or {@link #MISFIT}. */
  static int stringEnd(ByteBuffer buffer, int from, int limit) {
    int at = from;
    while (at < limit) {
      long eight = (long) LONG_LE.get(buffer, at);
      // the lowest bit that is left lies in the first byte that is zero
      long zeros = eight - 0x0101010101010101L & ~eight & 0x8080808080808080L;
      if (zeros != 0) {
        int end = at + (Long.numberOfTrailingZeros(zeros) >>> 3) + 1;
        return end <= limit ? end : MISFIT;
      }
      at += Long.BYTES;
    }
    return MISFIT;
  }

  private static long integer(ByteBuffer buffer, int index, int how) {
    boolean big = (how & KEEP_BIG) != 0;
    long bits = switch (how & KEEP_SIZE) {
      case 1 -> buffer.get(index);
      case 2 -> shortAt(buffer, index, big);
      case 4 -> intAt(buffer, index, big);
      default -> longAt(buffer, index, big);
    };
    return (how & KEEP_SIGNED) != 0 ? bits : bits & -1L >>> Long.SIZE - ((how & KEEP_SIZE) << 3);
  }

  /** Copies eight bytes. */
  static void copyEight(ByteBuffer from, int fromIndex, byte[] to, int toIndex) {
    BYTES.set(to, toIndex, (long) LONG_LE.get(from, fromIndex));
  }

  static short shortAt(ByteBuffer buffer, int index, boolean bigEndian) {
    return bigEndian ? (short) SHORT_BE.get(buffer, index) : (short) SHORT_LE.get(buffer, index);
  }

  static int intAt(ByteBuffer buffer, int index, boolean bigEndian) {
    return bigEndian ? (int) INT_BE.get(buffer, index) : (int) INT_LE.get(buffer, index);
  }

  static long longAt(ByteBuffer buffer, int index, boolean bigEndian) {
    return bigEndian ? (long) LONG_BE.get(buffer, index) : (long) LONG_LE.get(buffer, index);
  }
}
