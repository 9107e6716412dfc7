package org.genevent.reader.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.genevent.reader.TraceReader;
import org.genevent.reader.stats.Gap;
import org.genevent.reader.stats.Loss;
import org.genevent.reader.stats.StreamStatistics;
import org.genevent.reader.stats.TraceStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts about streams with one fault each, and what statistics say of the same. */
final class TraceVerifierTest {

  private static final int PACKET_BYTES = 256;

  private static final String HEAD = """
      /* CTF 1.8 */
      typealias integer { size = 64; align = 64; } := u64;
      trace { major = 1; minor = 8; byte_order = le; };
      env { genevent_facility_0 = "shop 0x1A2B"; };
      clock { name = m; freq = 1000000000; };
      """;
  private static final String EVENT = """
        event.header := struct { integer { size = 64; align = 64; map = clock.m.value; } timestamp; };
      };
      event { name = "shop:sold"; };
      """;
  private static final String FULL = HEAD + """
      stream {
        packet.context := struct { u64 timestamp_begin; u64 timestamp_end; u64 content_size; u64 packet_size;
          u64 packet_seq_num; u64 events_discarded; };
      """ + EVENT;
  private static final String BARE = HEAD + """
      stream {
        packet.context := struct { u64 timestamp_begin; u64 timestamp_end; u64 content_size; u64 packet_size;
          u64 unused1; u64 unused2; };
      """ + EVENT;

  @TempDir
  private Path directory;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private String metadata = FULL;

