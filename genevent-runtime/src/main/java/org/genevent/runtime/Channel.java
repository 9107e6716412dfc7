package org.genevent.runtime;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The memory of a session's channel and the streams that write into it.
 *
 * <p>A sub-buffer is in one of these hands at a time: the queue of free ones, a stream that has it open, the queue of full
 * ones, or the consumer. It changes hands by the queues only, so that no lock is needed.
 */
final class Channel {

  /** No sub-buffer. */
  static final int NONE = -1;

  static final int WRITERS_MASK = (1 << 10) - 1;

  private static final int SHARED_STREAMS = Math.min(4, Runtime.getRuntime().availableProcessors());

  private final String name;
  private final int number;
  private final byte[] uuid;
  private final RingFile ring;
  private final boolean overwrite;
  private final IndexQueue free;
  private final IndexQueue full;
  private final EventWriter[] writersById = new EventWriter[WRITERS_MASK + 1];
  private final int ownNumber = OwnWriters.takeNumber();
  private final ConcurrentLinkedQueue<OwnedStream> streams = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<OwnedStream> idle = new ConcurrentLinkedQueue<>();
  private final AtomicInteger nextInstance = new AtomicInteger();
  private final SharedStream[] shared = new SharedStream[SHARED_STREAMS];
  private final AtomicReferenceArray<SharedPacket> sharedPackets;
  private final AtomicReferenceArray<LossCounter> lossCounters;
  private final AtomicIntegerArray events;
  private final int reserve;
  private final WriterPool writers = new WriterPool();
  private volatile boolean closed;

  Channel(String name, int number, byte[] uuid, RingFile ring, boolean overwrite) {
    this.name = name;
    this.number = number;
    this.uuid = uuid;
    this.ring = ring;
    this.overwrite = overwrite;
    IndexNodes nodes = new IndexNodes(ring.count(), 2);
    free = new IndexQueue(nodes);
    full = new IndexQueue(nodes);
    for (int i = 0; i < ring.count(); i++) {
      free.offer(i);
    }
    sharedPackets = new AtomicReferenceArray<>(ring.count());
    lossCounters = new AtomicReferenceArray<>(ring.count());
    events = new AtomicIntegerArray(ring.count());
    reserve = Math.min(SHARED_STREAMS, ring.count() / 4);
    for (int i = 0; i < shared.length; i++) {
      shared[i] = new SharedStream(this, nextInstance.getAndIncrement());
    }
  }

  /** Writers at the low bits of their thread's number, where there was no other; whose they are has to be asked. */
  EventWriter[] writersById() {
    return writersById;
  }

  /** The writer of this thread, or null if it has to use a shared stream. */
  EventWriter ownWriter() {
    if (Threads.currentIsVirtual()) {
      return null;
    }
    EventWriter writer = OwnWriters.get(ownNumber);
    return writer != null && writer.isOf(this) ? writer : firstWriter();
  }

  private EventWriter firstWriter() {
    if (closed) {
      return null;
    }
    try {
      OwnedStream stream = idle.poll();
      if (stream == null) {
        stream = new OwnedStream(this, nextInstance.getAndIncrement());
        streams.add(stream);
      }
      stream.own(Thread.currentThread());
      OwnWriters.set(ownNumber, stream.writer());
      remember(stream);
      return stream.writer();
    } catch (OutOfMemoryError e) {
      return null;
    }
  }

  /** A race for a place is harmless: whoever loses it finds its writer the slower way. */
  private void remember(OwnedStream stream) {
    int place = Threads.id(stream.owner()) & WRITERS_MASK;
    EventWriter there = writersById[place];
    if (there == null || !there.hasLivingOwner()) {
      writersById[place] = stream.writer();
    }
  }

  /** Begins an event in a shared stream; null if it was lost and counted. */
  EventWriter beginShared(int id, int sizeBytes) {
    if (closed) {
      return null;
    }
    // spread by thread, so that threads rarely meet
    int start = (int) (Thread.currentThread().getId() % shared.length);
    if (sizeBytes >= 0 && sizeBytes <= largestPayloadBytes()) {
      for (int i = 0; i < shared.length; i++) {
        EventWriter writer = shared[(start + i) % shared.length].begin(id, sizeBytes);
        if (writer != null) {
          return writer;
        }
      }
    }
    shared[start].discard();
    return null;
  }

  /** Counts an event that the caller could not write. */
  void discard() {
    if (closed) {
      return;
    }
    EventWriter writer = ownWriter();
    if (writer != null) {
      writer.discard();
    } else {
      shared[0].discard();
    }
  }

  /** The largest payload that fits a packet of any stream. */
  int largestPayloadBytes() {
    return ring.subBufferBytes()
        - PacketLayout.HEADER_BYTES
        - PacketLayout.EVENT_HEADER_BYTES
        - Long.BYTES;
  }

  /** A sub-buffer that nobody has, or {@link #NONE}: a free one, or in overwrite mode the oldest full one. */
  int takeFree() {
    int index = free.poll();
    if (index == NONE && overwrite) {
      index = full.poll();
      if (index != NONE) {
        PacketHeader.invalidate(subBuffer(index));
        lossCounters.get(index).addLost(events.get(index));
      }
    }
    return index;
  }

  /** The same for an owned stream, which leaves the last ones to those who share. */
  int takeFreeForOwned() {
    int available = free.size() + (overwrite ? full.size() : 0);
    return available <= reserve ? NONE : takeFree();
  }

  /** Says whose losses the events of a sub-buffer are if it is overwritten. */
  void setLossCounter(int index, LossCounter stream) {
    lossCounters.set(index, stream);
  }

  void handOver(int index, int committedEvents) {
    events.set(index, committedEvents);
    full.offer(index);
  }

  int takeFull() {
    return full.poll();
  }

  /** Frees a sub-buffer whose packet nobody needs any more. */
  void recycle(int index) {
    PacketHeader.invalidate(subBuffer(index));
    sharedPackets.set(index, null);
    free.offer(index);
  }

  void sharedPacketOpened(SharedPacket packet) {
    sharedPackets.set(packet.index(), packet);
    setLossCounter(packet.index(), packet.stream());
  }

  /** The shared packet that a sub-buffer was opened as, or null. */
  SharedPacket sharedPacket(int index) {
    return sharedPackets.get(index);
  }

  Iterable<OwnedStream> streams() {
    return streams;
  }

  SharedStream[] sharedStreams() {
    return shared;
  }

  /** Makes the stream of a thread that is dead available to the next one. */
  void retire(OwnedStream stream) {
    stream.handOver();
    stream.writer().release();
    stream.own(null);
    idle.add(stream);
  }

  /** Lets no event begin any more. */
  void close() {
    closed = true;
    for (OwnedStream stream : streams) {
      stream.writer().forbid();
    }
    for (SharedStream stream : shared) {
      stream.close();
    }
    OwnWriters.giveNumber(ownNumber);
  }

  boolean isClosed() {
    return closed;
  }

  boolean overwrites() {
    return overwrite;
  }

  String name() {
    return name;
  }

  int number() {
    return number;
  }

  byte[] uuid() {
    return uuid;
  }

  RingFile ring() {
    return ring;
  }

  WriterPool writers() {
    return writers;
  }

  ByteBuffer subBuffer(int index) {
    return ring.subBuffer(index);
  }

  ByteBuffer recordSizes(int index) {
    return ring.recordSizes(index);
  }

  /** The data stream class of streams that one thread owns. */
  int ownedClass() {
    return 2 * number;
  }

  /** The data stream class of shared streams. */
  int sharedClass() {
    return 2 * number + 1;
  }
}
