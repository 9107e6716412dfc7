package org.genevent.reader.decode;

/** What the packets of a stream say of events and packets that are not there. */
final class PacketLosses {

  private long nextSequence = -1;
  private long discardedEvents;
  private long lostPackets;

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

  /** Forgets which packet comes next: reading goes on elsewhere. */
  void forgetSequence() {
    nextSequence = -1;
  }

  long discardedEvents() {
    return discardedEvents;
  }

  long lostPackets() {
    return lostPackets;
  }
}