  private void packet(long begin, long end, long sequence, long discarded, long... times) {
    ByteBuffer packet = ByteBuffer.allocate(PACKET_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    packet.putLong(begin).putLong(end).putLong(8L * (48 + 8 * times.length));
    packet.putLong(8L * PACKET_BYTES).putLong(sequence).putLong(discarded);
    for (long time : times) {
      packet.putLong(time);
    }
    bytes.writeBytes(packet.array());
  }

  private Path write() throws IOException {
    Files.writeString(directory.resolve("metadata"), metadata);
    Files.write(directory.resolve("stream_0"), bytes.toByteArray());
    return directory;
  }

  private TraceReport verify(ExpectedFacility... expected) throws IOException {
    TraceVerifier verifier = new TraceVerifier();
    try (TraceReader reader = TraceReader.open(List.of(write()), verifier::report)) {
      return verifier.verify(reader, List.of(expected));
    }
  }

  private void assertVerdict(Trust trust, OptionalLong sent, String... reasons) throws IOException {
    TraceReport report = verify();
    StreamVerdict stream = report.streams().get(0);
    assertEquals(List.of(reasons), stream.reasons());
    assertEquals(trust, stream.trust());
    assertEquals(trust, report.trust());
    assertEquals(sent, stream.sentEvents());
  }

  @Test
  void aWholeStreamIsComplete() throws IOException {
    packet(10, 20, 0, 0, 10, 15, 20);
    packet(20, 40, 1, 0);
    packet(45, 50, 2, 0, 45, 45, 50);
    assertVerdict(Trust.COMPLETE, OptionalLong.of(6));
  }

  @Test
  void lostEventsAreToldWithTheirTime() throws IOException {
    packet(10, 20, 0, 2, 10, 15, 20);
    packet(30, 40, 1, 2, 30);
    packet(50, 60, 2, 7, 55);
    assertVerdict(
        Trust.INCOMPLETE,
        OptionalLong.of(12),
        "2 events lost between 1970-01-01T00:00:00.000000010Z and 1970-01-01T00:00:00.000000020Z",
        "5 events lost between 1970-01-01T00:00:00.000000040Z and 1970-01-01T00:00:00.000000060Z");
    StreamStatistics stream = statistics();
    assertEquals(7, stream.lostEvents());
    assertEquals(
        List.of(
            new Loss(2, OptionalLong.of(10), OptionalLong.of(20)),
            new Loss(5, OptionalLong.of(40), OptionalLong.of(60))),
        stream.losses());
  }

  private StreamStatistics statistics() throws IOException {
    try (TraceReader reader = TraceReader.open(List.of(write()), finding -> {})) {
      TraceStatistics statistics = new TraceStatistics(reader);
      while (reader.next()) {
        statistics.add(reader);
      }
      assertEquals(5, statistics.events().get(0).count());
      assertEquals(5 * 8, statistics.events().get(0).sizeBytes());
      return statistics.streams().get(0);
    }
  }

  @Test
  void missingPacketsAreToldWithTheirPlaceAlsoTheFirstOnes() throws IOException {
    packet(10, 20, 3, 0, 10, 15);
    packet(30, 40, 4, 0, 30);
    packet(50, 60, 6, 0, 55, 56);
    assertVerdict(
        Trust.INCOMPLETE,
        OptionalLong.empty(),
        "packets 0 to 2 are missing in front of byte 0",
        "packet 5 is missing in front of byte 512");
    StreamStatistics stream = statistics();
    assertEquals(List.of(new Gap(0, 2, 0), new Gap(5, 5, 512)), stream.gaps());
    assertEquals(4, stream.missingPackets());
    assertEquals(3 * PACKET_BYTES, stream.sizeBytes());
    assertEquals(OptionalLong.of(10), stream.firstNanos());
    assertEquals(OptionalLong.of(60), stream.lastNanos());
  }

  @Test
  void timeThatGoesBackIsToldOnceAPacket() throws IOException {
    packet(10, 20, 0, 0, 15, 12, 11);
    assertVerdict(
        Trust.INCOMPLETE, OptionalLong.empty(), "time goes back by 3 ns (packet at byte 0)");
  }

  @Test
  void eventsAreWithinTheirPacketAndPacketsBehindEachOther() throws IOException {
    packet(10, 20, 0, 0, 9);
    packet(15, 12, 1, 0);
    packet(30, 40, 2, 0, 41);
    assertVerdict(
        Trust.INCOMPLETE,
        OptionalLong.empty(),
        "an event is earlier than its packet (packet at byte 0)",
        "a packet begins before the one in front of it ends (packet at byte 256)",
        "a packet ends before it begins (packet at byte 256)",
        "an event is later than its packet (packet at byte 512)");
  }

  @Test
  void numbersThatGoBackAreNoSequence() throws IOException {
    packet(10, 20, 0, 5);
    packet(30, 40, 0, 3);
    TraceReport report = verify();
    assertEquals(Trust.INCOMPLETE, report.trust());
    assertTrue(
        report
            .streams()
            .get(0)
            .reasons()
            .contains("numbers of packets or of lost events go back in 2 packets"),
        report.toString());
  }

  @Test
  void aFileThatWasCutIsIncomplete() throws IOException {
    packet(10, 20, 0, 0, 10, 15, 20);
    bytes.write(new byte[20]);
    TraceReport report = verify();
    assertEquals(Trust.INCOMPLETE, report.trust());
    assertTrue(
        report.streams().get(0).reasons().get(0).contains("the file ends"), report.toString());
    assertEquals(OptionalLong.empty(), report.streams().get(0).sentEvents());
  }

  @Test
  void whatNothingWouldShowIsUnknown() throws IOException {
    metadata = BARE;
    packet(10, 20, 0, 0, 10);
    assertVerdict(
        Trust.UNKNOWN,
        OptionalLong.empty(),
        "packets have no numbers, so missing ones would not show",
        "packets do not count lost events");
  }

  @Test
  void anEmptyFileTellsNothing() throws IOException {
    assertVerdict(
        Trust.UNKNOWN, OptionalLong.empty(), "there is no packet, so nothing would tell of losses");
  }

  @Test
  void manyFaultsAreCounted() throws IOException {
    for (int i = 0; i < 50; i++) {
      packet(10 * i, 10 * i + 5, 2L * i, 0);
    }
    StreamVerdict stream = verify().streams().get(0);
    assertEquals(5, stream.reasons().size());
    assertEquals(44, stream.moreReasons());
    assertEquals(49, stream.missingPackets());
  }

  @Test
  void brokenMetadataIsAReason() throws IOException {
    metadata = "/* CTF 1.8 */ trace {";
    TraceReport report = verify();
    assertEquals(Trust.INCOMPLETE, report.trust());
    assertEquals(1, report.reasons().size(), report.toString());
  }

  @Test
  void aFacilityIsComparedByChecksumAndEvents() throws IOException {
    packet(10, 20, 0, 0, 10);
    assertEquals(
        Trust.COMPLETE,
        verify(new ExpectedFacility("shop", 0x1A2B, List.of("sold"), "shop.xml"))
            .trust());
    assertMessage(0x1A2C, "sold", "was written with 0x1A2B, shop.xml is 0x1A2C");
    assertMessage(0x1A2B, "bought", "did not take bought");
    TraceReport other = verify(new ExpectedFacility("shops", 0x1A2B, List.of(), "x"));
    assertEquals(Trust.INCOMPLETE, other.trust());
    assertTrue(other.facilities().get(0).message().contains("does not say"), other.toString());
  }

  private void assertMessage(int checksum, String event, String message) throws IOException {
    TraceReport report = verify(new ExpectedFacility("shop", checksum, List.of(event), "shop.xml"));
    assertEquals(Trust.INCOMPLETE, report.trust());
    assertTrue(report.facilities().get(0).message().contains(message), report.toString());
  }
}
