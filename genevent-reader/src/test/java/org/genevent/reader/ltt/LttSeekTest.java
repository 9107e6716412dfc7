package org.genevent.reader.ltt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.reader.TraceReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From any time on, an LTT trace has the events that a reading of the whole has from there on. */
class LttSeekTest {

  private static final String XML =
      "<facility name=\"n\"><event name=\"e\"><field name=\"i\"><uint/></field></event></facility>";
  private static final String COMPACT = "<facility name=\"compact\" align=\"0\"><event name=\"c\">"
      + "<field name=\"i\"><uint_fixed size=\"2\"/></field></event></facility>";
  private static final int BLOCKS = 12;

  @TempDir
  private Path trace;

  private final Random random = new Random(7);

  /** Blocks of a file; between them, and in them, pass some microseconds or some seconds. */
  private byte[] file(LttWriter writer, int facility, int blocks, boolean compact) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long cycles = 1_000_000 * (1 + random.nextInt(9));
    for (int b = 0; b < blocks; b++) {
      LttWriter.Block block = writer.new Block(cycles);
      for (int i = 0; i < random.nextInt(20); i++) {
        cycles += 1_000 * (1 + random.nextInt(random.nextInt(5) == 0 ? 900_000 : 20));
        if (compact) {
          block.compact(cycles, 1, 0, 0, writer.bytes().number(2, i).array());
        } else {
          block.event(cycles, facility, 0, writer.bytes().number(4, i).array());
        }
      }
      bytes.writeBytes(block.finish(4096));
      cycles += 1_000 * random.nextInt(3_000_000);
    }
    return bytes.toByteArray();
  }

  private static List<String> rest(TraceReader reader) {
    List<String> events = new ArrayList<>();
    while (reader.next()) {
      events.add(reader.timestampNanos() + " " + reader.stream() + " "
          + reader.record().fields());
    }
    return events;
  }

  private static long nanos(String event) {
    return Long.parseLong(event.substring(0, event.indexOf(' ')));
  }

  /** Seeks to times of events, beside them, before all and behind all, forwards and backwards. */
  private void compare() {
    List<Diagnostic> findings = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(trace), findings::add)) {
      List<String> whole = rest(reader);
      int damages = findings.size();
      List<Long> times = new ArrayList<>(List.of(0L, Long.MAX_VALUE, Long.MIN_VALUE));
      for (int i = 0; i < 60; i++) {
        long time = nanos(whole.get(random.nextInt(whole.size())));
        times.add(time + random.nextInt(3) - 1);
      }
      for (long time : times) {
        reader.seek(time);
        assertEquals(whole.stream().filter(event -> nanos(event) >= time).toList(), rest(reader));
      }
      if (damages == 0) {
        assertEquals(List.of(), findings);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.genevent.reader.ltt.VersionsTest#writers")
  void fromEveryTimeOnThereIsWhatTheWholeHasFromThere(LttWriter writer) throws IOException {
    LttReading.xml(trace, "n.xml", XML);
    writer.facilities(trace, writer.load("n", VersionsTest.checksum(XML), 200));
    for (int cpu = 0; cpu < 3; cpu++) {
      LttReading.write(trace, "cpu_" + cpu, file(writer, 200, BLOCKS, false));
    }
    compare();
  }

  @Test
  void compactEventsToo() throws IOException {
    LttWriter writer = new LttWriter(8, ByteOrder.LITTLE_ENDIAN, 4, true, true);
    LttReading.xml(trace, "compact.xml", COMPACT);
    writer.facilities(trace, writer.load("compact", VersionsTest.checksum(COMPACT), 9));
    LttReading.write(trace, "compact_0", file(writer, 9, BLOCKS, true));
    compare();
  }

  @Test
  void blocksThatMakeNoSenseAreNotInTheWay() throws IOException {
    LttWriter writer = new LttWriter(7, ByteOrder.BIG_ENDIAN, 8, true, false);
    LttReading.xml(trace, "n.xml", XML);
    writer.facilities(trace, writer.load("n", VersionsTest.checksum(XML), 200));
    byte[] bytes = file(writer, 200, BLOCKS, false);
    // one block without its magic number, one that was never ended, and half of one at the end
    bytes[2 * 4096 + 40] ^= 1;
    for (int i = 0; i < 4; i++) {
      bytes[5 * 4096 + 32 + i] = -1;
    }
    Path file = trace.resolve("cpu_0");
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 2_000));
    compare();
  }
}
