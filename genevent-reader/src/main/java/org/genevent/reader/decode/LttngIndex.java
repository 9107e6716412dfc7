package org.genevent.reader.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The index of packets that LTTng writes for a stream file {@code NAME} into {@code index/NAME.idx} beside it. All numbers are
 * big-endian.
 *
 * <pre>
 * | offset | type | file header                                   |
 * |--------|------|-----------------------------------------------|
 * |   0    | u32  | magic 0xC1F1DCC1                              |
 * |   4    | u32  | major, 1                                      |
 * |   8    | u32  | minor, 0 or 1                                 |
 * |  12    | u32  | bytes of an entry, 56 or 72                   |
 *
 * | offset | type | entry, one a packet, in the order of the file |
 * |--------|------|-----------------------------------------------|
 * |   0    | u64  | where the packet begins, bytes                |
 * |   8    | u64  | packet size, bits                             |
 * |  16    | u64  | content size, bits                            |
 * |  24    | u64  | timestamp_begin, cycles                       |
 * |  32    | u64  | timestamp_end, cycles                         |
 * |  40    | u64  | events_discarded                              |
 * |  48    | u64  | id of the data stream class                   |
 * |  56    | u64  | since 1.1: id of the data stream              |
 * |  64    | u64  | since 1.1: packet_seq_num                     |
 * </pre>
 *
 * <p>It is never believed. It is opened only if its packets follow one another without a gap from the first byte of the stream
 * file to its last, with times that never go back; an entry is used only if the packet that lies there {@link #agrees says the
 * same}. Source: LTTng-tools 2.13, {@code src/common/index/ctf-index.h}.
 */
final class LttngIndex implements AutoCloseable {

  private static final int MAGIC = 0xC1F1DCC1;
  private static final int HEADER_BYTES = 16;
  private static final int FIRST_ENTRY_BYTES = 56;
  private static final int SECOND_ENTRY_BYTES = 72;
  private static final int MAX_ENTRY_BYTES = 4096;
  private static final int BUFFER_BYTES = 1 << 16;

  private final FileChannel file;
  private final int entryBytes;
  private final boolean isNumbered;
  private final long count;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

  /** Which entry the buffer begins with, and how many it has. */
  private long bufferFirst;

  private long bufferCount;

  private LttngIndex(FileChannel file, int entryBytes, boolean isNumbered, long count) {
    this.file = file;
    this.entryBytes = entryBytes;
    this.isNumbered = isNumbered;
    this.count = count;
  }

  /** Where the index of a stream file is, if there is one. */
  static Path pathFor(Path stream) {
    return stream.resolveSibling("index").resolve(stream.getFileName() + ".idx");
  }

  /**
   * Opens the index of a stream file.
   *
   * @param stream the stream file
   * @param streamBytes its size
   * @return the index; empty if there is none, or if it makes no sense in itself or for a file of that size
   */
  static Optional<LttngIndex> open(Path stream, long streamBytes) {
    Path path = pathFor(stream);
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    FileChannel file = null;
    try {
      file = FileChannel.open(path, StandardOpenOption.READ);
      Optional<LttngIndex> index = of(file);
      if (index.isPresent() && index.get().covers(streamBytes)) {
        file = null;
        return index;
      }
    } catch (IOException e) {
      // one that cannot be read is as good as none
      return Optional.empty();
    } finally {
      close(file);
    }
    return Optional.empty();
  }

