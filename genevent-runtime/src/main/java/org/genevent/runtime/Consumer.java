package org.genevent.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Moves packets of a session from memory to the trace directory: the work of the old lttd.
 *
 * <p>It looks at the queues every few milliseconds and is never woken by a tracing thread, which so needs no lock and no
 * system call. A packet that cannot be written stays in memory and is tried again; the memory then fills up, and what
 * finds no room is counted as discarded by the threads themselves.
 */
final class Consumer implements Runnable {

  private static final long PAUSE_NANOS = 5_000_000;
  private static final long FLUSH_NANOS = 200_000_000;
  private static final long RETRY_NANOS = 500_000_000;

  /** How long the end of a session waits for events that were begun in shared streams. */
  private static final long SETTLE_NANOS = 1_000_000_000;

  private final Session session;
  private final List<Lane> lanes = new ArrayList<>();
  private long lastFlush = System.nanoTime();
  private long retryAt;
  private volatile boolean stopping;

  Consumer(Session session, List<Channel> channels) {
    this.session = session;
    channels.forEach(channel -> lanes.add(new Lane(channel)));
  }

  /** Asks the thread to do the last pass and end. */
  void stop() {
    stopping = true;
  }

  @Override
  public void run() {
    while (!stopping) {
      guarded(this::pass);
      LockSupport.parkNanos(PAUSE_NANOS);
      // an interrupt would make the next parks return at once
      Thread.interrupted();
    }
    guarded(this::lastPass);
  }

  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      session.report("the consumer failed: " + e);
    }
  }

  private void pass() {
    long now = System.nanoTime();
    if (retryAt != 0 && now - retryAt < 0) {
      return;
    }
    boolean flush = now - lastFlush > FLUSH_NANOS;
    if (flush) {
      lastFlush = now;
    }
    for (Lane lane : lanes) {
      lane.adoptOrphans();
      if (!lane.channel.overwrites()) {
        tryWriting(lane::drain);
        if (flush) {
          tryWriting(lane::flushOpen);
        }
      }
    }
  }

  private void lastPass() {
    for (Lane lane : lanes) {
      lane.adoptOrphans();
      tryWriting(lane::finish);
    }
  }

  /** Work that writes files. */
  private interface Writing {
    void run() throws IOException;
  }

  private void tryWriting(Writing work) {
    try {
      work.run();
      retryAt = 0;
    } catch (IOException e) {
      retryAt = System.nanoTime() + RETRY_NANOS;
      session.report("the trace cannot be written: " + e.getMessage());
    }
  }

  /** Whether everything that was in memory is in the trace directory. */
  boolean isDrained() {
    return lanes.stream().allMatch(lane -> lane.finished);
  }

  /** The files of one channel. */
  private final class Lane {

    private final Channel channel;
    private final Map<Long, StreamFile> files = new HashMap<>();
    private final ArrayDeque<Integer> stuck = new ArrayDeque<>();
    private boolean finished;

    Lane(Channel channel) {
      this.channel = channel;
    }

    private StreamFile file(long instance) {
      return files.computeIfAbsent(
          instance, number -> new StreamFile(session.streamFile(channel.name(), number)));
    }

    /** Streams whose thread is dead are handed over. */
    void adoptOrphans() {
      for (OwnedStream stream : channel.streams()) {
        Thread owner = stream.owner();
        if (owner != null && !owner.isAlive()) {
          channel.retire(stream);
        }
      }
    }

    void drain() throws IOException {
      while (true) {
        if (stuck.isEmpty()) {
          int index = channel.takeFull();
          if (index < 0) {
            return;
          }
          stuck.add(index);
        }
        int index = stuck.peek();
        writeFinal(copy(index, false), false);
        stuck.remove();
        channel.recycle(index);
      }
    }

    private PacketCopy copy(int index, boolean skipHoles) {
      ByteBuffer packet = channel.subBuffer(index);
      return PacketHeader.streamClass(packet) == channel.sharedClass()
          ? PacketCopy.ofShared(packet, channel.recordSizes(index), skipHoles)
          : PacketCopy.ofOwned(packet);
    }

    private void writeFinal(PacketCopy copy, boolean trim) throws IOException {
      file(copy.instance()).writeFinal(copy.bytes(), copy.contentEnd(), trim);
    }

    /** Writes what is committed in sub-buffers that are still open, so that the trace can be read while it grows. */
    void flushOpen() throws IOException {
      for (OwnedStream stream : channel.streams()) {
        flush(stream.current(), stream.instance());
      }
      for (SharedStream stream : channel.sharedStreams()) {
        SharedPacket packet = stream.current();
        if (packet != null && !packet.isClosed()) {
          flush(packet.index(), stream.instance());
        }
      }
    }

    private void flush(int index, int instance) throws IOException {
      if (index < 0) {
        return;
      }
      // only this thread recycles sub-buffers here, so the memory is the stream's until the next
      // drain
      ByteBuffer packet = channel.subBuffer(index);
      if (!PacketHeader.isValid(packet, channel.uuid())
          || PacketHeader.streamInstance(packet) != instance) {
        return;
      }
      PacketCopy copy = copy(index, false);
      StreamFile file = file(instance);
      if (copy.sequence() == file.nextSequence() && copy.contentEnd() > openEnd(file)) {
        file.writeOpen(copy.bytes(), copy.contentEnd());
      }
    }

    private int openEnd(StreamFile file) {
      return Math.max(PacketLayout.HEADER_BYTES, file.openContentEnd());
    }

    void finish() throws IOException {
      for (SharedStream stream : channel.sharedStreams()) {
        SharedPacket packet = stream.current();
        if (packet != null) {
          packet.close();
        }
      }
      drain();
      long deadline = System.nanoTime() + SETTLE_NANOS;
      while (unsettled() && System.nanoTime() - deadline < 0) {
        LockSupport.parkNanos(PAUSE_NANOS / 10);
        drain();
      }
      finishUnsettled();
      for (OwnedStream stream : channel.streams()) {
        int index = stream.current();
        if (index >= 0) {
          writeFinal(copy(index, false), true);
        }
        finishLosses(channel.ownedClass(), stream.instance(), stream.discarded());
      }
      for (SharedStream stream : channel.sharedStreams()) {
        finishLosses(channel.sharedClass(), stream.instance(), stream.discarded());
      }
      finished = true;
    }

    private boolean unsettled() {
      for (int i = 0; i < channel.ring().count(); i++) {
        if (channel.sharedPacket(i) != null) {
          return true;
        }
      }
      return false;
    }

    /** Shared packets whose writers never came to their commits: what is committed around the holes is kept. */
    private void finishUnsettled() throws IOException {
      List<PacketCopy> copies = new ArrayList<>();
      for (int i = 0; i < channel.ring().count(); i++) {
        if (channel.sharedPacket(i) != null) {
          copies.add(copy(i, true));
          channel.sharedPacketDone(i);
        }
      }
      copies.sort(Comparator.comparingLong(PacketCopy::sequence));
      for (PacketCopy copy : copies) {
        writeFinal(copy, true);
      }
    }

    /** Losses after the last packet of a stream get a packet of their own, so that the trace tells them. */
    private void finishLosses(int streamClass, int instance, long discarded) throws IOException {
      StreamFile known = files.get((long) instance);
      if (discarded > (known == null ? 0 : known.lastDiscarded())) {
        StreamFile file = file(instance);
        long now = Math.max(file.lastTimestamp(), System.nanoTime());
        PacketCopy losses = PacketCopy.ofLosses(
            channel.uuid(), streamClass, instance, file.nextSequence(), now, discarded);
        file.writeFinal(losses.bytes(), losses.contentEnd(), true);
      }
    }
  }
}
