package org.genevent.reader.decode;

import java.util.Arrays;

/**
 * Where the packets of a stream begin, and which times they say they hold.
 *
 * <p>An entry is a packet, or, of streams that have very many, as many packets one behind the other as it takes to keep the
 * index small: whatever the size of the file, its memory is bounded.
 */
public final class PacketIndex {

  /** Entries of the index of a stream, and of all streams that are read together. */
  public static final int MAX_ENTRIES = 1 << 20;

  private static final int LEAST_ENTRIES = 64;

  private final int mostEntries;
  private long[] starts = new long[LEAST_ENTRIES];
  private long[] begins = new long[LEAST_ENTRIES];

  /** The latest end of a packet of an entry and all in front of it. */
  private long[] latestEnds = new long[LEAST_ENTRIES];

  private int entries;
  private long packets;

  /** How many packets an entry has, but for the last, which may have less. */
  private long packetsPerEntry = 1;

  private long endByte;
  private boolean timed = true;
  final PacketLosses losses = new PacketLosses();

  /** An empty index with at most that many entries, or a few. */
  PacketIndex(int mostEntries) {
    this.mostEntries = Math.max(LEAST_ENTRIES, mostEntries & -2);
  }

  /** Adds the packet whose beginning a reader has decoded. */
  void add(PacketReader packet, State state) {
    timed &= packet.setsClock && packet.begin().isPresent();
    long end = packet.end().orElse(Long.MAX_VALUE);
    if (packets % packetsPerEntry == 0) {
      makeRoom();
      starts[entries] = packet.startBytes;
      begins[entries] = packet.begin().orElse(Long.MIN_VALUE);
      latestEnds[entries] = entries == 0 ? Long.MIN_VALUE : latestEnds[entries - 1];
      entries++;
    }
    latestEnds[entries - 1] = Math.max(latestEnds[entries - 1], end);
    packets++;
    endByte = packet.startBytes + packet.sizeBytes;
    losses.count(state, packet.ownBegin());
  }

  private void makeRoom() {
    if (entries == mostEntries) {
      // an even number of whole entries: two become one
      for (int i = 0; i < entries / 2; i++) {
        starts[i] = starts[2 * i];
        begins[i] = begins[2 * i];
        latestEnds[i] = latestEnds[2 * i + 1];
      }
      entries /= 2;
      packetsPerEntry *= 2;
    } else if (entries == starts.length) {
      int more = Math.min(2 * entries, mostEntries);
      starts = Arrays.copyOf(starts, more);
      begins = Arrays.copyOf(begins, more);
      latestEnds = Arrays.copyOf(latestEnds, more);
    }
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
  public long packets() {
    return packets;
  }

  /**
   * How many entries there are.
   *
   * @return as many as packets, or less
   */
  public int entries() {
    return entries;
  }

  /**
   * Where an entry begins.
   *
   * @param entry its number; the number of entries for the end of the last
   * @return bytes from the beginning of the file
   */
  public long startByte(int entry) {
    return entry == entries ? endByte : starts[entry];
  }

  /**
   * When the first packet of an entry says that it begins.
   *
   * @param entry its number
   * @return nanoseconds since the epoch
   */
  public long beginNanos(int entry) {
    return begins[entry];
  }

  /**
   * The first entry that may hold an event of a time or a later one, by what packets say.
   *
   * @param nanos the time
   * @return where it begins; the end of the last packet if there is none
   */
  public long startFor(long nanos) {
    int low = 0;
    int high = entries;
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
