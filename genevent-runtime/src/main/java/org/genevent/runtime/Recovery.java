package org.genevent.runtime;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Turns the memory that a killed process left behind into packets of its trace.
 *
 * <p>The memory is a file that outlives the process; every sub-buffer in it is a valid packet. What the consumer had
 * already moved is not written again, and when all is written the memory is deleted, so recovering twice does no harm.
 * Nothing that is found is trusted: what does not fit is counted and left out.
 */
public final class Recovery {

  private final Path directory;
  private final RingList.Content content;
  private final byte[] uuid;
  private long recoveredBytes;
  private long recoveredPackets;
  private long discardedEvents;
  private long damagedPackets;

  private Recovery(Path directory, RingList.Content content) {
    this.directory = directory;
    this.content = content;
    this.uuid = Session.bytes(content.uuid());
  }

  /**
   * What a recovery came to.
   *
   * @param packets packets that were completed or added
   * @param bytes committed bytes of events that were in memory only
   * @param discardedEvents events that the process itself had counted as lost by then
   * @param damagedPackets sub-buffers whose content made no sense and was left out
   */
  public record Result(long packets, long bytes, long discardedEvents, long damagedPackets) {
    @Override
    public String toString() {
      return packets
          + " packets with "
          + bytes
          + " bytes of events recovered, "
          + discardedEvents
          + " events had been discarded, "
          + damagedPackets
          + " packets damaged";
    }
  }

  /**
   * Whether a process left memory behind for a trace, or still writes it.
   *
   * @param directory the trace directory
   * @return true if there is something to recover, or a session runs there
   */
  public static boolean isNeeded(Path directory) {
    return Files.exists(directory.resolve(RingList.FILE_NAME));
  }

