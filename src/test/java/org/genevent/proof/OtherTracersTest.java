package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.reader.EventRecord;
import org.genevent.reader.TraceReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Traces with the event headers of LTTng, compact and large, as our reader and babeltrace2 read them. */
class OtherTracersTest {

  private static final String HEAD = """
      /* CTF 1.8 */
      typealias integer { size = 8; align = 8; } := uint8_t;
      typealias integer { size = 32; align = 8; } := uint32_t;
      typealias integer { size = 64; align = 8; } := uint64_t;
      typealias integer { size = 27; align = 1; map = clock.monotonic.value; } := uint27_clock_t;
      typealias integer { size = 32; align = 8; map = clock.monotonic.value; } := uint32_clock_t;
      typealias integer { size = 64; align = 8; map = clock.monotonic.value; } := uint64_clock_t;
      trace {
        major = 1; minor = 8; byte_order = le;
        packet.header := struct { uint32_t magic; uint32_t stream_id; };
      };
      clock { name = "monotonic"; freq = 1000000000; offset = 0; };
      """;

  private static final String COMPACT = """
      struct event_header_compact {
        enum : integer { size = 5; align = 1; } { compact = 0 ... 30, extended = 31 } id;
        variant <id> {
          struct { uint27_clock_t timestamp; } compact;
          struct { uint32_t id; uint64_clock_t timestamp; } extended;
        } v;
      } align(8);
      """;

  private static final String LARGE = """
      struct event_header_large {
        enum : integer { size = 16; align = 8; } { compact = 0 ... 65534, extended = 65535 } id;
        variant <id> {
          struct { uint32_clock_t timestamp; } compact;
          struct { uint32_t id; uint64_clock_t timestamp; } extended;
        } v;
      } align(8);
      """;

  private static final String TAIL = """
      stream {
        id = 0;
        event.header := struct event_header_%s;
        packet.context := struct {
          uint64_clock_t timestamp_begin; uint64_clock_t timestamp_end;
          uint64_t content_size; uint64_t packet_size; uint64_t events_discarded; uint32_t cpu_id;
        };
      };
      event { name = "first"; id = 0; stream_id = 0; fields := struct { uint32_t _value; }; };
      event { name = "second"; id = 1; stream_id = 0; fields := struct { uint8_t __text_length; integer { size = 8; encoding = UTF8; } _text[__text_length]; }; };
      """;

  @TempDir
  private Path folder;

  static Stream<Seed> seeds() {
    return Seed.cases(20);
  }

  /** An event as it was written. */
  private record Written(long timestamp, String name, Object value) {}

  @ParameterizedTest
  @MethodSource("seeds")
  void compactHeaders(Seed seed) throws IOException {
    check("compact", HEAD + COMPACT + TAIL.formatted("compact"), seed);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void largeHeaders(Seed seed) throws IOException {
    check("large", HEAD + LARGE + TAIL.formatted("large"), seed);
  }

  private void check(String form, String metadata, Seed seed) throws IOException {
    Files.writeString(folder.resolve("metadata"), metadata);
    List<Written> written = write(form.equals("compact"), seed.random());

    List<BabeltraceText.Event> reference = BabeltraceText.read(folder);
    assertEquals(written.size(), reference.size(), seed::toString);
    List<Diagnostic> findings = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(folder), findings::add)) {
      for (int i = 0; i < written.size(); i++) {
        assertTrue(reader.next(), () -> seed + " " + findings);
        EventRecord event = reader.record();
        Written expected = written.get(i);
        assertEquals(expected.timestamp(), event.timestampNanos(), seed::toString);
        assertEquals(expected.timestamp(), reference.get(i).timestamp(), seed::toString);
        assertEquals(expected.name(), event.event(), seed::toString);
        assertEquals(expected.name(), reference.get(i).name(), seed::toString);
        assertEquals(
            String.valueOf(expected.value()),
            String.valueOf(event.fields().values().iterator().next()),
            seed::toString);
      }
      assertFalse(reader.next());
    }
    assertEquals(List.of(), findings);
  }

  /** Two packets of events whose clocks wrap, jump, and need the extended form at times. */
  private List<Written> write(boolean compact, Random random) throws IOException {
    List<Written> all = new ArrayList<>();
    int bits = compact ? 27 : 32;
    long now = 1L << 40 | random.nextInt(1 << 20);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (int packet = 0; packet < 2; packet++) {
      ByteArrayOutputStream events = new ByteArrayOutputStream();
      long begin = now;
      long known = now;
      for (int i = 0; i < 40; i++) {
        now +=
            random.nextInt(4) == 0 ? random.nextLong() & (1L << 36) - 1 : random.nextInt(1 << 26);
        boolean extended = now - known >= 1L << bits || random.nextInt(8) == 0;
        int id = random.nextInt(2);
        header(events, compact, extended, id, now);
        known = now;
        if (id == 0) {
          int value = random.nextInt() & Integer.MAX_VALUE;
          events.writeBytes(buffer(4).putInt(value).array());
          all.add(new Written(now, "first", (long) value));
        } else {
          String text = "text".repeat(random.nextInt(4));
          events.write(text.length());
          events.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
          all.add(new Written(now, "second", text));
        }
      }
      int headerBytes = 4 + 4 + 5 * 8 + 4;
      long contentBits = 8L * (headerBytes + events.size());
      int packetBytes = headerBytes + events.size() + 16;
      ByteBuffer out = buffer(packetBytes);
      out.putInt(0xC1FC1FC1).putInt(0).putLong(begin).putLong(now);
      out.putLong(contentBits).putLong(8L * packetBytes).putLong(0).putInt(3);
      out.put(events.toByteArray());
      file.writeBytes(out.array());
    }
    Files.write(folder.resolve("channel0_3"), file.toByteArray());
    return all;
  }

  private static void header(
      ByteArrayOutputStream out, boolean compact, boolean extended, int id, long now) {
    if (compact && !extended) {
      int word = id | (int) (now & (1L << 27) - 1) << 5;
      out.writeBytes(buffer(4).putInt(word).array());
      return;
    }
    if (compact) {
      // five bits, then the aligned members
      out.write(31);
    } else {
      out.writeBytes(buffer(2).putShort((short) (extended ? 65535 : id)).array());
    }
    if (extended) {
      out.writeBytes(buffer(12).putInt(id).putLong(now).array());
    } else {
      out.writeBytes(buffer(4).putInt((int) now).array());
    }
  }

  private static ByteBuffer buffer(int sizeBytes) {
    return ByteBuffer.allocate(sizeBytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
