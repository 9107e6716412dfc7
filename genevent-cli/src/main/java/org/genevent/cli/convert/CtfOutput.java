package org.genevent.cli.convert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * Writes the streams of a CTF trace as the runtime does: packets that begin with 128 bytes, or with 64 if they have no numbers, event records at multiples of 8
 * bytes, each with one word of a number and a time. The layout of both is in the metadata.
 */
final class CtfOutput implements TraceOutput {

  static final int HEADER_BYTES = 128;

  /** Without numbers, and what is told by them. */
  private static final int SHORT_HEADER_BYTES = 64;

  /** Header word, and padding in front of it and behind the context. */
  static final int PER_EVENT_BYTES = 24;

  static final int THREAD_NAME_BYTES = 40;

  /** Of all streams together, and of each. */
  private static final int BUFFERS_BYTES = 1 << 23;

  private static final int MOST_BUFFER_BYTES = 1 << 16;
  private static final int LEAST_BUFFER_BYTES = 1 << 9;

  private static final int MAGIC = 0xC1FC1FC1;
  private static final int TIMESTAMP_BITS = 48;

  private final Path folder;
  private final ByteOrder byteOrder;
  private final UUID uuid;
  private final List<StreamSizes> sizes;
  private final int[] firstIds;
  private final int headerBytes;
  private final int bufferBytes;
  private final Stream[] streams;

  /**
   * Begins the streams.
   *
   * @param folder takes them
   * @param metadata the text of the metadata
   * @param firstIds the number of the first event of each facility
   * @param noted whether the trace tells of packets, so that they have numbers
   */
  CtfOutput(
      Path folder,
      ByteOrder byteOrder,
      UUID uuid,
      String metadata,
      int[] firstIds,
      List<StreamSizes> sizes,
      boolean noted)
      throws IOException {
    this.folder = folder;
    this.byteOrder = byteOrder;
    this.uuid = uuid;
    this.sizes = sizes;
    int share = BUFFERS_BYTES / Math.max(1, sizes.size());
    bufferBytes = Math.max(LEAST_BUFFER_BYTES, Math.min(MOST_BUFFER_BYTES, share));
    headerBytes = noted ? HEADER_BYTES : SHORT_HEADER_BYTES;
    this.firstIds = firstIds.clone();
    this.streams = new Stream[sizes.size()];
    Files.writeString(folder.resolve("metadata"), metadata);
  }

  /** A stream file with the packet that is being filled. */
  private final class Stream {
    private final int number;
    private final boolean shared;
    private final int plannedBytes;
    private final PacketFile bytes;
    private boolean open;
    private long sequence;
    private boolean begun;
    private long begin;
    private long last;

    /** The packet that the trace has here; null where it has none that are numbered. */
    private SourcePacket packet;

    /** How many events the trace had lost when the packet before ended. */
    private long discarded;

    Stream(int number) throws IOException {
      this.number = number;
      StreamSizes size = sizes.get(number);
      shared = size.isShared();
      plannedBytes = size.blockBytes(headerBytes, PER_EVENT_BYTES, sizes.size());
      bytes = new PacketFile(folder.resolve(size.name), byteOrder, bufferBytes);
    }

    void packet(SourcePacket next) throws IOException {
      if (packet != null && packet.sequence() == next.sequence()) {
        packet = packet.joined(next);
        return;
      }
      boolean first = packet == null && !open && sequence == 0;
      flush();
      if (first && next.sequence() != 0) {
        // as the runtime begins its streams: readers take differences between packets, and would
        // not see what was lost in front of the first one
        packet = new SourcePacket(
            next.sequence() - 1, next.thread(), next.threadName(), next.begin(), next.begin(), 0);
        flush();
      }
      packet = next;
    }

    /**
     * So many events were lost since the stream began. Readers take differences between packets, so that there has to be one in
     * front of that which says it.
     */
    void lost(OptionalLong cycles, long events) throws IOException {
      if (events <= discarded) {
        return;
      }
      long time = Math.max(last, cycles.orElse(last));
      if (!open && sequence == 0) {
        begin(time);
      }
      flush();
      discarded = events;
      begin(time);
    }

    private void begin(long time) throws IOException {
      begin = time;
      last = time;
      begun = true;
      open();
    }

