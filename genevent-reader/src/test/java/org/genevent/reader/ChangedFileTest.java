package org.genevent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.genevent.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Stream files that become shorter or longer while they are read: their size is not asked for at each packet. */
@Timeout(60)
class ChangedFileTest {

  private static final String METADATA = """
      /* CTF 1.8 */
      typealias integer { size = 32; } := u32;
      trace { major = 1; minor = 8; byte_order = le; packet.header := struct { u32 magic; }; };
      stream { packet.context := struct { u32 content_size; u32 packet_size; }; };
      event { name = n; fields := struct { u32 v; }; };
      """;

  private static final int PACKET_BYTES = 32;

  /** More than a window holds. */
  private static final int PACKETS = 20_000;

  @TempDir
  Path directory;

  private final List<Diagnostic> findings = new ArrayList<>();

  /** Packets of two events each, which count on. */
  private static byte[] packets(int from, int to) {
    ByteBuffer all = ByteBuffer.allocate((to - from) * PACKET_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = from; i < to; i++) {
      all.position((i - from) * PACKET_BYTES);
      all.putInt(0xC1FC1FC1).putInt(8 * 20).putInt(8 * PACKET_BYTES);
      all.putInt(2 * i).putInt(2 * i + 1);
    }
    return all.array();
  }

  private Path write(int packets) {
    Reading.write(directory, METADATA, packets(0, packets));
    try (var files = Files.list(directory)) {
      return files.filter(file -> !file.endsWith("metadata")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void cut(Path stream, long sizeBytes) throws IOException {
    try (FileChannel file = FileChannel.open(stream, StandardOpenOption.WRITE)) {
      file.truncate(sizeBytes);
    }
  }

  /** Reads on to the end; events count on without a gap. */
  private static int rest(TraceReader reader, int first) {
    FieldReference value = reader.field("n", "v");
    int expected = first;
    while (reader.next()) {
      assertEquals(expected++, reader.getLong(value));
    }
    return expected;
  }

  @Test
  void ofAFileThatIsCutTheEventsInFrontAreRead() throws IOException {
    Path stream = write(PACKETS);
    try (TraceReader reader = TraceReader.open(List.of(directory), findings::add)) {
      assertTrue(reader.next());
      cut(stream, PACKETS / 2 * PACKET_BYTES);
      assertEquals(PACKETS, rest(reader, 1));
    }
    assertEquals(
        List.of("GE-TRACE-06"), findings.stream().map(f -> f.code().id()).toList());
    assertTrue(
        findings.get(0).format().contains("in the packet at byte " + PACKETS / 2 * PACKET_BYTES),
        findings.get(0).format());
  }

  @Test
  void ofAFileThatIsCutWithinAPacketTheWholeEventsAreRead() throws IOException {
    Path stream = write(PACKETS);
    try (TraceReader reader = TraceReader.open(List.of(directory), findings::add)) {
      assertTrue(reader.next());
      cut(stream, PACKETS / 2 * PACKET_BYTES + 18);
      assertEquals(PACKETS + 1, rest(reader, 1));
    }
    assertFalse(findings.isEmpty(), "what was lost is said");
  }

  @Test
  void whatIsAppendedMeanwhileIsRead() throws IOException {
    Path stream = write(3);
    try (TraceReader reader = TraceReader.open(List.of(directory), findings::add)) {
      assertTrue(reader.next());
      Files.write(stream, packets(3, PACKETS), StandardOpenOption.APPEND);
      assertEquals(2 * PACKETS, rest(reader, 1));
    }
    assertEquals(List.of(), findings);
  }
}
