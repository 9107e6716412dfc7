package org.genevent.reader.decode;

import java.util.OptionalLong;

/** What the packets of a stream say of events and packets that are not there, or are there again. */
final class PacketLosses {

  private long nextSequence = -1;
  private long discardedEvents;
  private long lostPackets;
  private long lastBeginNanos = Long.MIN_VALUE;
  private long repeatedPackets;

  /**
   * Counts what a packet says whose beginning was decoded, and when it begins, if it says that; returns whether it is there again
   * or not in order.
   */
  boolean count(State state, OptionalLong beginNanos) {
    boolean isBack = state.has(Role.PACKET_SEQ_NUM)
        && nextSequence > 0
        && state.get(Role.PACKET_SEQ_NUM) < nextSequence;
    isBack |= beginNanos.orElse(lastBeginNanos) < lastBeginNanos;
    repeatedPackets += isBack ? 1 : 0;
    lastBeginNanos = beginNanos.orElse(lastBeginNanos);
    count(state);
    return isBack;
  }

  /** Counts what a packet says whose beginning was decoded. */
  void count(State state) {
    if (state.has(Role.EVENTS_DISCARDED)) {
      discardedEvents = Math.max(discardedEvents, state.get(Role.EVENTS_DISCARDED));
    }
    if (state.has(Role.PACKET_SEQ_NUM)) {
      long sequence = state.get(Role.PACKET_SEQ_NUM);
      if (nextSequence >= 0 && sequence > nextSequence) {
        lostPackets += sequence - nextSequence;
      }
      nextSequence = sequence + 1;
    }
  }

  /**
   * Counts what a packet says that lies so many packets behind the one that was counted last, as if those between them had been
   * counted, too; false if the numbers cannot be.
   */
  boolean countBehind(State state, long packets) {
    if (state.has(Role.PACKET_SEQ_NUM) && packets > 0) {
      long missing = state.get(Role.PACKET_SEQ_NUM) - (nextSequence - 1 + packets);
      if (nextSequence < 0 || missing < 0) {
        return false;
      }
      lostPackets += missing;
      nextSequence = -1;
    }
    count(state);
    return true;
  }

  /** Forgets which packet comes next: reading goes on elsewhere. */
  void forgetSequence() {
    nextSequence = -1;
    lastBeginNanos = Long.MIN_VALUE;
  }

  /** How many packets begin before, or have no larger number than, the one in front of them. */
  long repeatedPackets() {
    return repeatedPackets;
  }

  long discardedEvents() {
    return discardedEvents;
  }

  long lostPackets() {
    return lostPackets;
  }
}
