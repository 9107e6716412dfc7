package org.genevent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.genevent.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packets of 64 bytes with up to four numbers, some of them broken. */
final class DamageTest {

  private static final String METADATA = """
      /* CTF 1.8 */
      typealias integer { size = 32; } := u32;
      trace {
        major = 1; minor = 8; byte_order = le;
        packet.header := struct { u32 magic; u32 stream_id; };
      };
      stream {
        id = 0;
        packet.context := struct {
          u32 content_size; u32 packet_size; u32 packet_seq_num; u32 events_discarded;
        };
      };
      event { name = n; stream_id = 0; fields := struct { u32 v; }; };
      """;

  private static final int PACKET_BYTES = 64;
  private static final int HEADER_BYTES = 24;

  @TempDir
  Path directory;

  private static byte[] packet(int sequence, int discarded, int... values) {
    ByteBuffer packet = ByteBuffer.allocate(PACKET_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    packet.putInt(0xC1FC1FC1).putInt(0);
    packet.putInt(8 * (HEADER_BYTES + 4 * values.length)).putInt(8 * PACKET_BYTES);
    packet.putInt(sequence).putInt(discarded);
    Arrays.stream(values).forEach(packet::putInt);
    return packet.array();
  }

  private static byte[] with(byte[] packet, int offset, int value) {
    ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN).putInt(offset, value);
    return packet;
  }

  private Reading read(byte[]... packets) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    Arrays.stream(packets).forEach(stream::writeBytes);
    return Reading.json(Reading.write(directory, METADATA, stream.toByteArray()));
  }

  private static List<String> values(Reading reading) {
    return reading.lines().stream()
        .map(line -> line.replaceFirst(".*\"v\":(\\d+).*", "$1"))
        .toList();
  }

  private static void assertOneFinding(String code, Reading reading) {
    assertEquals(
        List.of(code),
        reading.findings().stream().map(finding -> finding.code().id()).toList(),
        reading.toString());
  }

  @Test
  void wholePacketsAreReadInFull() {
    Reading reading = read(packet(0, 0, 1, 2), packet(1, 0, 3), packet(2, 0), packet(3, 0, 4));
    assertEquals(List.of("1", "2", "3", "4"), values(reading));
    assertEquals(List.of(), reading.findings());
  }

  @Test
  void aPacketThatIsCutOffGivesItsWholeEvents() {
    byte[] last = Arrays.copyOf(packet(1, 0, 2, 3, 4), HEADER_BYTES + 10);
    Reading reading = read(packet(0, 0, 1), last);
    assertEquals(List.of("1", "2", "3"), values(reading));
    assertEquals(2, reading.findings().size(), "the file ends, and so does an event: " + reading);
  }

  @Test
  void aWrongMagicCostsItsPacketOnly() {
    Reading reading = read(packet(0, 0, 1), with(packet(1, 0, 2), 0, 7), packet(2, 0, 3));
    assertEquals(List.of("1", "3"), values(reading));
    assertOneFinding("GE-TRACE-06", reading);
    assertEquals(1, reading.lostPackets());
  }

  @Test
  void aContentThatIsLargerThanItsPacketIsDamage() {
    Reading reading = read(packet(0, 0, 1), with(packet(1, 0, 2), 8, 8 * 65), packet(2, 0, 3));
    assertTrue(values(reading).containsAll(List.of("1", "3")), reading.toString());
    assertOneFinding("GE-TRACE-06", reading);
  }

  @Test
  void aPacketSizeOfNothingIsDamageAndNoHang() {
    Reading reading = read(packet(0, 0, 1), with(packet(1, 0, 2), 12, 0), packet(2, 0, 3));
    assertTrue(values(reading).containsAll(List.of("1", "3")), reading.toString());
    assertTrue(!reading.findings().isEmpty());
  }

  @Test
  void anUnknownStreamIsDamage() {
    Reading reading = read(with(packet(0, 0, 1), 4, 9), packet(1, 0, 2));
    assertEquals(List.of("2"), values(reading));
    assertOneFinding("GE-TRACE-06", reading);
  }

  @Test
  void missingNumbersAreMissingPackets() {
    Reading reading = read(packet(3, 0, 1), packet(7, 0, 2), packet(8, 0, 3));
    assertEquals(3, reading.lostPackets());
    assertEquals(List.of(), reading.findings());
  }

  @Test
  void discardedEventsAreThoseOfTheLastPacketOfEachStream() {
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    first.writeBytes(packet(0, 0, 1));
    first.writeBytes(packet(1, 5, 2));
    Path trace =
        Reading.write(directory, METADATA, first.toByteArray(), packet(0, 2, 3), new byte[0]);
    assertEquals(7, Reading.json(trace).discarded());
  }

  @Test
  void aFindingNamesTheFileAndTheByte() {
    Reading reading = read(packet(0, 0, 1), with(packet(1, 0, 2), 0, 7));
    Diagnostic finding = reading.findings().get(0);
    assertTrue(finding.format().contains("stream_0"), finding.format());
    assertTrue(finding.format().contains("64"), finding.format());
  }

  @Test
  void whatIsMissingIsOneFinding() throws Exception {
    assertOneFinding("GE-TRACE-05", Reading.json(directory.resolve("gone")));
    Path empty = Files.createDirectory(directory.resolve("empty"));
    assertOneFinding("GE-TRACE-05", Reading.json(empty));
  }

  @Test
  void typesInsideTypesHaveAnEnd() throws Exception {
    String deep = "struct { ".repeat(10_000);
    Files.writeString(directory.resolve("metadata"), METADATA + "event { fields := " + deep);
    assertOneFinding("GE-TRACE-04", Reading.json(directory));
  }

  @Test
  void whatCannotBeReadIsOneFinding() throws Exception {
    Path metadata = Files.writeString(directory.resolve("metadata"), METADATA);
    boolean hidden = metadata.toFile().setReadable(false) && !Files.isReadable(metadata);
    if (!hidden) {
      // whoever may read everything still cannot read this
      Path memory = Path.of("/proc/self/mem");
      assumeTrue(Files.exists(memory), "there is no file here that this user cannot read");
      Files.delete(metadata);
      Files.createSymbolicLink(metadata, memory);
    }
    assertOneFinding("GE-TRACE-07", Reading.json(directory));
  }
}
