package org.genevent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.genevent.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two traces of one clock that found its offset to the epoch at different moments. */
class SharedClocksTest {

  private static final String UUID = "b6e6a2ba-9a0f-4c0c-8d3a-6a1b9c1f6f11";
  private static final String OTHER = "b6e6a2ba-9a0f-4c0c-8d3a-6a1b9c1f6f12";

  @TempDir
  private Path folder;

  private Path trace(String name, String uuid, long frequency, long offset, long... times) {
    String metadata = """
        /* CTF 1.8 */
        trace { major = 1; minor = 8; byte_order = le; };
        clock { name = c; uuid = "%s"; freq = %d; offset = %d; };
        stream { event.header := struct { integer { size = 64; map = clock.c.value; } t; }; };
        event { name = %s; };
        """.formatted(uuid, frequency, offset, name);
    ByteBuffer stream = ByteBuffer.allocate(8 * times.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long time : times) {
      stream.putLong(time);
    }
    return Reading.write(folder.resolve(name), metadata, stream.array());
  }

  private static List<String> read(boolean sameClocks, Path... traces) {
    List<Diagnostic> findings = new ArrayList<>();
    List<String> events = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(
        List.of(traces), ReaderOptions.DEFAULT.withSameClocks(sameClocks), findings::add)) {
      while (reader.next()) {
        events.add(reader.event() + reader.timestampNanos());
      }
    }
    assertEquals(List.of(), findings);
    return events;
  }

  @Test
  void eachTracesOwnOffsetCountsIfNothingElseIsSaid() {
    Path cause = trace("a", UUID, 1_000_000_000, 5_000, 100, 300);
    Path effect = trace("b", UUID, 1_000_000_000, 4_000, 200, 400);
    assertEquals(List.of("b4200", "b4400", "a5100", "a5300"), read(false, cause, effect));
  }

  @Test
  void oneClockHasOneOffset() {
    Path cause = trace("a", UUID, 1_000_000_000, 5_000, 100, 300);
    Path effect = trace("b", UUID, 1_000_000_000, 4_000, 200, 400);
    assertEquals(List.of("a5100", "b5200", "a5300", "b5400"), read(true, cause, effect));
    assertEquals(List.of("a4100", "b4200", "a4300", "b4400"), read(true, effect, cause));
  }

  @Test
  void otherClocksKeepTheirOwn() {
    Path one = trace("a", UUID, 1_000_000_000, 5_000, 100);
    Path another = trace("b", OTHER, 1_000_000_000, 4_000, 200);
    Path slower = trace("c", UUID, 1_000_000, 4, 1);
    assertEquals(
        List.of("b4200", "a5100", "c5000").stream().sorted().toList(),
        read(true, one, another, slower).stream().sorted().toList());
  }
}
