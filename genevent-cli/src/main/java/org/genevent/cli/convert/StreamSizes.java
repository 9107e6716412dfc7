package org.genevent.cli.convert;

import java.util.OptionalLong;

/** What is known of a stream before it is written. */
final class StreamSizes {

  /** What an event takes beside its context and its payload. */
  private static final int MOST_PER_EVENT_BYTES = 40;

  private static final int SMALLEST_BYTES = 4096;

  /** Blocks are not made larger only because there is much to write; those of all streams together neither. */
  private static final int LARGE_BYTES = 1 << 18;

  private static final int ALL_BYTES = 1 << 23;

  final String name;
  long events;
  int largestBytes;
  long allBytes;

  /** The thread of the event before, where events say their threads. */
  OptionalLong thread = OptionalLong.empty();

  /** How many bytes are in the largest packet, and all that is said of it; 0 without packets. */
  private long largestPacketBytes;

  private long packetBytes;
  private int noteBytes;

  StreamSizes(String name) {
    this.name = name;
  }

  void add(int contextBytes, int payloadBytes) {
    int bytes = contextBytes + payloadBytes;
    events++;
    largestBytes = Math.max(largestBytes, bytes);
    allBytes += bytes;
    packetBytes += bytes + MOST_PER_EVENT_BYTES;
    endPacket();
  }

  /** A packet begins, of which so many bytes tell. */
  void packet(int toldBytes) {
    noteBytes = Math.max(noteBytes, 2 * (toldBytes + MOST_PER_EVENT_BYTES));
    packetBytes = noteBytes;
    endPacket();
  }

  private void endPacket() {
    if (noteBytes > 0) {
      largestPacketBytes = Math.max(largestPacketBytes, packetBytes);
    }
  }

  /** Whether its events say their threads. */
  boolean isShared() {
    return thread.isPresent();
  }

  /** Has what another has. */
  void take(StreamSizes other) {
    events = other.events;
    largestBytes = other.largestBytes;
    allBytes = other.allBytes;
    thread = other.thread;
    largestPacketBytes = other.largestPacketBytes;
    noteBytes = other.noteBytes;
  }

  /**
   * A block of this size holds every event, and the fewer blocks there are, the larger they may be.
   *
   * @param headerBytes in front of the first event
   * @param perEventBytes beside its values
   * @param streams how many there are, each with a block in memory
   */
  int blockBytes(int headerBytes, int perEventBytes, int streams) {
    long one = headerBytes + perEventBytes + (long) largestBytes + noteBytes;
    long all = headerBytes
        + (largestPacketBytes > 0 ? largestPacketBytes : perEventBytes * events + allBytes);
    long wanted = Math.max(one, Math.min(all, Math.min(LARGE_BYTES, ALL_BYTES / streams)));
    long size = SMALLEST_BYTES;
    while (size < wanted) {
      size *= 2;
    }
    return (int) Math.min(size, 1 << 30);
  }
}