  /**
   * Recovers a trace.
   *
   * @param directory the trace directory
   * @return what was found; nothing if there was nothing to recover
   * @throws IOException if a session still writes the trace, or files cannot be read or written; the message is for users
   */
  public static Result recover(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new NoSuchFileException(directory.toString());
    }
    if (!isNeeded(directory)) {
      return new Result(0, 0, 0, 0);
    }
    try (FileChannel lock = RingList.lock(directory)) {
      Recovery recovery = new Recovery(directory, RingList.read(directory));
      for (RingList.Ring ring : recovery.content.rings()) {
        recovery.recover(ring);
      }
      for (RingList.Ring ring : recovery.content.rings()) {
        // the list may be damaged: what is deleted must at least look like a ring
        if (ring.path().getFileName().toString().endsWith(RingFile.SUFFIX)) {
          Files.deleteIfExists(ring.path());
        }
      }
      Files.deleteIfExists(directory.resolve(RingList.FILE_NAME));
      lock.force(false);
      return recovery.result();
    }
  }

  private Result result() {
    return new Result(recoveredPackets, recoveredBytes, discardedEvents, damagedPackets);
  }

  private void recover(RingList.Ring listed) throws IOException {
    RingFile ring;
    try {
      ring = RingFile.open(listed.path(), listed.subBufferBytes(), listed.count());
    } catch (NoSuchFileException e) {
      throw new IOException(
          listed.path() + ", the memory of the trace, is gone; was the machine started anew?");
    }
    TreeMap<Long, List<PacketCopy>> streams = new TreeMap<>();
    for (int i = 0; i < ring.count(); i++) {
      ByteBuffer packet = ring.subBuffer(i);
      if (PacketHeader.isValid(packet, uuid)) {
        take(listed, packet, ring.recordSizes(i), streams);
      }
    }
    for (var stream : streams.entrySet()) {
      // a process killed while two threads opened the same packet leaves it twice, once without
      // content
      stream
          .getValue()
          .sort(Comparator.comparingLong(PacketCopy::sequence)
              .thenComparing(Comparator.comparingInt(PacketCopy::contentEnd).reversed()));
      if (content.ltt().isPresent()) {
        appendBlocks(content.ltt().get(), listed, stream.getKey(), stream.getValue());
      } else {
        append(listed.name(), stream.getKey(), stream.getValue());
      }
    }
  }

  private void take(
      RingList.Ring listed,
      ByteBuffer packet,
      ByteBuffer recordSizes,
      TreeMap<Long, List<PacketCopy>> streams) {
    int streamClass = PacketHeader.streamClass(packet);
    boolean shared = streamClass == 2 * listed.channel() + 1;
    long end = PacketHeader.contentEnd(packet);
    boolean right = (shared || streamClass == 2 * listed.channel())
        && PacketHeader.streamInstance(packet) >= 0
        && PacketHeader.sequence(packet) >= 0
        && end >= PacketLayout.HEADER_BYTES
        && end <= packet.capacity();
    if (!right) {
      damagedPackets++;
      return;
    }
    PacketCopy copy =
        shared ? PacketCopy.ofShared(packet, recordSizes, true) : PacketCopy.ofOwned(packet);
    streams.computeIfAbsent(copy.instance(), key -> new ArrayList<>()).add(copy);
  }

  private void append(String channel, long instance, List<PacketCopy> packets) throws IOException {
    Path path = directory.resolve(channel + "_" + instance);
    Tail tail = Tail.of(path, uuid);
    StreamFile file = new StreamFile(path);
    // the last packet in the file may be one that was still open: what is in memory is the whole of
    // it
    boolean reopen = packets.stream()
        .anyMatch(packet ->
            packet.sequence() == tail.lastSequence && packet.contentEnd() >= tail.lastContentEnd);
    long from = reopen ? tail.lastStart : tail.end;
    file.continueAt(from, tail.lastDiscarded);
    if (Files.exists(path)) {
      cut(path, from);
    }
    long next = reopen ? tail.lastSequence : tail.lastSequence + 1;
    for (PacketCopy packet : packets) {
      if (packet.sequence() >= next) {
        boolean again = packet.sequence() == tail.lastSequence;
        long known = again ? tail.lastContentEnd : PacketLayout.HEADER_BYTES;
        next = packet.sequence() + 1;
        file.writeFinal(packet.bytes(), packet.contentEnd(), true);
        recoveredPackets++;
        recoveredBytes += packet.contentEnd() - known;
      }
    }
    if (!packets.isEmpty()) {
      discardedEvents += Math.max(0, packets.get(packets.size() - 1).discarded());
    }
  }

  private void appendBlocks(
      LttTrace trace, RingList.Ring listed, long instance, List<PacketCopy> packets)
      throws IOException {
    Path path = trace.file(directory, listed.name(), instance);
    int blockBytes = LttTrace.blockBytes(listed.subBufferBytes());
    LttTail tail = LttTail.of(path, trace, blockBytes);
    boolean reopen = packets.stream()
        .anyMatch(packet -> packet.sequence() == tail.lastSequence()
            && packet.contentEnd() > PacketLayout.HEADER_BYTES);
    LttStreamFile file = new LttStreamFile(trace, path, blockBytes);
    long from = reopen ? tail.lastStart() : tail.endBytes();
    file.continueAt(from);
    if (Files.exists(path)) {
      cut(path, from);
    }
    long next = reopen ? tail.lastSequence() : tail.lastSequence() + 1;
    for (PacketCopy packet : packets) {
      if (packet.sequence() >= next) {
        next = packet.sequence() + 1;
        file.writeFinal(packet.bytes(), packet.contentEnd(), true);
        boolean again = packet.sequence() == tail.lastSequence();
        recoveredPackets += file.contentBytes() > 0 ? 1 : 0;
        recoveredBytes += file.contentBytes() - (again ? tail.lastContentBytes() : 0);
      }
    }
    if (!packets.isEmpty()) {
      discardedEvents += Math.max(0, packets.get(packets.size() - 1).discarded());
    }
  }

  private static void cut(Path path, long sizeBytes) throws IOException {
    try (RandomAccessFile out = new RandomAccessFile(path.toFile(), "rw")) {
      out.setLength(sizeBytes);
    }
  }

  /** Where the packets of a stream file end, and what its last packet is. */
  private static final class Tail {

    private long end;
    private long lastStart;
    private long lastSequence = -1;
    private long lastDiscarded;
    private long lastContentEnd = PacketLayout.HEADER_BYTES;

    static Tail of(Path path, byte[] uuid) throws IOException {
      Tail tail = new Tail();
      if (!Files.exists(path)) {
        return tail;
      }
      ByteBuffer header =
          ByteBuffer.allocateDirect(PacketLayout.HEADER_BYTES).order(ByteOrder.nativeOrder());
      byte[] bytes = new byte[PacketLayout.HEADER_BYTES];
      try (RandomAccessFile in = new RandomAccessFile(path.toFile(), "r")) {
        long length = in.length();
        while (tail.end + PacketLayout.HEADER_BYTES <= length) {
          in.seek(tail.end);
          in.readFully(bytes);
          header.put(0, bytes);
          long size = header.getLong(PacketLayout.PACKET_SIZE_OFFSET) >>> 3;
          if (!PacketHeader.isValid(header, uuid) || size < PacketLayout.HEADER_BYTES) {
            break;
          }
          tail.lastStart = tail.end;
          tail.lastSequence = PacketHeader.sequence(header);
          tail.lastDiscarded = PacketHeader.discarded(header);
          tail.lastContentEnd = PacketHeader.contentEnd(header);
          tail.end += size;
        }
      }
      return tail;
    }
  }
}
