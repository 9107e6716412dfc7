package org.genevent.runtime;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A stream that virtual threads, and platform threads without a sub-buffer of their own, write together. */
final class SharedStream {

  /** How often a thread looks again while another one opens the next packet, before it goes to another stream. */
  private static final int PATIENCE = 200;

  private final Channel channel;
  private final int instance;
  private final AtomicBoolean opening = new AtomicBoolean();
  private final AtomicLong discarded = new AtomicLong();
  private volatile SharedPacket current;
  private long sequence;

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
    return current;
  }

  long discarded() {
    return discarded.get();
  }

  /** Tries to begin an event; null if there is no room and no sub-buffer to be had. */
  EventWriter begin(int id, int sizeBytes) {
    for (int i = 0; i < PATIENCE; i++) {
      SharedPacket packet = current;
      if (packet != null) {
        EventWriter writer = packet.begin(id, sizeBytes, channel.writers());
        if (writer != null) {
          return writer;
        }
      }
      if (opening.compareAndSet(false, true)) {
        boolean opened;
        try {
          opened = current != packet || openNext(packet);
        } finally {
          opening.set(false);
        }
        if (!opened) {
          return null;
        }
      } else {
        Thread.onSpinWait();
      }
    }
    return null;
  }

  private boolean openNext(SharedPacket full) {
    if (channel.isClosed()) {
      return false;
    }
    int next = channel.takeFree();
    if (next < 0) {
      return false;
    }
    if (full != null) {
      full.close();
    }
    ByteBuffer packet = channel.subBuffer(next);
    ByteBuffer recordSizes = channel.recordSizes(next);
    // no magic first: a reader of the memory must not walk through records that are being cleared
    Bytes.INT.setRelease(packet, PacketLayout.MAGIC_OFFSET, 0);
    Bytes.zero(packet, PacketLayout.HEADER_BYTES, packet.capacity());
    Bytes.zero(recordSizes, 0, recordSizes.capacity());
    long now = System.nanoTime();
    PacketHeader.write(
        packet,
        channel.uuid(),
        channel.sharedClass(),
        instance,
        now,
        sequence,
        discarded.get(),
        null);
    sequence++;
    SharedPacket opened = new SharedPacket(this, next, packet, recordSizes, now);
    channel.sharedPacketOpened(opened);
    current = opened;
    return true;
  }

  /** Counts a lost event, also in the header of the open packet. */
  void discard() {
    long now = discarded.incrementAndGet();
    SharedPacket packet = current;
    if (packet != null && !packet.isClosed()) {
      Bytes.LONG.setRelease(packet.buffer(), PacketLayout.DISCARDED_OFFSET, now);
    }
  }
}
