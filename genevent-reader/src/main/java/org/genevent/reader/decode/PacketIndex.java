package org.genevent.reader.decode;

import java.util.Arrays;

/** Where the packets of a stream begin, and which times they say they hold. */
public final class PacketIndex {

  /** Packets of a stream beyond which an index would be larger than what it is good for. */
  public static final int MAX_PACKETS = 1 << 20;

  private long[] starts = new long[64];
  private long[] begins = new long[64];

  /** The latest end of a packet and all in front of it. */
  private long[] latestEnds = new long[64];

  private int count;
  private long endByte;
  private boolean timed = true;
  final PacketLosses losses = new PacketLosses();

  PacketIndex() {}

  /** Adds the packet whose beginning a reader has decoded; false if there are too many. */
  boolean add(PacketReader packet, State state) {
    if (count == MAX_PACKETS) {
      return false;
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      begins = Arrays.copyOf(begins, 2 * count);
      latestEnds = Arrays.copyOf(latestEnds, 2 * count);
    }
    timed &= packet.setsClock && packet.begin().isPresent();
    long before = count == 0 ? Long.MIN_VALUE : latestEnds[count - 1];
    starts[count] = packet.startBytes;
    begins[count] = packet.begin().orElse(Long.MIN_VALUE);
    latestEnds[count] = Math.max(before, packet.end().orElse(Long.MAX_VALUE));
    count++;
    endByte = packet.startBytes + packet.sizeBytes;
    losses.count(state);
    return true;
  }

  /**
   * Whether all packets say the time of their beginning in full, so that reading can begin with any of them.
   *
   * @return false if a packet's times depend on those before it
   */
  public boolean isTimed() {
    return timed;
  }

  /**
   * How many packets there are.
   *
   * @return packets
   */
  public int count() {
    return count;
  }

  /**
   * Where a packet begins.
   *
   * @param packet its number; the number of packets for the end of the last
   * @return bytes from the beginning of the file
   */
  public long startByte(int packet) {
    return packet == count ? endByte : starts[packet];
  }

  /**
   * When a packet says that it begins.
   *
   * @param packet its number
   * @return nanoseconds since the epoch
   */
  public long beginNanos(int packet) {
    return begins[packet];
  }

  /**
   * The first packet that may hold an event of a time or a later one, by what packets say.
   *
   * @param nanos the time
   * @return where it begins; the end of the last packet if there is none
   */
  public long startFor(long nanos) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = low + high >>> 1;
      if (latestEnds[middle] < nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return startByte(low);
  }
}
