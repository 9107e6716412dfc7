package org.genevent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.reader.decode.StreamCursor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counting with several threads: findings come in order while it goes on, and so does how far it is. */
final class StreamCountsTest {

  private static final String METADATA = """
      /* CTF 1.8 */
      typealias integer { size = 32; } := u32;
      trace { major = 1; minor = 8; byte_order = le; packet.header := struct { u32 magic; }; };
      stream { packet.context := struct { u32 content_size; u32 packet_size; }; event.header := struct { u32 id; }; };
      event { name = "e"; id = 1; fields := struct { u32 v; }; };
      """;

  private static final int PACKET_BYTES = 1 << 16;
  private static final int PACKETS = 200;
  private static final int STREAMS = 3;

  @TempDir
  Path directory;

  /** In each packet two good events, then one that nothing defines. */
  private static byte[] stream() {
    ByteBuffer stream = ByteBuffer.allocate(PACKETS * PACKET_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < PACKETS; i++) {
      stream.position(i * PACKET_BYTES);
      stream.putInt(0xC1FC1FC1).putInt(8 * 36).putInt(8 * PACKET_BYTES);
      stream.putInt(1).putInt(i).putInt(1).putInt(i).putInt(9).putInt(i);
    }
    return stream.array();
  }

  @Test
  void findingsAndProgressComeInOrder() {
    byte[] stream = stream();
    Path trace = Reading.write(directory, METADATA, stream, stream, stream);
    List<Long> progress = new ArrayList<>();
    List<String> findings = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(trace), finding -> {})) {
      OpenTraces traces = reader.traces;
      traces.prepare();
      List<StreamCursor> cursors =
          traces.streams().stream().map(StreamCursor.class::cast).toList();
      long[] counts = new StreamCounts(cursors, traces.classCount())
          .count(3, finding -> findings.add(place(finding)), progress::add)
          .orElseThrow();
      assertEquals(2L * STREAMS * PACKETS, counts[0]);
      assertEquals((long) STREAMS * PACKETS * PACKET_BYTES, reader.positionBytes());
    }
    List<String> expected = IntStream.range(0, STREAMS * PACKETS)
        .mapToObj(i -> "stream_" + i / PACKETS + " " + i % PACKETS * PACKET_BYTES)
        .toList();
    assertEquals(expected, findings);
    List<Long> sorted = new ArrayList<>(progress);
    Collections.sort(sorted);
    assertEquals(sorted, progress);
    assertTrue(progress.size() > STREAMS, progress::toString);
    assertEquals((long) STREAMS * PACKETS * PACKET_BYTES, progress.get(progress.size() - 1));
  }

  private static String place(Diagnostic finding) {
    return finding
        .format()
        .lines()
        .findFirst()
        .orElseThrow()
        .replaceFirst(".*(stream_\\d): .*in the packet at byte (\\d+)\\).*", "$1 $2");
  }
}
