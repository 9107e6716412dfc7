package org.genevent.ltt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.genevent.reader.PacketFacts;
import org.genevent.reader.TraceReader;
import org.genevent.reader.stats.StreamStatistics;
import org.genevent.reader.stats.TraceStatistics;
import org.genevent.reader.verify.StreamVerdict;
import org.genevent.reader.verify.TraceReport;
import org.genevent.reader.verify.TraceVerifier;
import org.genevent.reader.verify.Trust;
import org.genevent.runtime.Session;
import org.genevent.runtime.TraceFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What blocks of LTT traces tell of themselves, and what follows from it for what is not in a trace. */
class LttLossesTest {

  private static final int BLOCK_BYTES = 8192;

  @TempDir
  private Path folder;

  private Session.Builder session() {
    return Session.to(folder.resolve("trace"))
        .events("stall:*")
        .format(TraceFormat.LTT_0_7)
        .subBufferBytes(4096);
  }

  private void fill(int events) throws IOException {
    try (Session session = session().subBuffers(512).start()) {
      for (int i = 0; i < events; i++) {
        StallTracer.sold(i);
      }
      assertEquals(0, session.discardedEvents());
    }
  }

  private TraceReport report() {
    TraceVerifier verifier = new TraceVerifier();
    try (TraceReader reader =
        TraceReader.open(List.of(folder.resolve("trace")), verifier::report)) {
      return verifier.verify(reader, List.of());
    }
  }

  private StreamVerdict stall(TraceReport report) {
    return report.streams().stream()
        .filter(stream -> !stream.file().toString().contains("control"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aStreamOfTheRuntimeIsComplete() throws IOException {
    fill(2000);
    StreamVerdict stream = stall(report());
    assertEquals(List.of(), stream.reasons());
    assertEquals(Trust.COMPLETE, stream.trust());
    assertEquals(Files.size(stream.file()) / BLOCK_BYTES, stream.packets());
    assertEquals(stream.readEvents(), stream.sentEvents().getAsLong());
    assertEquals(2000 + stream.packets(), stream.readEvents());
  }

  @Test
  void filesWithoutNumbersAreUnknown() throws IOException {
    fill(10);
    TraceReport report = report();
    assertEquals(Trust.UNKNOWN, report.trust());
    StreamVerdict control = report.streams().stream()
        .filter(stream -> stream.file().endsWith("facilities_0"))
        .findFirst()
        .orElseThrow();
    assertEquals(1, control.packets());
    assertEquals(
        List.of(
            "packets have no numbers, so missing ones would not show",
            "packets do not count lost events"),
        control.reasons());
  }

  @Test
  void aBlockThatIsTakenAwayIsMissed() throws IOException {
    fill(2000);
    Path file = stall(report()).file();
    byte[] bytes = Files.readAllBytes(file);
    byte[] less = Arrays.copyOf(bytes, bytes.length - BLOCK_BYTES);
    System.arraycopy(bytes, 2 * BLOCK_BYTES, less, BLOCK_BYTES, less.length - BLOCK_BYTES);
    Files.write(file, less);
    StreamVerdict stream = stall(report());
    assertEquals(Trust.INCOMPLETE, stream.trust());
    assertEquals(List.of("packet 1 is missing in front of byte " + BLOCK_BYTES), stream.reasons());
    assertEquals(1, stream.missingPackets());
  }

  @Test
  void lostEventsAreToldWithTheirTimes() throws IOException {
    long discarded;
    try (Session session = session().subBuffers(2).start()) {
      while (session.discardedEvents() < 500) {
        StallTracer.sold(1);
      }
      discarded = session.discardedEvents();
    }
    // a sub-buffer that comes free in the middle of a loss opens another stream, which then lost
    // nothing
    StreamVerdict stream = report().streams().stream()
        .filter(one -> one.lostEvents() > 0)
        .findFirst()
        .orElseThrow();
    assertEquals(Trust.INCOMPLETE, stream.trust());
    assertEquals(discarded, stream.lostEvents());
    assertEquals(discarded + stream.readEvents(), stream.sentEvents().getAsLong());
    assertTrue(stream.reasons().get(0).contains(" lost between "), stream.reasons()::toString);
  }

  @Test
  void blocksSayTheirPlaceAndTimes() throws IOException {
    fill(2000);
    List<PacketFacts> packets = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(folder.resolve("trace")), finding -> {})) {
      TraceStatistics statistics = new TraceStatistics(reader);
      while (reader.next()) {
        statistics.add(reader);
      }
      StreamStatistics stream = statistics.streams().stream()
          .filter(one -> !one.file().toString().contains("control"))
          .findFirst()
          .orElseThrow();
      assertEquals(Files.size(stream.file()), stream.packets() * BLOCK_BYTES);
    }
    try (TraceReader reader = TraceReader.open(List.of(folder.resolve("trace")), finding -> {})) {
      reader.onPacket(packets::add);
      while (reader.next()) {
        PacketFacts packet = packets.get(packets.size() - 1);
        if (packet.stream() == reader.streamIndex()) {
          assertTrue(packet.beginNanos().getAsLong() <= reader.timestampNanos());
        }
      }
    }
    long at = 0;
    for (PacketFacts packet :
        packets.stream().filter(one -> one.sequence().isPresent()).toList()) {
      assertEquals(at, packet.startBytes());
      assertEquals(at / BLOCK_BYTES, packet.sequence().getAsLong());
      assertEquals(BLOCK_BYTES, packet.sizeBytes());
      assertTrue(packet.contentBits() <= BLOCK_BYTES * 8L);
      assertTrue(packet.beginNanos().getAsLong() <= packet.endNanos().getAsLong());
      at += BLOCK_BYTES;
    }
    assertTrue(at > 2 * BLOCK_BYTES);
  }
}
