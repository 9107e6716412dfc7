package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.genevent.reader.EventScope;
import org.genevent.reader.FieldReference;
import org.genevent.reader.TraceReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Going over events and asking for their fields by reference makes no objects. */
class ReaderAllocationTest {

  private static final String METADATA = """
      /* CTF 1.8 */
      typealias integer { size = 32; align = 8; } := u32;
      typealias integer { size = 64; align = 8; } := u64;
      clock { name = c; freq = 1000000000; };
      typealias integer { size = 64; align = 8; map = clock.c.value; } := time;
      trace { major = 1; minor = 8; byte_order = le; };
      stream {
        packet.context := struct { time timestamp_begin; time timestamp_end; u32 content_size; u32 packet_size; };
        event.header := struct { time timestamp; };
        event.context := struct { u32 thread; };
      };
      event {
        name = "e";
        fields := struct {
          integer { size = BITS; align = 1; } bits;
          integer { size = REST; align = 1; } rest;
          floating_point { exp_dig = 11; mant_dig = 53; align = 8; } real;
          enum : integer { size = 8; } { ON = 1, OFF = 0 } state;
          string text;
        };
      };
      """;

  private static final int PACKETS = 200;
  private static final int EVENTS = 1000;
  private static final int HEADER_BYTES = 24;
  private static final int EVENT_BYTES = 8 + 4 + 4 + 8 + 1 + 7;
  private static final int PACKET_BYTES = HEADER_BYTES + EVENTS * EVENT_BYTES;

  @TempDir
  private Path trace;

  private void write(int bits) throws IOException {
    Files.writeString(
        trace.resolve("metadata"),
        METADATA.replace("BITS", String.valueOf(bits)).replace("REST", String.valueOf(32 - bits)));
    ByteBuffer bytes = ByteBuffer.allocate(PACKETS * PACKET_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < PACKETS; i++) {
      long time = (long) i * EVENTS;
      bytes.putLong(time).putLong(time + EVENTS - 1);
      bytes.putInt(8 * PACKET_BYTES).putInt(8 * PACKET_BYTES);
      for (int j = 0; j < EVENTS; j++) {
        bytes.putLong(time + j).putInt(j).putInt(j).putDouble(j / 2.0).put((byte) (j & 1));
        bytes.put(new byte[] {'t', 'e', 'x', 't', (byte) ('a' + j % 26), '!', 0});
      }
    }
    Files.write(trace.resolve("stream"), bytes.array());
  }

  /** A form that is read by plans at bytes, and one that is decoded bit by bit. */
  @ParameterizedTest
  @ValueSource(ints = {16, 13})
  void isNone(int bits) throws IOException {
    write(bits);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long sum = 0;
    long allocated = 0;
    // the first round loads classes and compiles
    for (int round = 0; round < 2; round++) {
      try (TraceReader reader = TraceReader.open(List.of(trace), finding -> {
        throw new AssertionError(finding.format());
      })) {
        FieldReference low = reader.field("e", "bits");
        FieldReference rest = reader.field("e", "rest");
        FieldReference real = reader.field("e", "real");
        FieldReference state = reader.field("e", "state");
        FieldReference text = reader.field("e", "text");
        FieldReference thread = reader.field("e", EventScope.STREAM_CONTEXT, "thread");
        byte[] copy = new byte[16];
        for (int i = 0; i < EVENTS; i++) {
          reader.next();
        }
        sum = 0;
        long before = threads.getCurrentThreadAllocatedBytes();
        while (reader.next()) {
          sum += reader.getLong(low) | reader.getLong(rest) << bits;
          sum += (long) (2 * reader.getDouble(real));
          sum += reader.getLong(state) + reader.getLong(thread) + reader.getText(text, copy);
        }
        allocated = threads.getCurrentThreadAllocatedBytes() - before;
      }
    }
    long events = (PACKETS - 1L) * EVENTS;
    long each = EVENTS * (EVENTS - 1L) / 2;
    assertEquals((PACKETS - 1L) * 3 * each + events / 2 + 6 * events, sum);
    assertTrue(allocated < events, allocated + " bytes for " + events + " events");
  }
}
