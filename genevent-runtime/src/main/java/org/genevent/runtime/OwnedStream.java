package org.genevent.runtime;

import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A stream that one platform thread writes: no atomic operation but the release stores of each commit.
 *
 * <p>Only the owner opens packets. A packet is handed over by its owner, by the consumer when the owner is dead, or by a
 * session that ends: whoever takes {@code current} by compare-and-set hands it over, so it is handed over once.
 */
final class OwnedStream implements LossCounter {

  /** More stack than anything between taking a sub-buffer and keeping it needs. */
  private static final int PROBE_FRAMES = 24;

  private final Channel channel;
  private final int instance;
  private final EventWriter writer;
  private final AtomicInteger current = new AtomicInteger(Channel.NONE);
  private final AtomicLong discarded = new AtomicLong();
  private final AtomicInteger handingOver = new AtomicInteger();
  private volatile Thread owner;
  private volatile long sequence = StreamFile.FIRST_SEQUENCE;

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

  /** The number of the open sub-buffer, or {@link Channel#NONE}. */
  int current() {
    return current.get();
  }

  long discarded() {
    return discarded.get();
  }

  @Override
  public void addLost(long events) {
    discarded.addAndGet(events);
  }

  /** The slow path of a begin: the sub-buffer is full, or there is none. Never throws. */
  EventWriter beginInNext(int id, int sizeBytes) {
    if (channel.isClosed()) {
      return null;
    }
    try {
      // a stack that overflows does so here, before anything was taken
      probe(PROBE_FRAMES);
      return sizeBytes < 0 || sizeBytes > channel.largestPayloadBytes()
          ? lost()
          : open(id, sizeBytes);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return lost();
    }
  }

  private static int probe(int frames) {
    return frames == 0 ? 0 : probe(frames - 1) + 1;
  }

  private EventWriter lost() {
    discard();
    return null;
  }

  private EventWriter open(int id, int sizeBytes) {
    writer.release();
    handOver();
    int next = channel.takeFreeForOwned();
    if (next == Channel.NONE) {
      return channel.beginShared(id, sizeBytes);
    }
    ByteBuffer packet = channel.subBuffer(next);
    long now = System.nanoTime();
    PacketHeader.write(
        packet,
        channel.uuid(),
        channel.ownedClass(),
        instance,
        now,
        sequence,
        discarded.get(),
        owner);
    sequence++;
    channel.setLossCounter(next, this);
    writer.take(packet, now);
    current.set(next);
    // either the session that ends sees this packet, or this thread sees that it ends
    VarHandle.fullFence();
    if (channel.isClosed()) {
      writer.release();
      handOver();
      return null;
    }
    return writer.begin(id, sizeBytes);
  }

  /** Gives the open sub-buffer to the consumer, unless somebody else does. */
  void handOver() {
    handingOver.incrementAndGet();
    int index = current.get();
    if (index != Channel.NONE && current.compareAndSet(index, Channel.NONE)) {
      channel.handOver(index, writer.events());
    }
    handingOver.decrementAndGet();
  }

  /** Whether an event is being written, or a sub-buffer is on its way to the consumer. */
  boolean isBusy() {
    return handingOver.get() != 0 || current.get() != Channel.NONE && writer.isInFlight();
  }

  /** Counts a lost event; called by the owner. */
  void discard() {
    long now = discarded.incrementAndGet();
    int index = current.get();
    if (index != Channel.NONE) {
      PacketHeader.raiseDiscarded(channel.subBuffer(index), now);
    }
  }
}