    /** What is not known yet is put in its place at the end. */
    private void open() throws IOException {
      open = true;
      bytes.putInt(MAGIC);
      ByteBuffer number16 = ByteBuffer.allocate(Long.BYTES * 2)
          .putLong(uuid.getMostSignificantBits())
          .putLong(uuid.getLeastSignificantBits());
      bytes.put(number16.array());
      bytes.putInt(shared ? CtfMetadata.SHARED : CtfMetadata.OWNED);
      bytes.putLong(number);
      bytes.put(new byte[4 * Long.BYTES]);
      if (headerBytes == HEADER_BYTES) {
        bytes.put(new byte[2 * Long.BYTES]);
        bytes.putLong(packet == null || shared ? 0 : packet.thread());
        byte[] name = packet == null ? new byte[0] : packet.threadName();
        bytes.put(Arrays.copyOf(name, THREAD_NAME_BYTES));
      }
    }

    void event(long cycles, int id, OptionalLong thread, byte[] context, byte[] payload)
        throws IOException {
      int most = PER_EVENT_BYTES + Long.BYTES + context.length + payload.length;
      boolean wraps = begun && cycles - last >>> TIMESTAMP_BITS != 0;
      // packets that the trace has stay whole; others are as large as it was planned
      if (wraps || packet == null && open && bytes.sizeBytes() + most > plannedBytes) {
        flush();
      }
      if (!open) {
        open();
      }
      // a damaged trace may have times before the epoch
      begin = begun ? begin : cycles;
      begun = true;
      last = cycles;
      bytes.align();
      long low = cycles & (1L << TIMESTAMP_BITS) - 1;
      bytes.putLong(
          byteOrder == ByteOrder.LITTLE_ENDIAN
              ? id | low << Short.SIZE
              : (long) id << TIMESTAMP_BITS | low);
      if (shared) {
        bytes.putLong(thread.orElse(0));
      }
      put(context);
      put(payload);
    }

    private void put(byte[] part) throws IOException {
      if (part.length > 0) {
        bytes.align();
        bytes.put(part);
      }
    }

    void flush() throws IOException {
      if (!open && packet == null) {
        return;
      }
      if (!open) {
        open();
      }
      long contentBytes = bytes.sizeBytes();
      bytes.align();
      if (packet != null) {
        long least = begun ? begin : packet.begin().orElse(last);
        begin = Math.min(least, packet.begin().orElse(least));
        last = begun ? last : begin;
        last = Math.max(last, packet.end().orElse(last));
        sequence = packet.sequence();
        discarded = Math.max(discarded, packet.discarded());
      }
      bytes.replaceLong(32, begin);
      bytes.replaceLong(40, last);
      bytes.replaceLong(48, contentBytes * Byte.SIZE);
      bytes.replaceLong(56, bytes.sizeBytes() * Byte.SIZE);
      if (headerBytes == HEADER_BYTES) {
        bytes.replaceLong(64, sequence++);
        bytes.replaceLong(72, discarded);
      }
      bytes.end();
      open = false;
      begun = false;
    }
  }

  private Stream stream(int number) throws IOException {
    if (streams[number] == null) {
      streams[number] = new Stream(number);
    }
    return streams[number];
  }

  @Override
  public void packet(int stream, SourcePacket packet) throws IOException {
    stream(stream).packet(packet);
  }

  @Override
  public void lost(int stream, OptionalLong cycles, long events) throws IOException {
    stream(stream).lost(cycles, events);
  }

  @Override
  public void event(
      int stream,
      long cycles,
      OptionalLong thread,
      SourceEvents.Place place,
      byte[] context,
      byte[] payload)
      throws IOException {
    int id = firstIds[place.facility()] + place.event();
    stream(stream).event(cycles, id, thread, context, payload);
  }

  @Override
  public void close() throws IOException {
    for (Stream stream : streams) {
      if (stream != null) {
        stream.flush();
        stream.bytes.close();
      }
    }
  }

  /** The names of the files of streams, in their order: no folders, not that of the metadata, each once. */
  static List<String> fileNames(List<String> streams) {
    Set<String> taken = new HashSet<>(Set.of("metadata"));
    List<String> names = new ArrayList<>();
    for (String stream : streams) {
      String name = new String(stream.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
          .replace('/', '.');
      name = name.startsWith(".") || name.equals("metadata") ? "_" + name : name;
      String free = name;
      // streams without events have no file
      for (int i = 2; !name.isEmpty() && !taken.add(free); i++) {
        free = name + "-" + i;
      }
      names.add(free);
    }
    return names;
  }
}