  private static Optional<LttngIndex> of(FileChannel file) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    boolean isWhole = read(file, header, 0) == HEADER_BYTES;
    int minor = header.getInt(8);
    int entryBytes = header.getInt(12);
    int least = minor == 0 ? FIRST_ENTRY_BYTES : SECOND_ENTRY_BYTES;
    long body = file.size() - HEADER_BYTES;
    return isWhole
            && header.getInt(0) == MAGIC
            && header.getInt(4) == 1
            && entryBytes >= least
            && entryBytes <= MAX_ENTRY_BYTES
            && body % entryBytes == 0
        ? Optional.of(new LttngIndex(file, entryBytes, minor != 0, body / entryBytes))
        : Optional.empty();
  }

  private static void close(FileChannel file) {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      // it was only read, so nothing is lost
      return;
    }
  }

  /** Reads until a buffer is full or the file ends; returns how many bytes there are. */
  private static int read(FileChannel file, ByteBuffer into, long from) throws IOException {
    while (into.hasRemaining()) {
      if (file.read(into, from + into.position()) < 0) {
        break;
      }
    }
    return into.position();
  }

  /** Whether the packets are all of a file, one behind the other, in the order of their times. */
  private boolean covers(long streamBytes) throws IOException {
    long at = 0;
    long lastBegin = 0;
    long lastEnd = 0;
    for (long i = 0; i < count; i++) {
      Entry entry = entry(i);
      if (entry.startBytes != at
          || entry.packetBits <= 0
          || entry.packetBits % Byte.SIZE != 0
          || Long.compareUnsigned(entry.contentBits, entry.packetBits) > 0
          || entry.packetBits / Byte.SIZE > streamBytes - at
          || Long.compareUnsigned(entry.begin, entry.end) > 0
          || Long.compareUnsigned(entry.begin, lastBegin) < 0
          || Long.compareUnsigned(entry.end, lastEnd) < 0) {
        return false;
      }
      at += entry.packetBits / Byte.SIZE;
      lastBegin = entry.begin;
      lastEnd = entry.end;
    }
    return at == streamBytes;
  }

  /** How many packets there are. */
  long count() {
    return count;
  }

  /** What it says of a packet. */
  Entry entry(long packet) throws IOException {
    if (packet < bufferFirst || packet >= bufferFirst + bufferCount) {
      buffer.clear().limit(BUFFER_BYTES / entryBytes * entryBytes);
      bufferFirst = packet;
      bufferCount = read(file, buffer, HEADER_BYTES + packet * entryBytes) / entryBytes;
      if (bufferCount == 0) {
        throw new IOException("the index was cut");
      }
    }
    int at = (int) (packet - bufferFirst) * entryBytes;
    return new Entry(
        buffer.getLong(at),
        buffer.getLong(at + 8),
        buffer.getLong(at + 16),
        buffer.getLong(at + 24),
        buffer.getLong(at + 32),
        buffer.getLong(at + 40),
        buffer.getLong(at + 48),
        isNumbered ? buffer.getLong(at + 56) : 0,
        isNumbered ? buffer.getLong(at + 64) : 0);
  }

  /** Whether a packet whose beginning was decoded is what an entry says. */
  boolean agrees(Entry entry, PacketReader packet, State state) {
    return entry.startBytes == packet.startBytes
        && entry.packetBits / Byte.SIZE == packet.sizeBytes
        && entry.contentBits == packet.contentBits
        && packet.setsClock
        && says(state, Role.TIMESTAMP_BEGIN, entry.begin)
        && says(state, Role.TIMESTAMP_END, entry.end)
        && mayBe(state, Role.EVENTS_DISCARDED, entry.discarded)
        && mayBe(state, Role.STREAM_ID, entry.streamClass)
        && (!isNumbered
            || mayBe(state, Role.STREAM_INSTANCE_ID, entry.stream)
                && mayBe(state, Role.PACKET_SEQ_NUM, entry.sequence));
  }

  private static boolean says(State state, Role role, long value) {
    return state.has(role) && state.get(role) == value;
  }

  private static boolean mayBe(State state, Role role, long value) {
    return !state.has(role) || state.get(role) == value;
  }

  @Override
  public void close() {
    close(file);
  }

  /**
   * What the index says of a packet; all numbers are unsigned.
   *
   * @param startBytes where it begins in the file
   * @param packetBits its size
   * @param contentBits how much of it means something
   * @param begin the time of its beginning, cycles
   * @param end the time of its end, cycles
   * @param discarded how many events were lost since the stream began
   * @param streamClass the id of the data stream class
   * @param stream the id of the data stream; 0 before 1.1
   * @param sequence the packet's number; 0 before 1.1
   */
  record Entry(
      long startBytes,
      long packetBits,
      long contentBits,
      long begin,
      long end,
      long discarded,
      long streamClass,
      long stream,
      long sequence) {}
}
