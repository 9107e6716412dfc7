package org.genevent.reader.decode;

/**
 * The part of a stream that is read at once by one thread, and where that part really began and ended.
 *
 * <p>A part begins in front of the first event of a time, and ends in front of the first event of another. Where that is can only
 * be told by looking; an index says which packet to begin with. So it is written down, in bits of the file, what was given,
 * passed over and left, and neighbours are compared: only if they fit together nothing was lost or read twice.
 */
public final class StreamSpan {

  /** Behind all that is in a file. */
  static final long NOWHERE = Long.MAX_VALUE;

  final long startByte;
  private final long fromNanos;
  private final long fromBit;
  final long endNanos;
  final long endByte;
  private boolean begun;
  private boolean unsure;
  private long firstBit = NOWHERE;
  private long lastPassedBit = -1;
  private long stopBit = NOWHERE;
  private long stopPacketByte = NOWHERE;

  private StreamSpan(long startByte, long fromNanos, long fromBit, long endNanos, long endByte) {
    this.startByte = startByte;
    this.fromNanos = fromNanos;
    this.fromBit = fromBit;
    this.endNanos = endNanos;
    this.endByte = endByte;
    this.begun = fromNanos == Long.MIN_VALUE && fromBit <= 0;
    if (begun) {
      firstBit = startByte << 3;
    }
  }

  /**
   * From a time on.
   *
   * @param startByte a packet, in front of which no event of that time is expected
   * @param fromNanos the time of the first event; those in front of it in the file are passed over
   * @param endNanos the span ends in front of the first event that is not before this time
   * @return the span
   */
  public static StreamSpan ofTimes(long startByte, long fromNanos, long endNanos) {
    return new StreamSpan(startByte, fromNanos, -1, endNanos, Long.MAX_VALUE);
  }

  /**
   * From a packet on.
   *
   * @param startByte the packet
   * @param endByte the span ends in front of a packet that begins there
   * @return the span
   */
  public static StreamSpan ofPackets(long startByte, long endByte) {
    return new StreamSpan(startByte, Long.MIN_VALUE, -1, Long.MAX_VALUE, endByte);
  }

  /**
   * Everything behind this span.
   *
   * @return the span
   */
  public StreamSpan rest() {
    return stopBit == NOWHERE
        ? ofPackets(Long.MAX_VALUE >> 4, Long.MAX_VALUE)
        : new StreamSpan(stopPacketByte, Long.MIN_VALUE, stopBit, Long.MAX_VALUE, Long.MAX_VALUE);
  }

  /**
   * Whether this span goes on exactly where another one ended. To be asked when that one was read, and this one begun.
   *
   * @param before the span before
   * @return false if something would be lost or read twice, or nobody knows
   */
  public boolean follows(StreamSpan before) {
    return !unsure
        && startByte << 3 <= before.stopBit
        && lastPassedBit < before.stopBit
        && before.stopBit <= firstBit;
  }

  /** Whether it begins or ends at an event within a packet. */
  boolean isOfTimes() {
    return !begun || endNanos != Long.MAX_VALUE;
  }

  /** Something was found to be damaged. */
  void damaged() {
    unsure |= !begun;
  }

  /** Ends in front of a packet. */
  void stopAt(long packetByte) {
    stopPacketByte = packetByte;
    stopBit = packetByte << 3;
  }

  /**
   * Takes out of a batch what does not belong here.
   *
   * @param batch events of one packet
   * @param packet the packet
   * @param base where in the buffer the packet's origin is
   * @param headerBits where the header of an event begins, counted from the packet's origin, if nodes went over it; -1 if plans did
   * @return whether the span ended in it
   */
  boolean cut(EventBatch batch, PacketReader packet, int base, long headerBits) {
    // what positions are counted from: the buffer's beginning, or the packet's origin
    long originByte = packet.startBytes - (headerBits >= 0 ? 0 : base);
    int from = 0;
    while (!begun && from < batch.count) {
      long bit = position(batch, from, originByte, headerBits);
      if (batch.nanos(from) < fromNanos || bit < fromBit) {
        lastPassedBit = bit;
        from++;
      } else {
        begun = true;
        firstBit = bit;
      }
    }
    int to = from;
    if (endNanos == Long.MAX_VALUE) {
      to = batch.count;
    }
    while (to < batch.count && batch.nanos(to) < endNanos) {
      to++;
    }
    boolean ended = to < batch.count;
    if (ended) {
      stopPacketByte = packet.beginByte;
      stopBit = position(batch, to, originByte, headerBits);
    }
    batch.keep(from, to);
    return ended;
  }

  private static long position(EventBatch batch, int i, long originByte, long headerBits) {
    return (originByte << 3) + (headerBits >= 0 ? headerBits : (long) batch.start(i) << 3);
  }
}
