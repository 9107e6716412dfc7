package org.genevent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stream without packets is one packet, of any size: three GiB, of which few bytes are not zero and on the disk. */
final class LargePacketTest {

  private static final String METADATA = """
      /* CTF 1.8 */
      trace { major = 1; minor = 8; byte_order = le; };
      clock { name = c; freq = 1000000000; };
      stream { event.header := struct { integer { size = 64; align = 64; map = clock.c.value; } timestamp; }; };
      event {
        name = "e";
        fields := struct {
          integer { size = LOW; align = 1; } low;
          integer { size = HIGH; align = 1; } high;
          integer { size = 32; align = 32; } length;
          integer { size = 8; encoding = UTF8; } text[length];
        } align(4096);
      };
      """;

  private static final long STREAM_BYTES = 3L << 30;
  private static final int EVENT_BYTES = 1 << 22;

  /** The payload is aligned, so the events are, too, but for the first. */
  private static final int PAYLOAD_OFFSET = 512;

  @TempDir
  Path directory;

  private Path write(int lowBits) throws IOException {
    String metadata = METADATA
        .replace("LOW", String.valueOf(lowBits))
        .replace("HIGH", String.valueOf(32 - lowBits));
    Path trace = Reading.write(directory.resolve("trace"), metadata);
    try (FileChannel file = FileChannel.open(
        trace.resolve("stream"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
      for (long at = 0; at < STREAM_BYTES; at += EVENT_BYTES) {
        long event = at / EVENT_BYTES;
        file.write(bytes.clear().putLong(0, 1000 + event), at);
        int lengthBytes = EVENT_BYTES - PAYLOAD_OFFSET - 8;
        bytes.clear().putInt(0, (int) event * 3).putInt(4, lengthBytes);
        file.write(bytes, at + PAYLOAD_OFFSET);
      }
      file.write(ByteBuffer.allocate(1), STREAM_BYTES - 1);
    }
    return trace;
  }

  private static List<String> read(TraceReader reader) {
    List<String> found = new ArrayList<>();
    FieldReference low = reader.field("e", "low");
    FieldReference high = reader.field("e", "high");
    while (reader.next()) {
      long value = reader.getLong(low) | (reader.has(high) ? reader.getLong(high) << 31 : 0);
      found.add(reader.timestampNanos() + " " + value + " " + reader.eventSizeBits());
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource({"32, by plans", "31, by nodes"})
  void isReadToItsEnd(int lowBits, String how) throws IOException {
    Path trace = lowBits == 32 ? writeWhole() : write(lowBits);
    List<String> findings = new ArrayList<>();
    long events = STREAM_BYTES / EVENT_BYTES;
    try (TraceReader reader =
        TraceReader.open(List.of(trace), finding -> findings.add(finding.format()))) {
      List<String> found = read(reader);
      assertEquals(List.of(), findings, how);
      assertEquals(events, found.size());
      for (int i = 0; i < events; i++) {
        assertEquals((1000 + i) + " " + 3 * i + " " + 8L * EVENT_BYTES, found.get(i), "event " + i);
      }
      assertEquals(STREAM_BYTES, reader.positionBytes());
      reader.seek(1000 + events - 2);
      assertEquals(found.subList((int) events - 2, (int) events), read(reader));
    }
  }

  /** One field of 32 bits, at bytes. */
  private Path writeWhole() throws IOException {
    Path trace = write(31);
    String metadata = METADATA
        .replace("integer { size = LOW; align = 1; } low;", "integer { size = 32; } low;")
        .replace("integer { size = HIGH; align = 1; } high;", "");
    Files.writeString(trace.resolve("metadata"), metadata);
    return trace;
  }
}
