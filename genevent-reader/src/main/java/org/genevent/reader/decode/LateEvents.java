package org.genevent.reader.decode;

/**
 * Looks for events that are earlier than what lies in front of them in their stream. They are given where they lie; the first of
 * each packet is said. Used by one thread.
 *
 * <p>Clocks wrap: what is less than half of all their values ahead is later, the rest earlier.
 */
final class LateEvents {

  private final StreamFindings findings;

  /** The last event's time of the packet in front, in cycles, and whether the packet says that it begins before that. */
  private long before;

  private boolean overlaps;

  /** Whether there is no packet in front. */
  private boolean isFirst = true;

  /** The packet of which it was said. */
  private long toldByte = -1;

  LateEvents(StreamFindings findings) {
    this.findings = findings;
  }

  /** Begins a packet: behind another one up to whose end the clock had come. */
  void packet(long endCycles, long beginCycles) {
    before = endCycles;
    overlaps = !isFirst && beginCycles - endCycles < 0;
    isFirst = false;
  }

  /** Begins a packet in front of which nothing counts. */
  void packet() {
    overlaps = false;
    isFirst = false;
  }

  /** Begins elsewhere, as if nothing had been read. */
  void forget() {
    overlaps = false;
    isFirst = true;
    toldByte = -1;
  }

  /** Whether the first event of a batch is late. */
  boolean isIn(EventBatch batch, PacketEvents events) {
    if (overlaps && events.clockCycles() - before < 0) {
      batch.late(true, before);
    }
    overlaps = false;
    return batch.isLate;
  }

  /**
   * Says it, if that event is given. If it lies in front of the part that is read, whoever reads what is in front has said it.
   *
   * @param batch what is left of the batch
   * @param packet its packet
   * @param atByte where in the file the event is
   */
  void tell(EventBatch batch, PacketReader packet, long atByte) {
    boolean given = batch.first == 0 && batch.count > 0;
    if (packet.beginByte != toldByte && (given || batch.first > 0)) {
      toldByte = packet.beginByte;
      if (given) {
        StreamClock clock = packet.stream.clock;
        findings.late(clock.realNanos(batch.beforeCycles) - batch.nanos(0), atByte, packet);
      }
    }
  }
}
