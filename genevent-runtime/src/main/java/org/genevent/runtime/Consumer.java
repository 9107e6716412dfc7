package org.genevent.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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
  private static final int PATIENCE_PASSES = 400;
  private static final long GRACE_NANOS = 2_000_000;
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
        tryWriting(() -> lane.drain(false));
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

  /** A sub-buffer to be written, and the packet in it; {@code unsettled} if a writer never came to its commit, else null. */
  private record Full(long instance, long sequence, int index, SharedPacket unsettled) {}

  /** The files of one channel. */
  private final class Lane {

    private final Channel channel;
    private final Map<Long, StreamOutput> files = new HashMap<>();
    private final TreeSet<Full> full =
        new TreeSet<>(Comparator.comparingLong(Full::instance).thenComparingLong(Full::sequence));
    private int earlySince;
    private boolean finished;

    Lane(Channel channel) {
      this.channel = channel;
    }

    private StreamOutput file(long instance) {
      return files.computeIfAbsent(instance, number -> session.stream(channel, number));
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

    private void takeFull() {
      for (int i = channel.takeFull(); i != Channel.NONE; i = channel.takeFull()) {
        ByteBuffer packet = channel.subBuffer(i);
        full.add(
            new Full(PacketHeader.streamInstance(packet), PacketHeader.sequence(packet), i, null));
      }
    }

    /**
     * Writes full packets, those of a stream in their order, and frees them.
     *
     * @param last whether nothing comes after them: then none waits for one in front of it, and their room is trimmed
     */
    void drain(boolean last) throws IOException {
      takeFull();
      boolean early = false;
      for (Iterator<Full> each = full.iterator(); each.hasNext(); ) {
        Full next = each.next();
        long expected = file(next.instance()).nextSequence();
        // a writer that was stopped in the middle of a shared packet lets the next one be full
        // first
        if (next.sequence() > expected && !channel.overwrites() && !last) {
          early = true;
          continue;
        }
        if (next.sequence() >= expected) {
          write(next, last);
        }
        each.remove();
        if (next.unsettled() == null) {
          channel.recycle(next.index());
        }
      }
      earlySince = early ? Math.max(1, earlySince) : 0;
      if (early && earlySince++ > PATIENCE_PASSES) {
        earlySince = 0;
        finishStopped();
      }
    }

    /** Goes on without writers that never came to their commits; their sub-buffers stay theirs. */
    private void finishStopped() throws IOException {
      for (SharedPacket packet : openSharedPackets()) {
        StreamOutput file = file(packet.stream().instance());
        if (packet.isClosed() && packet.sequence() == file.nextSequence()) {
          writeAroundHoles(packet, false);
        }
      }
    }

    private void write(Full next, boolean last) throws IOException {
      if (next.unsettled() == null) {
        writeFinal(copy(next.index(), false), last);
      } else {
        writeAroundHoles(next.unsettled(), last);
      }
    }

    /** What is committed around holes is kept, and holes are counted. */
    private void writeAroundHoles(SharedPacket packet, boolean last) throws IOException {
      PacketCopy copy = copy(packet.index(), true);
      writeFinal(copy, last);
      packet.stream().addLost(copy.uncommitted());
    }

    private List<SharedPacket> openSharedPackets() {
      List<SharedPacket> packets = new ArrayList<>();
      for (int i = 0; i < channel.ring().count(); i++) {
        SharedPacket packet = channel.sharedPacket(i);
        if (packet != null) {
          packets.add(packet);
        }
      }
      packets.sort(Comparator.comparingLong(SharedPacket::sequence));
      return packets;
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
      StreamOutput file = file(instance);
      if (copy.sequence() == file.nextSequence() && copy.contentEnd() > openEnd(file)) {
        file.writeOpen(copy.bytes(), copy.contentEnd());
      }
    }

    private int openEnd(StreamOutput file) {
      return Math.max(PacketLayout.HEADER_BYTES, file.openContentEnd());
    }

    /** Writes everything that is left; the channel is closed. */
    void finish() throws IOException {
      // what was stored before is seen everywhere after that time: also that an event is in flight
      LockSupport.parkNanos(GRACE_NANOS);
      drainInOrder();
      long deadline = System.nanoTime() + SETTLE_NANOS;
      while (unsettled() && System.nanoTime() - deadline < 0) {
        LockSupport.parkNanos(PAUSE_NANOS / 10);
        drainInOrder();
      }
      for (OwnedStream stream : channel.streams()) {
        stream.handOver();
      }
      takeFull();
      addUnsettled();
      drain(true);
      for (OwnedStream stream : channel.streams()) {
        finishLosses(channel.ownedClass(), stream.instance(), stream.discarded());
      }
      for (SharedStream stream : channel.sharedStreams()) {
        finishLosses(channel.sharedClass(), stream.instance(), stream.discarded());
      }
      finished = true;
    }

    /** Without the numbers to go by, since some are overwritten, everything has to be there to be put in order. */
    private void drainInOrder() throws IOException {
      if (!channel.overwrites()) {
        drain(false);
      }
    }

    private boolean unsettled() {
      for (OwnedStream stream : channel.streams()) {
        if (stream.isBusy()) {
          return true;
        }
      }
      return openSharedPackets().stream().anyMatch(packet -> !packet.isHandedOver());
    }

    /** Shared packets whose writers never came to their commits are written as they are, in their places. */
    private void addUnsettled() {
      for (SharedPacket packet : openSharedPackets()) {
        if (packet.isInStream() && !packet.isHandedOver()) {
          int instance = packet.stream().instance();
          full.add(new Full(instance, packet.sequence(), packet.index(), packet));
        }
      }
    }

    /** Losses after the last packet of a stream get a packet of their own, so that the trace tells them. */
    private void finishLosses(int streamClass, int instance, long discarded) throws IOException {
      StreamOutput known = files.get((long) instance);
      if (discarded > (known == null ? 0 : known.lastDiscarded())) {
        StreamOutput file = file(instance);
        long now = Math.max(file.lastTimestamp(), System.nanoTime());
        PacketCopy losses = PacketCopy.ofLosses(
            channel.uuid(), streamClass, instance, file.nextSequence(), now, discarded);
        file.writeFinal(losses.bytes(), losses.contentEnd(), true);
      }
    }
  }
}
