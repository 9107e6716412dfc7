package org.genevent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.genevent.reader.query.TimeSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index that LTTng writes beside a stream, right and wrong: forty packets of 128 bytes with up to four events. */
final class LttngIndexTest {

  private static final String METADATA = """
      /* CTF 1.8 */
      typealias integer { size = 32; } := u32;
      typealias integer { size = 64; } := u64;
      trace {
        major = 1; minor = 8; byte_order = le;
        packet.header := struct { u32 magic; u32 stream_id; u64 stream_instance_id; };
      };
      clock { name = c; freq = 1000000000; offset_s = 1000; };
      typealias integer { size = 64; map = clock.c.value; } := time;
      stream {
        id = 3;
        packet.context := struct {
          time timestamp_begin; time timestamp_end; u64 content_size; u64 packet_size; u64 packet_seq_num;
          u64 events_discarded;
        };
        event.header := struct { time timestamp; };
      };
      event { name = n; stream_id = 3; fields := struct { u32 v; }; };
      """;

  private static final long OFFSET_NANOS = 1_000_000_000_000L;
  private static final int PACKETS = 40;
  private static final int PACKET_BYTES = 128;
  private static final int HEADER_BYTES = 64;
  private static final int EVENT_BYTES = 12;
  private static final int INDEX_HEADER_BYTES = 16;

  @TempDir
  Path directory;

  /** Packet i is of the times from 100 i to 100 i + 99; its number is i, but two are missing before each tenth. */
  private static byte[] stream() {
    ByteBuffer stream = ByteBuffer.allocate(PACKETS * PACKET_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < PACKETS; i++) {
      stream.position(i * PACKET_BYTES);
      stream.putInt(0xC1FC1FC1).putInt(3).putLong(7);
      stream.putLong(100L * i).putLong(100L * i + 99);
      stream
          .putLong(contentBits(i))
          .putLong(8 * PACKET_BYTES)
          .putLong(sequence(i))
          .putLong(i / 8);
      for (int j = 0; j < events(i); j++) {
        stream.putLong(100L * i + 20 * j).putInt(10 * i + j);
      }
    }
    return stream.array();
  }

  private static int events(int packet) {
    return packet % 5;
  }

  private static long contentBits(int packet) {
    return 8L * (HEADER_BYTES + EVENT_BYTES * events(packet));
  }

  private static long sequence(int packet) {
    return packet + 2L * (packet / 10);
  }

  private static byte[] index(int minor) {
    int entryBytes = minor == 0 ? 56 : 72;
    ByteBuffer index = ByteBuffer.allocate(INDEX_HEADER_BYTES + PACKETS * entryBytes);
    index.putInt(0xC1F1DCC1).putInt(1).putInt(minor).putInt(entryBytes);
    for (int i = 0; i < PACKETS; i++) {
      index.putLong((long) i * PACKET_BYTES).putLong(8 * PACKET_BYTES).putLong(contentBits(i));
      index.putLong(100L * i).putLong(100L * i + 99).putLong(i / 8).putLong(3);
      if (minor > 0) {
        index.putLong(7).putLong(sequence(i));
      }
    }
    return index.array();
  }

  private Path trace(byte[] stream, byte[] index) throws IOException {
    Path trace = Reading.write(directory.resolve("trace"), METADATA, stream);
    Path file = Files.createDirectories(trace.resolve("index")).resolve("stream_0.idx");
    Files.write(file, index);
    return trace;
  }

  /** What is read from a time on by seeking, with all that is told beside it. */
  private static String sought(Path trace, long fromNanos) {
    List<String> found = new ArrayList<>();
    try (TraceReader reader =
        TraceReader.open(List.of(trace), finding -> found.add(finding.format()))) {
      reader.seek(OFFSET_NANOS + fromNanos);
      while (reader.next()) {
        found.add(reader.timestampNanos() + " " + reader.record().fields());
      }
    }
    return found.toString();
  }

