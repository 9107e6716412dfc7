package org.genevent.reader.decode;

/** What decoding keeps from one field to later ones. */
final class State {

  /** Values that lengths and tags refer to, by slot. */
  final long[] slots;

  /** Which slots have a value; asked only for those that may have none. */
  private final boolean[] kept;

  /** Turns texts of other encodings into UTF-8. */
  final Transcoder transcoder = new Transcoder();

  /** The clock of the stream, in cycles. */
  long clock;

  /** Whether the clock had all its bits from one field, so that what was before is of no matter. */
  boolean isClockWhole;

  /** Values of the members that have a part in the structure of packets and events. */
  final long[] roles = new long[Role.values().length];

  /** Which of the roles had a value. */
  int rolesSeen;

  /**
   * How many members and elements may still be decoded. Members that take no bits would let a small packet take forever;
   * those that take some are limited by the packet anyway.
   */
  long workLeft;

  State(int slotCount) {
    slots = new long[slotCount];
    kept = new boolean[slotCount];
  }

  void keep(int slot, long value) {
    slots[slot] = value;
    kept[slot] = true;
  }

  boolean isKept(int slot) {
    return kept[slot];
  }

  void forget(int slot) {
    kept[slot] = false;
  }

  void work(long count) {
    workLeft -= count;
    if (workLeft < 0) {
      throw DecodeFailure.TOO_MUCH;
    }
  }

  boolean has(Role role) {
    return (rolesSeen & 1 << role.ordinal()) != 0;
  }

  long get(Role role) {
    return roles[role.ordinal()];
  }

  void set(Role role, long value) {
    roles[role.ordinal()] = value;
    rolesSeen |= 1 << role.ordinal();
  }

  /** The clock from a part of its bits: the earliest time that is not before the last one. */
  void clock(long value, int sizeBits) {
    if (sizeBits == 64) {
      clock = value;
      isClockWhole = true;
      return;
    }
    long mask = (1L << sizeBits) - 1;
    clock += value - clock & mask;
  }
}
