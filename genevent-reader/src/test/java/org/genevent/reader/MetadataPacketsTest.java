package org.genevent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata cut into packets, as in CTF 1.8.3, section 7.1. */
final class MetadataPacketsTest {

  private static final String METADATA =
      "/* CTF 1.8 é */ trace { major = 1; minor = 8; byte_order = le; };"
          + " event { name = e; fields := struct { integer { size = 8; } a; }; };";

  @TempDir
  Path directory;

  private static byte[] packets(ByteOrder order, int textBytes) {
    byte[] text = METADATA.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int at = 0; at < text.length; at += textBytes) {
      int length = Math.min(textBytes, text.length - at);
      ByteBuffer packet = ByteBuffer.allocate(37 + textBytes + 3).order(order);
      packet.putInt(0x75D11D57).position(24);
      packet.putInt(8 * (37 + length)).putInt(8 * packet.capacity());
      packet.position(35).put((byte) 1).put((byte) 8).put(text, at, length);
      all.writeBytes(packet.array());
    }
    return all.toByteArray();
  }

  private Reading read(byte[] metadata) throws Exception {
    Files.write(directory.resolve("metadata"), metadata);
    Files.write(directory.resolve("stream_0"), new byte[] {7});
    return Reading.json(directory);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 12, 13, 4096})
  void packetsOfAnySizeInBothOrdersAreReadAsOneText(int textBytes) throws Exception {
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      assertEquals("{\"a\":7}", read(packets(order, textBytes)).onlyFields());
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "24, 0", "24, 99999", "28, 8", "28, 99999", "32, 1"})
  void aPacketThatMakesNoSenseIsAFinding(int offset, int value) throws Exception {
    byte[] packets = packets(ByteOrder.LITTLE_ENDIAN, 50);
    ByteBuffer.wrap(packets).order(ByteOrder.LITTLE_ENDIAN).putInt(offset + 90, value);
    assertSyntax(read(packets));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 36, 89})
  void aPacketThatIsCutOffIsAFinding(int missing) throws Exception {
    byte[] packets = packets(ByteOrder.BIG_ENDIAN, 50);
    assertSyntax(read(Arrays.copyOf(packets, packets.length - missing)));
  }

  private static void assertSyntax(Reading reading) {
    assertEquals(
        List.of("GE-TRACE-01"),
        reading.findings().stream().map(finding -> finding.code().id()).toList(),
        reading.toString());
    assertEquals(List.of(), reading.lines());
  }
}
