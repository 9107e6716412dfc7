package org.genevent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Each defect of a stream in the text and in the JSON of {@code genevent verify}, and in its exit status. */
class VerifyDefectsTest {

  private static final int PACKET_BYTES = 128;

  private static final String METADATA = """
      /* CTF 1.8 */
      typealias integer { size = 64; align = 64; } := u64;
      trace { major = 1; minor = 8; byte_order = le; packet.header := struct { u64 magic_and_more; }; };
      env { genevent_facility_0 = "shop 0x1A2B"; };
      clock { name = m; freq = 1000000000; };
      stream {
        packet.context := struct { u64 timestamp_begin; u64 timestamp_end; u64 content_size; u64 packet_size;
          u64 packet_seq_num; u64 events_discarded; };
        event.header := struct { integer { size = 64; align = 64; map = clock.m.value; } timestamp; };
      };
      event { name = "shop:sold"; };
      """;

  @TempDir
  private Path trace;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private String metadata = METADATA;

  private void packet(long begin, long end, long sequence, long discarded, long... times) {
    ByteBuffer packet = ByteBuffer.allocate(PACKET_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    packet.putLong(0).putLong(begin).putLong(end).putLong(8L * (56 + 8 * times.length));
    packet.putLong(8L * PACKET_BYTES).putLong(sequence).putLong(discarded);
    Arrays.stream(times).forEach(packet::putLong);
    bytes.writeBytes(packet.array());
  }

  /** Verifies what was written in both forms. */
  private void check(String verdict, int status, String reason, String json, String... options)
      throws IOException {
    Files.writeString(trace.resolve("metadata"), metadata);
    Files.write(trace.resolve("s"), bytes.toByteArray());
    Object[] words = new Object[options.length + 2];
    words[0] = "verify";
    System.arraycopy(options, 0, words, 1, options.length);
    words[words.length - 1] = trace;
    Call text = Call.run(words);
    assertEquals(status, text.status(), text::toString);
    assertTrue(text.out().contains(reason), text::toString);
    assertTrue(text.out().contains("\nverdict: " + verdict), text::toString);

    Object[] more = Arrays.copyOf(words, words.length + 2);
    more[words.length] = "--format";
    more[words.length + 1] = "json";
    Call machine = Call.run(more);
    assertEquals(status, machine.status());
    assertEquals("", machine.err());
    assertTrue(machine.out().startsWith("{\"verdict\":\"" + verdict + "\","), machine::out);
    assertTrue(machine.out().contains(json), machine::out);
    try (JsonParser parser =
        new JsonFactory().createParser(ObjectReadContext.empty(), machine.out())) {
      assertEquals(JsonToken.START_OBJECT, parser.nextToken());
      parser.skipChildren();
      assertEquals(null, parser.nextToken(), "one document");
    }
  }

  @Test
  void nothingIsWrong() throws IOException {
    packet(10, 20, 0, 0, 10, 20);
    packet(30, 40, 1, 0, 30);
    check(
        "complete",
        0,
        "/s: complete (2 packets, 3 events sent = 3 read + 0 lost",
        "\"verdict\":\"complete\",\"packets\":2,\"missing_packets\":0,\"events_sent\":3,\"events_read\":3,\"events_lost\":0");
  }

  @Test
  void packetsAreMissing() throws IOException {
    packet(10, 20, 0, 0, 10);
    packet(30, 40, 3, 0, 30);
    check(
        "incomplete",
        1,
        "packets 1 to 2 are missing in front of byte 128",
        "\"missing_packets\":2,\"events_sent\":null,\"events_read\":2");
  }

  @Test
  void eventsWereLost() throws IOException {
    packet(10, 20, 0, 0, 10);
    packet(30, 40, 1, 5, 30);
    check(
        "incomplete",
        1,
        "7 events sent = 2 read + 5 lost",
        "\"events_sent\":7,\"events_read\":2,\"events_lost\":5");
  }

  @Test
  void timeGoesBack() throws IOException {
    packet(10, 20, 0, 0, 15, 12);
    check("incomplete", 1, "time goes back by 3 ns (packet at byte 0)", "time goes back by 3 ns");
  }

  @Test
  void whoeverReadsIsToldThatTimeGoesBack() throws IOException {
    packet(10, 20, 0, 0, 15, 12);
    check("incomplete", 1, "time goes back by 3 ns (packet at byte 0)", "time goes back by 3 ns");
    Call read = Call.run("read", trace);
    assertEquals(1, read.status());
    assertEquals(2, read.out().lines().count());
    String first = trace.resolve("s")
        + ": error: [GE-TRACE-09] an event is 3 ns earlier than what lies in front of it (at byte 64, in the packet at byte 0)";
    assertEquals(first, read.err().lines().findFirst().orElse(""));
    Call counted = Call.run("read", "--format", "count", trace);
    assertEquals("0 ", counted.status() + " " + counted.err());
  }

  @Test
  void anEventIsOutsideOfItsPacket() throws IOException {
    packet(10, 20, 0, 0, 15, 25);
    check(
        "incomplete", 1, "an event is later than its packet", "an event is later than its packet");
  }

  @Test
  void packetsOverlap() throws IOException {
    packet(10, 20, 0, 0, 15);
    packet(18, 30, 1, 0, 21);
    check("incomplete", 1, "a packet begins before the one in front of it ends", "a packet begins");
  }

  @Test
  void theFileWasCut() throws IOException {
    packet(10, 20, 0, 0, 15, 16);
    byte[] cut = Arrays.copyOf(bytes.toByteArray(), 100);
    bytes.reset();
    bytes.writeBytes(cut);
    check("incomplete", 1, "the file ends within its last packet", "\"events_sent\":null");
  }

  @Test
  void aPacketMakesNoSense() throws IOException {
    packet(10, 20, 0, 0, 15);
    packet(30, 40, 1, 0, 31);
    byte[] broken = bytes.toByteArray();
    ByteBuffer.wrap(broken).order(ByteOrder.LITTLE_ENDIAN).putLong(PACKET_BYTES + 24, 1 << 20);
    bytes.reset();
    bytes.writeBytes(broken);
    check("incomplete", 1, "a packet has impossible sizes", "a packet has impossible sizes");
  }

  @Test
  void nothingWouldShowALoss() throws IOException {
    metadata = METADATA.replace("packet_seq_num", "a").replace("events_discarded", "b");
    packet(10, 20, 0, 0, 15);
    check(
        "unknown",
        1,
        "packets have no numbers, so missing ones would not show",
        "packets do not count lost events");
  }

  @Test
  void theFacilityIsAnotherVersion() throws IOException {
    packet(10, 20, 0, 0, 15);
    check(
        "incomplete",
        1,
        "facility shop: ",
        "\"name\":\"shop\",\"same\":false",
        "--facility",
        "shop=0x1");
    check(
        "complete",
        0,
        "facility shop: ",
        "\"name\":\"shop\",\"same\":true",
        "--facility",
        "shop=0x1A2B");
  }
}
