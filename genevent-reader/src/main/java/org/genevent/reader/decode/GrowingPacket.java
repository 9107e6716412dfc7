package org.genevent.reader.decode;

/** The last packet of a file that still grows: where reading goes on in it. */
final class GrowingPacket {

  private static final long NONE = -1;

  private long packetByte = NONE;
  private long eventEnd;
  private long clock;

  /** Where an event was whose kind was not known; a second look at it is the last one. */
  private long unknownAt = NONE;

  /** Remembers a packet whose content was read to its end. */
  void leave(PacketReader packet, long endBits, long cycles) {
    packetByte = packet.beginByte;
    eventEnd = endBits + (packet.startBytes - packet.beginByte << 3);
    clock = cycles;
  }

  /** Whether what failed may be there later: the rest of an event or of a header, or the metadata of a kind of event. */
  boolean mayWait(DecodeFailure failure, PacketReader packet, long endBits, long cycles) {
    boolean begun = packet.sizeBytes > 0;
    boolean cut =
        begun ? packet.isCut && failure.mayEndWithMoreBytes() : failure == DecodeFailure.CUT_HEADER;
    boolean unknown = begun && failure == DecodeFailure.UNKNOWN_EVENT;
    if (unknown) {
      long at = (packet.startBytes << 3) + endBits;
      unknown = at != unknownAt;
      unknownAt = at;
    }
    if (begun && (cut || unknown)) {
      leave(packet, endBits, cycles);
    }
    return cut || unknown;
  }

  boolean isInside() {
    return packetByte != NONE;
  }

  long packetByte() {
    return packetByte;
  }

  long eventEnd() {
    return eventEnd;
  }

  long clock() {
    return clock;
  }
}
