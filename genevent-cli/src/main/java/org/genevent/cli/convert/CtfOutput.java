package org.genevent.cli.convert;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Writes the streams of a CTF trace as the runtime does: packets that begin with 128 bytes, event records at multiples of 8
 * bytes, each with one word of a number and a time. The layout of both is in the metadata.
 */
final class CtfOutput implements TraceOutput {

  static final int HEADER_BYTES = 128;

  /** Header word, and padding in front of it and behind the context. */
  static final int PER_EVENT_BYTES = 24;

  private static final int MAGIC = 0xC1FC1FC1;
  private static final int TIMESTAMP_BITS = 48;

  private final Path folder;
  private final ByteOrder byteOrder;
  private final UUID uuid;
  private final List<StreamSizes> sizes;
  private final int[] firstIds;
  private final long clockOffsetNanos;
  private final Stream[] streams;

  /**
   * Begins the streams.
   *
   * @param folder takes them
   * @param metadata the text of the metadata
   * @param firstIds the number of the first event of each facility
   * @param clockOffsetNanos how many nanoseconds since the epoch there are at the zero of the clock
   */
  CtfOutput(
      Path folder,
      ByteOrder byteOrder,
      UUID uuid,
      String metadata,
      int[] firstIds,
      List<StreamSizes> sizes,
      long clockOffsetNanos)
      throws IOException {
    this.folder = folder;
    this.byteOrder = byteOrder;
    this.uuid = uuid;
    this.sizes = sizes;
    this.clockOffsetNanos = clockOffsetNanos;
    this.firstIds = firstIds.clone();
    this.streams = new Stream[sizes.size()];
    Files.writeString(folder.resolve("metadata"), metadata);
  }

  /** A stream file with the packet that is being filled. */
  private final class Stream {
    private final int number;
    private final ByteBuffer packet;
    private final Path file;
    private long sequence;
    private boolean begun;
    private long begin;
    private long last;

    Stream(int number) {
      this.number = number;
      packet = ByteBuffer.allocate(
              sizes.get(number).blockBytes(HEADER_BYTES, PER_EVENT_BYTES, sizes.size()))
          .order(byteOrder)
          .position(HEADER_BYTES);
      file = folder.resolve(sizes.get(number).name);
    }

    private void align() {
      while (packet.position() % Long.BYTES != 0) {
        packet.put((byte) 0);
      }
    }

    void event(long cycles, int id, byte[] context, byte[] payload) throws IOException {
      int most = PER_EVENT_BYTES + context.length + payload.length;
      boolean wraps = begun && cycles - last >>> TIMESTAMP_BITS != 0;
      if (packet.remaining() < most || wraps) {
        flush();
      }
      // a damaged trace may have times before the epoch
      begin = begun ? begin : cycles;
      begun = true;
      last = cycles;
      align();
      long low = cycles & (1L << TIMESTAMP_BITS) - 1;
      packet.putLong(
          byteOrder == ByteOrder.LITTLE_ENDIAN
              ? id | low << Short.SIZE
              : (long) id << TIMESTAMP_BITS | low);
      put(context);
      put(payload);
    }

    private void put(byte[] bytes) {
      if (bytes.length > 0) {
        align();
        packet.put(bytes);
      }
    }

    void flush() throws IOException {
      if (!begun) {
        return;
      }
      long contentBits = packet.position() * (long) Byte.SIZE;
      while (packet.hasRemaining()) {
        packet.put((byte) 0);
      }
      packet.putInt(0, MAGIC);
      ByteBuffer number16 = ByteBuffer.allocate(Long.BYTES * 2)
          .putLong(uuid.getMostSignificantBits())
          .putLong(uuid.getLeastSignificantBits());
      packet.put(4, number16.array());
      packet.putInt(20, 0).putLong(24, number);
      packet.putLong(32, begin).putLong(40, last);
      packet.putLong(48, contentBits).putLong(56, packet.capacity() * (long) Byte.SIZE);
      packet.putLong(64, sequence++);
      try (OutputStream out =
          Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        out.write(packet.array());
      }
      Arrays.fill(packet.array(), (byte) 0);
      packet.clear().position(HEADER_BYTES);
      begun = false;
    }
  }

  @Override
  public void event(int stream, long nanos, int facility, int event, byte[] context, byte[] payload)
      throws IOException {
    if (streams[stream] == null) {
      streams[stream] = new Stream(stream);
    }
    streams[stream].event(nanos - clockOffsetNanos, firstIds[facility] + event, context, payload);
  }

  @Override
  public void close() throws IOException {
    for (Stream stream : streams) {
      if (stream != null) {
        stream.flush();
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
