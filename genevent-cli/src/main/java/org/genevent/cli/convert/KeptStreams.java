package org.genevent.cli.convert;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
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

  /** Of all streams together, and of each. */
  private static final int BUFFERS_BYTES = 1 << 23;

  private static final int MOST_BUFFER_BYTES = 1 << 16;
  private static final int LEAST_BUFFER_BYTES = 1 << 9;

  private final ByteOrder byteOrder;
  private final Optional<UUID> uuid;
  private final boolean streamNumbers;
  private final int bufferBytes;
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
    int share = BUFFERS_BYTES / Math.max(1, names.size());
    bufferBytes = Math.max(LEAST_BUFFER_BYTES, Math.min(MOST_BUFFER_BYTES, share));
    streams = new Stream[names.size()];
    for (int i = 0; i < streams.length; i++) {
      streams[i] = new Stream(folder.resolve(names.get(i)));
    }
  }

  /** A stream file with the packet that is being filled. */
  private final class Stream {
    private final PacketFile bytes;
    private KeptPacket packet;
    private long begin;
    private long last;
    private boolean begun;
    private long sizesAt;

    Stream(Path file) throws IOException {
      bytes = new PacketFile(file, byteOrder, bufferBytes);
    }

    private void part(byte[] part) throws IOException {
      if (part.length > 0) {
        bytes.align();
        bytes.put(part);
      }
    }

    void begin(KeptPacket next) throws IOException {
      flush();
      packet = next;
      begin = next.beginCycles().orElse(last);
      last = next.beginCycles().isPresent() ? begin : last;
      begun = next.beginCycles().isPresent();
      bytes.putInt(MAGIC);
      if (uuid.isPresent()) {
        ByteBuffer number = ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(uuid.get().getMostSignificantBits())
            .putLong(uuid.get().getLeastSignificantBits());
        bytes.put(number.array());
      }
      bytes.align();
      bytes.putLong(next.streamClass().source().id());
      if (streamNumbers) {
        bytes.putLong(next.streamNumber().orElse(0));
      }
      sizesAt = bytes.sizeBytes();
      boolean timed = next.streamClass().clock().isPresent();
      for (int i = timed ? 4 : 2; i > 0; i--) {
        bytes.putLong(0);
      }
      if (next.streamClass().packetsSay(FieldRole.PACKET_SEQUENCE_NUMBER)) {
        bytes.putLong(next.facts().sequence().orElse(0));
      }
      if (next.streamClass().packetsSay(FieldRole.DISCARDED_EVENT_RECORD_COUNTER_SNAPSHOT)) {
        bytes.putLong(next.facts().discardedEvents().orElse(0));
      }
      part(next.context());
    }

    void event(KeptEvent event, long cycles, KeptBytes parts) throws IOException {
      KeptClass streamClass = packet.streamClass();
      bytes.align();
      if (streamClass.clock().isEmpty()) {
        bytes.putLong(event.id());
      } else if (streamClass.wide()) {
        bytes.putLong(event.id());
        bytes.putLong(cycles);
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
      long contentBits = bytes.sizeBytes() * Byte.SIZE;
      bytes.align();
      long at = sizesAt;
      if (packet.streamClass().clock().isPresent()) {
        last = Math.max(last, packet.endCycles().orElse(last));
        bytes.replaceLong(at, begin);
        bytes.replaceLong(at + Long.BYTES, last);
        at += 2 * Long.BYTES;
      }
      bytes.replaceLong(at, contentBits);
      bytes.replaceLong(at + Long.BYTES, bytes.sizeBytes() * Byte.SIZE);
      bytes.end();
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
      stream.bytes.close();
    }
  }
}
