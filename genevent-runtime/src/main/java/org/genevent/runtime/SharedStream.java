package org.genevent.runtime;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A stream that virtual threads, and platform threads without a sub-buffer of their own, write together.
 *
 * <p>Never waits for another thread: one that opens the next packet is given a moment, then whoever needs room opens one
 * as well, and the first to put it in place wins.
 */
final class SharedStream implements LossCounter {

  /** How often a thread looks again while another one opens the next packet. */
  private static final int PATIENCE = 100;

  private final Channel channel;
  private final int instance;
  private final AtomicBoolean opening = new AtomicBoolean();
  private final AtomicLong discarded = new AtomicLong();
  private final AtomicReference<SharedPacket> current = new AtomicReference<>();

  SharedStream(Channel channel, int instance) {
    this.channel = channel;
    this.instance = instance;
  }

  Channel channel() {
    return channel;
  }

  int instance() {
    return instance;
  }

  SharedPacket current() {
    return current.get();
  }

  long discarded() {
    return discarded.get();
  }

  @Override
  public void addLost(long events) {
    discarded.addAndGet(events);
  }

  /** Tries to begin an event; null if there is no room and no sub-buffer to be had. */
  EventWriter begin(int id, int sizeBytes) {
    int patience = PATIENCE;
    while (true) {
      SharedPacket packet = current.get();
      EventWriter writer = packet == null ? null : packet.begin(id, sizeBytes, channel.writers());
      if (writer != null) {
        return writer;
      }
      boolean first = opening.compareAndSet(false, true);
      if (!first && patience-- > 0) {
        Thread.onSpinWait();
        continue;
      }
      try {
        if (current.get() == packet && !openNext(packet) && current.get() == packet) {
          return null;
        }
      } finally {
        if (first) {
          opening.set(false);
        }
      }
    }
  }

  /** Opens the packet behind one; false if that cannot be done. */
  private boolean openNext(SharedPacket last) {
    int next = channel.isClosed() ? Channel.NONE : channel.takeFree();
    if (next == Channel.NONE) {
      return false;
    }
    // from here on nothing is stamped in the last packet, so everything in the next one is later
    if (last != null) {
      last.close();
    }
    long now = System.nanoTime();
    long sequence = last == null ? StreamFile.FIRST_SEQUENCE : last.sequence() + 1;
    ByteBuffer packet = channel.subBuffer(next);
    ByteBuffer recordSizes = channel.recordSizes(next);
    // no magic first: a reader of the memory must not walk through records that are being cleared
    PacketHeader.invalidate(packet);
    Bytes.zero(packet, PacketLayout.HEADER_BYTES, packet.capacity());
    Bytes.zero(recordSizes, 0, recordSizes.capacity());
    PacketHeader.write(
        packet,
        channel.uuid(),
        channel.sharedClass(),
        instance,
        now,
        sequence,
        discarded.get(),
        null);
    SharedPacket opened = new SharedPacket(this, next, packet, recordSizes, now, sequence);
    channel.sharedPacketOpened(opened);
    if (!current.compareAndSet(last, opened)) {
      channel.recycle(next);
    }
    return true;
  }

  /** Closes the open packet; nothing is opened any more when the channel is closed. */
  void close() {
    SharedPacket packet = current.get();
    if (packet != null) {
      packet.close();
    }
  }

  /** Counts a lost event, also in the header of the open packet. */
  void discard() {
    long now = discarded.incrementAndGet();
    SharedPacket packet = current.get();
    if (packet != null) {
      packet.raiseDiscarded(now);
    }
  }
}
