package org.genevent.reader.decode;

import java.util.Arrays;

/** A field whose value later fields may refer to: an integer, or a truth value. */
abstract class NumberNode extends Node {

  private static final int[] NO_SLOTS = {};

  final boolean signed;
  final boolean clocked;
  final Role[] roles;

  /** Where the value is kept for a reference that means this field alone; -1 if there is none. */
  int slot = -1;

  /** Where it is kept for references that mean it or others, whichever was read. */
  private int[] sharedSlots = NO_SLOTS;

  NumberNode(String name, int alignmentBits, boolean signed, boolean clocked, Role[] roles) {
    super(name, alignmentBits);
    this.signed = signed;
    this.clocked = clocked;
    this.roles = roles;
  }

  void addSharedSlot(int shared) {
    sharedSlots = Arrays.copyOf(sharedSlots, sharedSlots.length + 1);
    sharedSlots[sharedSlots.length - 1] = shared;
  }

  /** Whether references keep the value that mean it or others. */
  boolean hasSharedSlots() {
    return sharedSlots.length > 0;
  }

  /** Keeps a value for those who need it later. */
  final void keep(long value, int clockBits, State state) {
    if (slot >= 0) {
      state.keep(slot, value);
    }
    for (int shared : sharedSlots) {
      state.keep(shared, value);
    }
    if (clocked) {
      state.clock(value, clockBits);
    }
    for (Role role : roles) {
      state.set(role, value);
    }
  }

  /** Reads the value, sign extended if it is signed, and keeps it. */
  abstract long read(BitInput in, State state);

  /** How many bits a value has at most, 1 to 64. */
  abstract int sizeBits();
}
