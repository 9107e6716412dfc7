package org.genevent.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A trace with one kind of event, of 64 bytes, as long as it has to be. */
final class LongTrace {

  static final int EVENT_BYTES = 64;

  private static final String METADATA = """
      /* CTF 1.8 */
      typealias integer { size = 32; } := u32;
      typealias integer { size = 64; } := u64;
      clock { name = c; freq = 1000000000; };
      typealias integer { size = 64; map = clock.c.value; } := time;
      trace {
        major = 1; minor = 8; byte_order = le;
        packet.header := struct { u32 magic; u32 stream_id; };
      };
      stream {
        id = 0;
        packet.context := struct {
          time timestamp_begin; time timestamp_end; u64 content_size; u64 packet_size; u64 packet_seq_num;
          u64 events_discarded;
        };
        event.header := struct { time timestamp; };
      };
      event { name = "long:e"; stream_id = 0; fields := struct { u32 v; string s; }; };
      """;

  private static final int HEADER_BYTES = 56;
  private static final byte[] TEXT =
      "fifty-one characters, which make it 64 bytes in all".getBytes(StandardCharsets.US_ASCII);

  private LongTrace() {}

  /** How many events a packet has. */
  static int events(int packetBytes) {
    return (packetBytes - HEADER_BYTES) / EVENT_BYTES;
  }

  /**
   * Adds a stream.
   *
   * @param stream its file; the metadata is written beside it
   * @param packets how many packets
   * @param packetBytes the size of each
   * @param nanos the time between two events
   * @param broken whether the last packet makes no sense, which shows if it was read that far
   */
  static void write(Path stream, long packets, int packetBytes, long nanos, boolean broken)
      throws IOException {
    Files.createDirectories(stream.getParent());
    Files.writeString(stream.resolveSibling("metadata"), METADATA);
    int events = events(packetBytes);
    ByteBuffer packet = ByteBuffer.allocate(packetBytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int j = 0; j < events; j++) {
      packet.put(HEADER_BYTES + EVENT_BYTES * j + 12, TEXT);
    }
    long count = 0;
    try (OutputStream out = Files.newOutputStream(stream)) {
      for (long i = 0; i < packets; i++) {
        packet.clear();
        packet.putInt(broken && i == packets - 1 ? 0 : 0xC1FC1FC1).putInt(0);
        packet.putLong((count + 1) * nanos).putLong((count + events) * nanos);
        packet.putLong(8L * (HEADER_BYTES + EVENT_BYTES * events)).putLong(8L * packetBytes);
        packet.putLong(i).putLong(0);
        for (int j = 0; j < events; j++) {
          count++;
          int at = HEADER_BYTES + EVENT_BYTES * j;
          packet.putLong(at, count * nanos).putInt(at + 8, (int) count);
        }
        out.write(packet.array());
      }
    }
  }
}
