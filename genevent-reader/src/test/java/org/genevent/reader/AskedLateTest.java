package org.genevent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.genevent.model.trace.EventRecordClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What few ask of events: the clock and the size, from any event on, whatever was asked of those in front of it. */
class AskedLateTest {

  private static final String METADATA = """
      /* CTF 1.8 */
      typealias integer { size = 8; } := u8;
      trace { major = 1; minor = 8; byte_order = le; };
      clock { name = c; freq = 250000000; offset_s = 10; };
      stream { event.header := struct { u8 id; integer { size = 56; align = 8; map = clock.c.value; } t; }; };
      event { name = plain; id = 0; fields := struct { u8 v; }; };
      event { name = text; id = 1; fields := struct { string s; }; };
      event { name = list; id = 2; fields := struct { u8 n; u8 v[n]; }; };
      event { name = odd; id = 3; fields := struct { integer { size = 3; } a; integer { size = 5; } b; }; };
      """;

  private static final int EVENTS = 500;

  @TempDir
  private Path folder;

  private final List<Long> cycles = new ArrayList<>();
  private final List<Long> bits = new ArrayList<>();
  private final List<Integer> kinds = new ArrayList<>();

  private Path write() {
    Random random = new Random(5);
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    long now = 0;
    for (int i = 0; i < EVENTS; i++) {
      now += random.nextInt(1000);
      int begin = bytes.position();
      // what plans read in the front, then all kinds
      int kind = random.nextInt(i < EVENTS / 2 ? 3 : 4);
      bytes.putLong(now << 8 | kind);
      switch (kind) {
        case 1 -> bytes.put("abcdefgh".substring(random.nextInt(8)).getBytes()).put((byte) 0);
        case 2 -> {
          int count = random.nextInt(9);
          bytes.put((byte) count).put(new byte[count]);
        }
        default -> bytes.put((byte) i);
      }
      cycles.add(now);
      bits.add((long) (bytes.position() - begin) << 3);
      kinds.add(kind);
    }
    byte[] stream = new byte[bytes.position()];
    bytes.get(0, stream);
    return Reading.write(folder, METADATA, stream);
  }

  private void check(Path trace, ReaderOptions options, int unwanted) {
    for (int from = 0; from < EVENTS; from += 13) {
      try (TraceReader reader = TraceReader.open(List.of(trace), options, finding -> {
        throw new AssertionError(finding.format());
      })) {
        for (int i = 0; i < EVENTS; i++) {
          if (kinds.get(i) == unwanted) {
            continue;
          }
          assertTrue(reader.next());
          assertEquals(10_000_000_000L + 4 * cycles.get(i), reader.timestampNanos());
          if (kinds.get(i) == 2 && i % 5 == 0) {
            reader.record();
          }
          if (i >= from) {
            assertEquals(cycles.get(i), reader.clockCycles());
            assertEquals(bits.get(i), reader.eventSizeBits());
          }
          if (kinds.get(i) == 2) {
            assertEquals(
                bits.get(i) / 8 - 9, ((List<?>) reader.record().fields().get("v")).size());
          }
        }
      }
    }
  }

  @Test
  void anyEventMayBeTheFirst() {
    check(write(), ReaderOptions.DEFAULT, -1);
  }

  @Test
  void alsoWhereOthersAreNotWanted() {
    ReaderOptions some = ReaderOptions.DEFAULT.withEvents(AskedLateTest::isNoText);
    Path trace = write();
    check(trace, some, 1);
    check(trace, some.withTimes(0, Long.MAX_VALUE - 1), 1);
  }

  private static boolean isNoText(EventRecordClass event) {
    return !event.name().equals("text");
  }
}
