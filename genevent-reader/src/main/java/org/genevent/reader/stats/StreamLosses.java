package org.genevent.reader.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.genevent.reader.PacketFacts;

/** Follows what the packets of one stream say about what is missing in it. Bounded: the first losses are kept one by one. */
public final class StreamLosses {

  /** How many losses, and how many gaps, are kept. */
  public static final int MOST = 100;

  private final List<Loss> losses = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private OptionalLong lastEnd = OptionalLong.empty();
  private OptionalLong nextSequence = OptionalLong.empty();
  private long lostEvents;
  private long missingPackets;
  private long discardedSoFar;
  private long backwardCounts;
  private long packets;
  private boolean allNumbered = true;
  private boolean allCounting = true;

  /** Before the first packet. */
  public StreamLosses() {}

  /**
   * Takes the next packet of the stream.
   *
   * @param packet what it says
   */
  public void packet(PacketFacts packet) {
    packets++;
    discarded(packet);
    sequence(packet);
    if (packet.endNanos().isPresent()) {
      lastEnd = packet.endNanos();
    }
  }

  private void discarded(PacketFacts packet) {
    if (packet.discardedEvents().isEmpty()) {
      allCounting = false;
      return;
    }
    long count = packet.discardedEvents().getAsLong();
    if (count < discardedSoFar) {
      backwardCounts++;
    } else if (count > discardedSoFar) {
      long events = count - discardedSoFar;
      lostEvents += events;
      discardedSoFar = count;
      if (losses.size() < MOST) {
        OptionalLong from = lastEnd.isPresent() ? lastEnd : packet.beginNanos();
        losses.add(new Loss(events, from, packet.endNanos()));
      }
    }
  }

  private void sequence(PacketFacts packet) {
    if (packet.sequence().isEmpty()) {
      allNumbered = false;
      return;
    }
    long number = packet.sequence().getAsLong();
    // what is missing in front of the first packet is missing, too
    long expected = nextSequence.orElse(0);
    if (number > expected) {
      missingPackets += number - expected;
      if (gaps.size() < MOST) {
        gaps.add(new Gap(expected, number - 1, packet.startBytes()));
      }
    } else if (number < expected) {
      backwardCounts++;
    }
    nextSequence = OptionalLong.of(number + 1);
  }

  /**
   * How many events the tracer lost.
   *
   * @return events
   */
  public long lostEvents() {
    return lostEvents;
  }

  /**
   * How many packets are missing, those in front of the first one included.
   *
   * @return packets
   */
  public long missingPackets() {
    return missingPackets;
  }

  /**
   * When events were lost.
   *
   * @return the first {@value #MOST} losses
   */
  public List<Loss> losses() {
    return List.copyOf(losses);
  }

  /**
   * Where packets are missing.
   *
   * @return the first {@value #MOST} gaps
   */
  public List<Gap> gaps() {
    return List.copyOf(gaps);
  }

  /**
   * How many packets were taken.
   *
   * @return packets
   */
  public long packets() {
    return packets;
  }

  /**
   * How often a number that can only grow was smaller than before.
   *
   * @return packets with such a number
   */
  public long backwardCounts() {
    return backwardCounts;
  }

  /**
   * Whether every packet has a number.
   *
   * @return false if missing packets may not show
   */
  public boolean allNumbered() {
    return allNumbered;
  }

  /**
   * Whether every packet counts lost events.
   *
   * @return false if lost events may not show
   */
  public boolean allCounting() {
    return allCounting;
  }
}
