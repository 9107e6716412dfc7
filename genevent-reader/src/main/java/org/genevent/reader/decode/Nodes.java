package org.genevent.reader.decode;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genevent.reader.FieldSink;

/** The kinds of compiled fields. */
final class Nodes {

  private Nodes() {}

  /** Turns the bits of an integer into its value. */
  static long extend(long value, int sizeBits) {
    int unused = 64 - sizeBits;
    return value << unused >> unused;
  }

  /** An integer, also the container of an enumeration. */
  static class IntegerNode extends Node {
    final int sizeBits;
    final boolean signed;
    final boolean bigEndian;
    final int radix;
    final boolean clocked;
    final Role role;
    int slot = -1;

    IntegerNode(
        String name,
        int alignmentBits,
        int sizeBits,
        boolean signed,
        boolean bigEndian,
        int radix,
        boolean clocked,
        Role role) {
      super(name, alignmentBits);
      this.sizeBits = sizeBits;
      this.signed = signed;
      this.bigEndian = bigEndian;
      this.radix = radix;
      this.clocked = clocked;
      this.role = role;
    }

    final long read(BitInput in, State state) {
      in.align(alignmentBits);
      long value = in.unsigned(sizeBits, bigEndian);
      if (signed) {
        value = extend(value, sizeBits);
      }
      if (slot >= 0) {
        state.slots[slot] = value;
      }
      if (clocked) {
        state.clock(value, sizeBits);
      }
      if (role != null) {
        state.set(role, value);
      }
      return value;
    }

    @Override
    void decode(BitInput in, State state, FieldSink sink) {
      long value = read(in, state);
      if (sink != null) {
        sink.integer(name, value, signed, radix, sizeBits);
      }
    }

    @Override
    long leastBits() {
      return sizeBits;
    }
  }

  /** An enumeration; of a truth value, the two labels are what they say. */
  static final class EnumerationNode extends Node {
    final IntegerNode container;
    private final String[] labels;
    private final long[] firsts;
    private final long[] lasts;
    private final RangeTable ranges;
    private final boolean truth;

    EnumerationNode(
        String name,
        IntegerNode container,
        String[] labels,
        long[] firsts,
        long[] lasts,
        boolean truth) {
      super(name, container.alignmentBits);
      this.container = container;
      this.labels = labels;
      this.firsts = firsts;
      this.lasts = lasts;
      this.ranges = new RangeTable(container.signed, firsts, lasts);
      this.truth = truth;
    }

    @Override
    void decode(BitInput in, State state, FieldSink sink) {
      long value = container.read(in, state);
      if (sink == null) {
        return;
      }
      if (truth && (value == 0 || value == 1)) {
        sink.bool(name, value == 1);
      } else {
        sink.enumeration(name, value, container.signed, label(value));
      }
    }

    private String label(long value) {
      int found = ranges.find(value);
      return found == RangeTable.NONE ? null : labels[found];
    }

    /** A table of those ranges only whose labels are names of options; gives the option's index. */
    RangeTable tableOf(List<String> optionNames, int[] optionOfRange) {
      long[] first = new long[firsts.length];
      long[] last = new long[firsts.length];
      Map<String, Integer> options = new HashMap<>();
      for (int i = 0; i < optionNames.size(); i++) {
        options.putIfAbsent(optionNames.get(i), i);
      }
      int count = 0;
      for (int i = 0; i < labels.length; i++) {
        Integer option = options.get(labels[i]);
        if (option != null) {
          first[count] = firsts[i];
          last[count] = lasts[i];
          optionOfRange[count++] = option;
        }
      }
      return new RangeTable(
          container.signed, Arrays.copyOf(first, count), Arrays.copyOf(last, count));
    }

    int rangeCount() {
      return firsts.length;
    }

    @Override
    long leastBits() {
      return container.sizeBits;
    }
  }

  /** A floating point number of 32 or 64 bits. */
  static final class FloatNode extends Node {
    private final int sizeBits;
    private final boolean bigEndian;

    FloatNode(String name, int alignmentBits, int sizeBits, boolean bigEndian) {
      super(name, alignmentBits);
      this.sizeBits = sizeBits;
      this.bigEndian = bigEndian;
    }

    @Override
    void decode(BitInput in, State state, FieldSink sink) {
      in.align(alignmentBits);
      long bits = in.unsigned(sizeBits, bigEndian);
      if (sink != null) {
        boolean single = sizeBits == 32;
        sink.floating(
            name,
            single ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits),
            single);
      }
    }

