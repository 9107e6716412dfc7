package org.genevent.reader.decode;

import java.util.List;
import org.genevent.reader.FieldSink;

/** The kinds of compiled fields that hold others, and those that are bits. */
final class Nodes {

  private Nodes() {}

  /** Bits, with or without names. */
  static final class BitsNode extends Node {
    private static final int SHOWN_BASE = 16;

    private final int sizeBits;
    private final boolean bigEndian;
    private final boolean reversed;
    private final BitFlags flags;

    BitsNode(
        String name,
        int alignmentBits,
        int sizeBits,
        boolean bigEndian,
        boolean reversed,
        BitFlags flags) {
      super(name, alignmentBits);
      this.sizeBits = sizeBits;
      this.bigEndian = bigEndian;
      this.reversed = reversed;
      this.flags = flags;
    }

    @Override
    void decode(BitInput in, State state, FieldSink sink) {
      in.align(alignmentBits);
      long bits = in.unsigned(sizeBits, bigEndian);
      if (reversed) {
        bits = Numbers.reverse(bits, sizeBits);
      }
      if (sink == null) {
        return;
      }
      if (flags == null) {
        sink.integer(name, bits, false, SHOWN_BASE, sizeBits);
      } else {
        sink.flags(name, bits, sizeBits, flags.of(bits));
      }
    }

    @Override
    long leastBits() {
      return sizeBits;
    }
  }

  /** A floating point number. */
  static final class FloatNode extends Node {
    final int exponentBits;
    final int mantissaBits;
    final int sizeBits;
    final boolean bigEndian;
    final boolean reversed;

    FloatNode(
        String name,
        int alignmentBits,
        int exponentBits,
        int mantissaBits,
        boolean bigEndian,
        boolean reversed) {
      super(name, alignmentBits);
      this.exponentBits = exponentBits;
      this.mantissaBits = mantissaBits;
      this.sizeBits = exponentBits + mantissaBits;
      this.bigEndian = bigEndian;
      this.reversed = reversed;
    }

    @Override
    void decode(BitInput in, State state, FieldSink sink) {
      in.align(alignmentBits);
      long bits = in.unsigned(sizeBits, bigEndian);
      if (sink != null) {
        if (reversed) {
          bits = Numbers.reverse(bits, sizeBits);
        }
        boolean single = exponentBits <= 8 && mantissaBits <= 24;
        sink.floating(name, FloatBits.value(bits, exponentBits, mantissaBits), single);
      }
    }

    @Override
    long leastBits() {
      return sizeBits;
    }
  }

  /** A structure; as the element of a list it may stand for its only visible member. */
  static final class StructureNode extends Node {
    final Node[] members;
    final boolean[] hidden;
    private final boolean transparent;
    private final long leastBits;

    StructureNode(
        String name, int alignmentBits, List<Node> members, boolean[] hidden, boolean transparent) {
      super(name, alignmentBits);
      this.members = members.toArray(new Node[0]);
      this.hidden = hidden;
      this.transparent = transparent;
      long sum = 0;
      for (Node member : members) {
        // a sum beyond all packets stays there
        sum = Math.min(sum, Long.MAX_VALUE / 2) + Math.min(member.leastBits(), Long.MAX_VALUE / 2);
      }
      this.leastBits = sum;
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
      return leastBits;
    }
  }

  /** An array, or a sequence whose length is in a slot. */
  static final class ListNode extends Node {

    final Node element;
    final long fixedLength;
    final SlotReference length;
    private final long elementLeastBits;

    ListNode(String name, int alignmentBits, Node element, long fixedLength, SlotReference length) {
      super(name, alignmentBits);
      this.element = element;
      this.fixedLength = fixedLength;
      this.length = length;
      this.elementLeastBits = element.leastBits();
    }

    @Override
    void decode(BitInput in, State state, FieldSink sink) {
      long count = length == null ? fixedLength : length.get(state);
      in.align(alignmentBits);
      if (count < 0
          || elementLeastBits > 0 && count > Math.max(0, in.remaining()) / elementLeastBits) {
        throw DecodeFailure.TOO_LONG;
      } else if (elementLeastBits == 0) {
        state.work(count);
      }
      if (sink != null) {
        sink.beginList(name);
      }
      for (long i = 0; i < count; i++) {
        element.decode(in, state, sink);
      }
      if (sink != null) {
        sink.endList();
      }
    }

    @Override
    long leastBits() {
      if (length != null || fixedLength == 0) {
        return 0;
      }
      long most = Long.MAX_VALUE / fixedLength;
      return elementLeastBits > most ? Long.MAX_VALUE : elementLeastBits * fixedLength;
    }
  }
}
