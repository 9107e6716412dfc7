package org.genevent.cli.convert;

/** What is known of a stream before it is written. */
final class StreamSizes {

  private static final int SMALLEST_BYTES = 4096;

  /** Blocks are not made larger only because there is much to write; those of all streams together neither. */
  private static final int LARGE_BYTES = 1 << 18;

  private static final int ALL_BYTES = 1 << 23;

  final String name;
  long events;
  int largestBytes;
  long allBytes;

  StreamSizes(String name) {
    this.name = name;
  }

  void add(int contextBytes, int payloadBytes) {
    int bytes = contextBytes + payloadBytes;
    events++;
    largestBytes = Math.max(largestBytes, bytes);
    allBytes += bytes;
  }

  /** Has what another has. */
  void take(StreamSizes other) {
    events = other.events;
    largestBytes = other.largestBytes;
    allBytes = other.allBytes;
  }

  /**
   * A block of this size holds every event, and the fewer blocks there are, the larger they may be.
   *
   * @param headerBytes in front of the first event
   * @param perEventBytes beside its values
   * @param streams how many there are, each with a block in memory
   */
  int blockBytes(int headerBytes, int perEventBytes, int streams) {
    long one = headerBytes + perEventBytes + (long) largestBytes;
    long all = headerBytes + perEventBytes * events + allBytes;
    long wanted = Math.max(one, Math.min(all, Math.min(LARGE_BYTES, ALL_BYTES / streams)));
    long size = SMALLEST_BYTES;
    while (size < wanted) {
      size *= 2;
    }
    return (int) Math.min(size, 1 << 30);
  }
}