    @Override
    long leastBits() {
      return sizeBits;
    }
  }

  /** A text up to its zero byte. */
  static final class StringNode extends Node {
    StringNode(String name) {
      super(name, 8);
    }

    @Override
    void decode(BitInput in, State state, FieldSink sink) {
      in.align(8);
      int offset = in.byteIndex();
      int length = in.skipString();
      if (sink != null) {
        sink.text(name, in.buffer(), offset, length);
      }
    }

    @Override
    long leastBits() {
      return 8;
    }
  }

  /** A structure; as the element of a list it may stand for its only visible member. */
  static final class StructureNode extends Node {
    private final Node[] members;
    private final boolean[] hidden;
    private final boolean transparent;

    StructureNode(
        String name, int alignmentBits, List<Node> members, boolean[] hidden, boolean transparent) {
      super(name, alignmentBits);
      this.members = members.toArray(new Node[0]);
      this.hidden = hidden;
      this.transparent = transparent;
    }

    @Override
    void decode(BitInput in, State state, FieldSink sink) {
      if (sink != null && !transparent) {
        sink.beginStructure(name);
      }
      decodeMembers(in, state, sink);
      if (sink != null && !transparent) {
        sink.endStructure();
      }
    }

    void decodeMembers(BitInput in, State state, FieldSink sink) {
      state.work(members.length);
      in.align(alignmentBits);
      for (int i = 0; i < members.length; i++) {
        members[i].decode(in, state, hidden[i] ? null : sink);
      }
    }

    boolean hasVisibleMembers() {
      for (boolean one : hidden) {
        if (!one) {
          return true;
        }
      }
      return false;
    }

    @Override
    long leastBits() {
      long sum = 0;
      for (Node member : members) {
        // a sum beyond all packets stays there
        sum = Math.min(sum, Long.MAX_VALUE / 2) + Math.min(member.leastBits(), Long.MAX_VALUE / 2);
      }
      return sum;
    }
  }

  /** An array, or a sequence whose length is in a slot. */
  static final class ListNode extends Node {

    private final Node element;
    private final long fixedLength;
    private final int lengthSlot;
    private final boolean text;
    private final long elementLeastBits;

    ListNode(String name, Node element, long fixedLength, int lengthSlot, boolean text) {
      super(name, element.alignmentBits);
      this.element = element;
      this.fixedLength = fixedLength;
      this.lengthSlot = lengthSlot;
      this.text = text;
      this.elementLeastBits = element.leastBits();
    }

    @Override
    void decode(BitInput in, State state, FieldSink sink) {
      long length = lengthSlot < 0 ? fixedLength : state.slots[lengthSlot];
      in.align(alignmentBits);
      if (length < 0
          || elementLeastBits > 0 && length > Math.max(0, in.remaining()) / elementLeastBits) {
        throw DecodeFailure.TOO_LONG;
      } else if (elementLeastBits == 0) {
        state.work(length);
      }
      if (text) {
        decodeText(in, (int) length, sink);
        return;
      }
      if (sink != null) {
        sink.beginList(name);
      }
      for (long i = 0; i < length; i++) {
        element.decode(in, state, sink);
      }
      if (sink != null) {
        sink.endList();
      }
    }

    private void decodeText(BitInput in, int length, FieldSink sink) {
      int offset = in.byteIndex();
      in.skip((long) length << 3);
      if (sink != null) {
        int end = 0;
        while (end < length && in.buffer().get(offset + end) != 0) {
          end++;
        }
        sink.text(name, in.buffer(), offset, end);
      }
    }

    @Override
    long leastBits() {
      if (lengthSlot >= 0 || fixedLength == 0) {
        return 0;
      }
      long most = Long.MAX_VALUE / fixedLength;
      return elementLeastBits > most ? Long.MAX_VALUE : elementLeastBits * fixedLength;
    }
  }

  /** A variant; of an optional value, either the value or nothing. */
  static final class VariantNode extends Node {
    private final EnumerationNode tag;
    private final RangeTable ranges;
    private final int[] optionOfRange;
    private final Node[] options;
    private final int absentOption;
    private final boolean optional;

    VariantNode(
        String name,
        EnumerationNode tag,
        List<String> optionNames,
        Node[] options,
        boolean optional) {
      super(name, 1);
      this.tag = tag;
      this.optionOfRange = new int[tag.rangeCount()];
      this.ranges = tag.tableOf(optionNames, optionOfRange);
      this.options = options;
      this.absentOption = optional ? optionNames.indexOf("absent") : -1;
      this.optional = optional;
    }

    @Override
    void decode(BitInput in, State state, FieldSink sink) {
      int range = ranges.find(state.slots[tag.container.slot]);
      if (range == RangeTable.NONE) {
        throw DecodeFailure.NO_OPTION;
      }
      int chosen = optionOfRange[range];
      if (chosen == absentOption) {
        options[chosen].decode(in, state, null);
        if (sink != null) {
          sink.absent(name);
        }
      } else if (optional || sink == null) {
        options[chosen].decode(in, state, sink);
      } else {
        sink.beginStructure(name);
        options[chosen].decode(in, state, sink);
        sink.endStructure();
      }
    }

    @Override
    long leastBits() {
      long least = Long.MAX_VALUE;
      for (Node option : options) {
        least = Math.min(least, option.leastBits());
      }
      return least;
    }
  }
}
