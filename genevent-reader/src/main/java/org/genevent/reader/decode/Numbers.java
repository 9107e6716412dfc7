package org.genevent.reader.decode;

import org.genevent.reader.FieldSink;

/** The kinds of compiled integers and truth values. */
final class Numbers {

  private Numbers() {}

  /** Turns the bits of an integer into its value. */
  static long extend(long value, int sizeBits) {
    int unused = 64 - sizeBits;
    return value << unused >> unused;
  }

  /** Bits in the opposite order. */
  static long reverse(long bits, int sizeBits) {
    return Long.reverse(bits) >>> 64 - sizeBits;
  }

  /** An integer of a number of bits. */
  static final class IntegerNode extends NumberNode {
    final int sizeBits;
    final boolean bigEndian;
    final int radix;
    final boolean reversed;

    IntegerNode(
        String name,
        int alignmentBits,
        int sizeBits,
        boolean signed,
        boolean bigEndian,
        int radix,
        boolean clocked,
        Role[] roles,
        boolean reversed) {
      super(name, alignmentBits, signed, clocked, roles);
      this.sizeBits = sizeBits;
      this.bigEndian = bigEndian;
      this.radix = radix;
      this.reversed = reversed;
    }

    @Override
    long read(BitInput in, State state) {
      in.align(alignmentBits);
      long value = in.unsigned(sizeBits, bigEndian);
      if (reversed) {
        value = reverse(value, sizeBits);
      }
      if (signed) {
        value = extend(value, sizeBits);
      }
      keep(value, sizeBits, state);
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
    int sizeBits() {
      return sizeBits;
    }

    @Override
    long leastBits() {
      return sizeBits;
    }
  }

  /** An integer of as many bytes as it needs. */
  static final class VariableNode extends NumberNode {
    private final int radix;

    VariableNode(String name, boolean signed, int radix, boolean clocked, Role[] roles) {
      super(name, 8, signed, clocked, roles);
      this.radix = radix;
    }

    @Override
    long read(BitInput in, State state) {
      in.align(8);
      long before = in.position();
      long value = in.variable(signed);
      int bits = (int) (in.position() - before >>> 3) * 7;
      keep(value, Math.min(bits, 64), state);
      return value;
    }

    @Override
    void decode(BitInput in, State state, FieldSink sink) {
      long value = read(in, state);
      if (sink != null) {
        sink.integer(name, value, signed, radix, 64);
      }
    }

    @Override
    int sizeBits() {
      return 64;
    }

    @Override
    long leastBits() {
      return 8;
    }
  }

  /** A truth value. */
  static final class BooleanNode extends NumberNode {
    private static final Role[] NO_ROLES = {};

    private final int sizeBits;
    private final boolean bigEndian;

    BooleanNode(String name, int alignmentBits, int sizeBits, boolean bigEndian) {
      super(name, alignmentBits, false, false, NO_ROLES);
      this.sizeBits = sizeBits;
      this.bigEndian = bigEndian;
    }

    @Override
    long read(BitInput in, State state) {
      in.align(alignmentBits);
      long value = in.unsigned(sizeBits, bigEndian) == 0 ? 0 : 1;
      keep(value, 1, state);
      return value;
    }

    @Override
    void decode(BitInput in, State state, FieldSink sink) {
      boolean value = read(in, state) != 0;
      if (sink != null) {
        sink.bool(name, value);
      }
    }

    @Override
    int sizeBits() {
      return 1;
    }

    @Override
    long leastBits() {
      return sizeBits;
    }
  }
}
