package org.genevent.cli.convert;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.genevent.model.trace.FieldRole;

/**
 * Writes the streams of a CTF trace that {@link KeptMetadata} describes: for each packet that was read one, with its numbers,
 * times and counts. All of its header and context are words of 8 bytes, but magic number and uuid; so are event headers.
 */
final class KeptStreams implements KeptTrace.Output, Closeable {

  private static final int MAGIC = 0xC1FC1FC1;
  private static final int MOST_BYTES = 1 << 30;

  /** Header of two words, and padding in front of each part. */
  private static final int PER_EVENT_BYTES = 48;

  private final ByteOrder byteOrder;
  private final Optional<UUID> uuid;
  private final boolean streamNumbers;
  private final Stream[] streams;

  /**
   * Begins the files, one for each stream that was read.
   *
   * @param folder takes them
   * @param names their names
   */
  KeptStreams(Path folder, ByteOrder byteOrder, KeptTrace trace, List<String> names)
      throws IOException {
    this.byteOrder = byteOrder;
    uuid = TraceLosses.uuid(trace.source());
    streamNumbers = trace.hasStreamNumbers();
    streams = new Stream[names.size()];
    for (int i = 0; i < streams.length; i++) {
      streams[i] = new Stream(Files.createFile(folder.resolve(names.get(i))));
    }
  }

  /** A stream file with the packet that is being filled. */
  private final class Stream {
    private final Path file;
    private ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(byteOrder);
    private KeptPacket packet;
    private long begin;
    private long last;
    private boolean begun;
    private int sizesAt;

    Stream(Path file) {
      this.file = file;
    }

    private void room(long count) throws IOException {
      if (bytes.position() + count > MOST_BYTES) {
        throw new IOException("a packet of " + file.getFileName() + " is larger than 1 GiB");
      }
      if (bytes.remaining() < count) {
        long wanted = Math.max(bytes.capacity() * 2L, bytes.position() + count);
        ByteBuffer larger = ByteBuffer.allocate((int) Math.min(wanted, MOST_BYTES));
        bytes = larger.order(byteOrder).put(bytes.flip());
      }
    }

    private void align() {
      while (bytes.position() % Long.BYTES != 0) {
        bytes.put((byte) 0);
      }
    }

    private void part(byte[] part) {
      if (part.length > 0) {
        align();
        bytes.put(part);
      }
    }

    void begin(KeptPacket next) throws IOException {
      flush();
      packet = next;
      begin = next.beginCycles().orElse(last);
      last = next.beginCycles().isPresent() ? begin : last;
      begun = next.beginCycles().isPresent();
      room(128L + next.context().length);
      bytes.putInt(MAGIC);
      if (uuid.isPresent()) {
        ByteBuffer number = ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(uuid.get().getMostSignificantBits())
            .putLong(uuid.get().getLeastSignificantBits());
        bytes.put(number.array());
      }
      align();
      bytes.putLong(next.streamClass().source().id());
      if (streamNumbers) {
        bytes.putLong(next.streamNumber().orElse(0));
      }
      sizesAt = bytes.position();
      boolean timed = next.streamClass().clock().isPresent();
      bytes.position(sizesAt + (timed ? 4 : 2) * Long.BYTES);
      if (next.streamClass().packetsSay(FieldRole.PACKET_SEQUENCE_NUMBER)) {
        bytes.putLong(next.facts().sequence().orElse(0));
      }
      if (next.streamClass().packetsSay(FieldRole.DISCARDED_EVENT_RECORD_COUNTER_SNAPSHOT)) {
        bytes.putLong(next.facts().discardedEvents().orElse(0));
      }
      part(next.context());
    }

    void event(KeptEvent event, long cycles, KeptBytes parts) throws IOException {
      room(PER_EVENT_BYTES + parts.sizeBytes());
      KeptClass streamClass = packet.streamClass();
      align();
      if (streamClass.clock().isEmpty()) {
        bytes.putLong(event.id());
      } else if (streamClass.wide()) {
        bytes.putLong(event.id()).putLong(cycles);
      } else {
        long low = cycles & (1L << KeptClass.NARROW_TIME_BITS) - 1;
        bytes.putLong(
            byteOrder == ByteOrder.LITTLE_ENDIAN
                ? event.id() | low << KeptClass.NARROW_ID_BITS
                : event.id() << KeptClass.NARROW_TIME_BITS | low);
      }
      part(parts.ofStream());
      part(parts.context());
      part(parts.payload());
      begin = begun ? Math.min(begin, cycles) : cycles;
      last = begun ? Math.max(last, cycles) : cycles;
      begun = true;
    }

    void flush() throws IOException {
      if (packet == null) {
        return;
      }
      long contentBits = bytes.position() * (long) Byte.SIZE;
      align();
      int at = sizesAt;
      if (packet.streamClass().clock().isPresent()) {
        last = Math.max(last, packet.endCycles().orElse(last));
        bytes.putLong(at, begin).putLong(at + Long.BYTES, last);
        at += 2 * Long.BYTES;
      }
      bytes.putLong(at, contentBits);
      bytes.putLong(at + Long.BYTES, bytes.position() * (long) Byte.SIZE);
      try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
        out.write(bytes.array(), 0, bytes.position());
      }
      bytes.clear();
      packet = null;
    }
  }

  @Override
  public void packet(KeptPacket packet) throws IOException {
    streams[packet.facts().stream()].begin(packet);
  }

  @Override
  public void event(int stream, KeptEvent event, long cycles, KeptBytes bytes) throws IOException {
    streams[stream].event(event, cycles, bytes);
  }

  @Override
  public void close() throws IOException {
    for (Stream stream : streams) {
      stream.flush();
    }
  }
}
