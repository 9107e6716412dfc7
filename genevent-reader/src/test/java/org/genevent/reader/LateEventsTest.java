package org.genevent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times that go back: events are read where they lie, and the first of each packet is said with its place. */
class LateEventsTest {

  /** Events of 12 bytes behind 40 of the packet's; the field of some is no whole byte, so that plans do not read them. */
  private static final String METADATA = TimedPackets.METADATA + """
      event { name = one; id = 0; stream_id = 0; };
      event { name = odd; id = 1; stream_id = 0; fields := struct { integer { size = 3; } a; integer { size = 5; } b; }; };
      """;

  @TempDir
  private Path folder;

  private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
  private int event;
  private int packets;

  @BeforeEach
  void kind() {
    event = 0;
  }

  private void packet(long begin, long end, long... times) {
    ByteBuffer bytes = ByteBuffer.allocate(TimedPackets.HEADER_BYTES + 13 * times.length)
        .order(ByteOrder.LITTLE_ENDIAN);
    bytes
        .putInt(0xC1FC1FC1)
        .putInt(0)
        .putLong(begin)
        .putLong(end)
        .position(TimedPackets.HEADER_BYTES);
    for (long time : times) {
      bytes.putInt(event).putLong(time);
      if (event == 1) {
        bytes.put((byte) 0);
      }
    }
    int size = bytes.position();
    bytes.putInt(24, 8 * size).putInt(28, 8 * size).putInt(32, packets++);
    stream.write(bytes.array(), 0, size);
  }

  private final List<Diagnostic> findings = new ArrayList<>();

  private TraceReader open(ReaderOptions options) {
    Path trace = Reading.write(folder, METADATA, stream.toByteArray());
    return TraceReader.open(List.of(trace), options, findings::add);
  }

  private static List<Long> times(TraceReader reader) {
    List<Long> times = new ArrayList<>();
    while (reader.next()) {
      times.add(reader.timestampNanos());
    }
    return times;
  }

  private List<Long> read(ReaderOptions options) {
    try (TraceReader reader = open(options)) {
      return times(reader);
    }
  }

  private List<String> said() {
    return findings.stream()
        .filter(finding -> finding.code() == DiagnosticCode.TRACE_ORDER)
        .map(Diagnostic::message)
        .toList();
  }

  private static String late(long nanos, long atByte, long packetByte) {
    return "an event is " + nanos + " ns earlier than what lies in front of it (at byte " + atByte
        + ", in the packet at byte " + packetByte + ")";
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void theFirstOfEachPacketIsSaid(int kind) {
    event = kind;
    packet(100, 200, 110, 150, 120, 115, 160);
    packet(200, 300, 210, 220);
    packet(300, 400, 310, 305);
    assertEquals(
        List.of(110L, 150L, 120L, 115L, 160L, 210L, 220L, 310L, 305L), read(ReaderOptions.DEFAULT));
    int bytes = 12 + kind;
    assertEquals(
        List.of(
            late(30, TimedPackets.HEADER_BYTES + 2 * bytes, 0),
            late(
                5,
                3 * TimedPackets.HEADER_BYTES + 8 * bytes,
                2 * TimedPackets.HEADER_BYTES + 7 * bytes)),
        said());
  }

  @Test
  void anEventEarlierThanItsPacketIsLate() {
    packet(100, 200, 90, 150);
    assertEquals(List.of(90L, 150L), read(ReaderOptions.DEFAULT));
    assertEquals(List.of(late(10, TimedPackets.HEADER_BYTES, 0)), said());
  }

  @Test
  void anEventEarlierThanThePacketInFrontIsLate() {
    packet(100, 200, 110, 180);
    packet(150, 300, 160, 190);
    packet(170, 300, 195);
    assertEquals(List.of(110L, 180L, 160L, 190L, 195L), read(ReaderOptions.DEFAULT));
    assertEquals(
        List.of(late(20, 2 * TimedPackets.HEADER_BYTES + 24, TimedPackets.HEADER_BYTES + 24)),
        said());
  }

  @Test
  void packetsThatAreThereAgainAreCountedOnly() {
    packet(100, 200, 110, 180);
    packets = 0;
    packet(100, 200, 110, 180);
    assertEquals(List.of(110L, 180L, 110L, 180L), read(ReaderOptions.DEFAULT));
    assertEquals(List.of(), findings);
  }

  @Test
  void equalTimesAreInOrder() {
    packet(100, 200, 100, 100, 200, 200);
    packet(200, 200, 200);
    read(ReaderOptions.DEFAULT);
    assertEquals(List.of(), findings);
  }

  @Test
  void whatIsNotWantedIsNotSaid() {
    packet(100, 200, 110, 150, 120, 160);
    assertEquals(List.of(150L, 160L), read(ReaderOptions.DEFAULT.withTimes(130, 180)));
    assertEquals(List.of(), said());
    assertEquals(List.of(110L), read(ReaderOptions.DEFAULT.withTimes(100, 130)));
    assertEquals(List.of(), said());
  }

  @Test
  void strictReadingEndsThere() {
    packet(100, 200, 110, 150, 120, 160);
    assertEquals(List.of(110L, 150L), read(ReaderOptions.DEFAULT.withStrict(true)));
    assertEquals(1, findings.size());
  }

  @Test
  void theFirstPacketHasNothingInFront() {
    packet(Long.MIN_VALUE, -1, Long.MIN_VALUE, -5);
    read(ReaderOptions.DEFAULT);
    assertEquals(List.of(), findings);
  }

  @Test
  void clocksWrap() {
    packet(5, 5, Long.MAX_VALUE, Long.MIN_VALUE, -1, 0, 1);
    read(ReaderOptions.DEFAULT);
    assertEquals(List.of(), findings);
  }

  @Test
  void whoeverGoesBackIsToldAgain() {
    packet(100, 200, 110, 150, 120, 160);
    packet(200, 300, 210);
    try (TraceReader reader = open(ReaderOptions.DEFAULT)) {
      times(reader);
      reader.seek(100);
      assertEquals(List.of(110L, 150L, 120L, 160L, 210L), times(reader));
      assertEquals(2, said().size());
      reader.seek(205);
      assertEquals(List.of(210L), times(reader));
      assertEquals(2, said().size());
    }
  }
}