  /** What is read from a time on, with what is told of packets in front of it. */
  private static String bounded(Path trace, long fromNanos) {
    List<String> found = new ArrayList<>();
    ReaderOptions options =
        ReaderOptions.DEFAULT.withTimes(OFFSET_NANOS + fromNanos, Long.MAX_VALUE);
    try (TraceReader reader =
        TraceReader.open(List.of(trace), options, finding -> found.add(finding.format()))) {
      while (reader.next()) {
        found.add(reader.timestampNanos() + " " + reader.record().fields());
      }
      found.add(reader.streams().toString());
    }
    return found.toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void givesForEachTimeWhatIsReadWithoutIt(int minor) throws IOException {
    Path trace = trace(stream(), index(minor));
    Path bare = Reading.write(directory.resolve("other/trace"), METADATA, stream());
    for (long time = -20; time <= 100 * PACKETS + 20; time += 7) {
      assertEquals(sought(bare, time), sought(trace, time));
      String without = bounded(bare, time).replace("other/", "");
      assertEquals(without, bounded(trace, time));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void sparesLookingAtPacketsInFront(int minor) throws IOException {
    byte[] stream = stream();
    stream[5 * PACKET_BYTES] = 0;
    Path bare = Reading.write(directory.resolve("other/trace"), METADATA, stream);
    Path trace = trace(stream, index(minor));
    assertEquals(-1, sought(trace, 3000).indexOf("GE-TRACE-06"));
    assertEquals(-1, bounded(trace, 3000).indexOf("GE-TRACE-06"));
    assertNotEquals(-1, sought(bare, 3000).indexOf("GE-TRACE-06"));
    assertNotEquals(-1, bounded(bare, 3000).indexOf("GE-TRACE-06"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void noWrongByteOfItChangesWhatIsRead(int minor) throws IOException {
    byte[] right = index(minor);
    Path trace = trace(stream(), right);
    long[] times = {0, 1234, 2000, 3999};
    String[] expected = Arrays.stream(times)
        .mapToObj(time -> sought(trace, time) + bounded(trace, time))
        .toArray(String[]::new);
    for (int at = 0; at < right.length; at++) {
      byte[] wrong = right.clone();
      wrong[at] ^= (byte) (at % 3 == 0 ? 0x80 : at % 3 == 1 ? 1 : 0xFF);
      trace(stream(), wrong);
      long time = times[at % times.length];
      assertEquals(
          expected[at % times.length], sought(trace, time) + bounded(trace, time), "byte " + at);
    }
  }

  @Test
  void oneThatIsCutOrTooLongOrOfAnotherFileIsNotUsed() throws IOException {
    byte[] right = index(1);
    String expected = sought(trace(stream(), right), 2050);
    for (int length : List.of(0, 3, 16, 17, 88, right.length - 72, right.length - 1)) {
      assertEquals(expected, sought(trace(stream(), Arrays.copyOf(right, length)), 2050));
    }
    assertEquals(expected, sought(trace(stream(), Arrays.copyOf(right, right.length + 72)), 2050));
    ByteBuffer shifted = ByteBuffer.wrap(right.clone());
    for (int i = 0; i < PACKETS; i++) {
      // the same packets, each a thousand later
      int at = INDEX_HEADER_BYTES + 72 * i;
      shifted.putLong(at + 24, 100L * i + 1000).putLong(at + 32, 100L * i + 1099);
    }
    assertEquals(expected, sought(trace(stream(), shifted.array()), 2050));
  }

  @Test
  void aFolderOfIndexesIsNeitherTraceNorStream() throws IOException {
    Path trace = trace(stream(), index(1));
    Reading reading = Reading.json(directory);
    assertEquals(List.of(), reading.findings());
    assertEquals(80, reading.lines().size());
    try (TraceReader reader = TraceReader.open(List.of(directory), finding -> {})) {
      assertEquals(
          List.of(trace.resolve("stream_0")),
          reader.streams().stream().map(StreamFacts::file).toList());
    }
  }

  @Test
  void theLastEventIsFoundWithAndWithoutIt() throws IOException {
    Path trace = trace(stream(), index(1));
    assertEquals(OFFSET_NANOS + 3960, new TimeSpan(List.of(trace)).lastNanos());
    Files.delete(trace.resolve("index/stream_0.idx"));
    assertEquals(OFFSET_NANOS + 3960, new TimeSpan(List.of(trace)).lastNanos());
    Files.write(trace.resolve("stream_1"), new byte[0]);
    assertEquals(OFFSET_NANOS + 3960, new TimeSpan(List.of(trace)).lastNanos());
    // the last packet is empty: then everything is read
    byte[] stream = Arrays.copyOf(stream(), 36 * PACKET_BYTES);
    Files.write(trace.resolve("stream_0"), stream);
    assertEquals(OFFSET_NANOS + 3460, new TimeSpan(List.of(trace)).lastNanos());
  }
}
