package org.genevent.runtime;

import java.nio.ByteBuffer;

/**
 * A stream that one platform thread writes: no atomic operation but the release stores of each commit.
 *
 * <p>Only the owner changes it while it lives; when it is dead, the consumer hands its sub-buffer over and gives the stream
 * to the next thread that asks. What the consumer reads of a living owner's stream ({@code current}, {@code discarded})
 * is volatile.
 */
final class OwnedStream {

  private final Channel channel;
  private final int instance;
  private final EventWriter writer;
  private volatile Thread owner;
  private volatile int current = -1;
  private volatile long discarded;
  private long sequence;

  OwnedStream(Channel channel, int instance) {
    this.channel = channel;
    this.instance = instance;
    writer = new EventWriter(this);
  }

  Channel channel() {
    return channel;
  }

  EventWriter writer() {
    return writer;
  }

  int instance() {
    return instance;
  }

  Thread owner() {
    return owner;
  }

  void own(Thread thread) {
    owner = thread;
    writer.own(thread);
  }

  /** The number of the open sub-buffer, or -1. */
  int current() {
    return current;
  }

  long discarded() {
    return discarded;
  }

  /** The slow path of a begin: the sub-buffer is full, or there is none. */
  EventWriter beginInNext(int id, int sizeBytes) {
    if (channel.isClosed()) {
      return null;
    }
    if (sizeBytes < 0 || sizeBytes > channel.largestPayloadBytes()) {
      discard();
      return null;
    }
    handOver();
    int next = channel.takeFree();
    if (next < 0) {
      return channel.beginShared(id, sizeBytes);
    }
    ByteBuffer packet = channel.subBuffer(next);
    long now = System.nanoTime();
    PacketHeader.write(
        packet, channel.uuid(), channel.ownedClass(), instance, now, sequence, discarded, owner);
    sequence++;
    writer.take(packet, now);
    current = next;
    return writer.begin(id, sizeBytes);
  }

  /** Gives the open sub-buffer to the consumer; called by the owner, or when it is dead. */
  void handOver() {
    int index = current;
    if (index >= 0) {
      writer.release();
      current = -1;
      channel.handOver(index);
    }
  }

  /** Counts a lost event; called by the owner. */
  @SuppressWarnings("NonAtomicOperationOnVolatileField")
  void discard() {
    long now = discarded + 1;
    discarded = now;
    int index = current;
    if (index >= 0) {
      Bytes.LONG.setRelease(channel.subBuffer(index), PacketLayout.DISCARDED_OFFSET, now);
    }
  }
}
