package org.genevent.reader.ltt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.reader.RepeatedPackets;
import org.genevent.reader.TraceReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes no sense is reported with file, block and byte, and the rest is read. */
class LttDamageTest {

  private static final LttWriter WRITER = new LttWriter(7, ByteOrder.BIG_ENDIAN, 4, true, true);
  private static final int BLOCK = 4096;

  @TempDir
  private Path trace;

  @BeforeEach
  void announce() throws IOException {
    LttReading.xml(trace, "t.xml", HandWorkedBytesTest.T);
    WRITER.facilities(trace, WRITER.load("t", 0xCD33C5EC, 5), WRITER.load("missing", 0x1234, 6));
  }

  private static byte[] f(int value) {
    return WRITER.bytes().number(4, value).array();
  }

  private static byte[] block(int value) {
    return WRITER.new Block(0).event(1, 5, 0, f(value)).finish(BLOCK);
  }

  private LttReading read(byte[]... blocks) throws IOException {
    LttWriter.Bytes file = WRITER.bytes();
    for (byte[] block : blocks) {
      file.bytes(block);
    }
    LttReading.write(trace, "cpu_0", file.array());
    return LttReading.json(trace);
  }

  /** The one finding besides that about the facility that is missing on purpose. */
  private static String finding(LttReading reading) {
    List<String> others = reading.findings().stream()
        .filter(finding -> !finding.contains("facility missing"))
        .toList();
    assertEquals(1, others.size(), others::toString);
    return others.get(0);
  }

  private static void assertBegins(String beginning, String text) {
    assertTrue(text.startsWith(beginning), text);
  }

  @Test
  void aBrokenBlockBetweenWholeOnesIsPassedOver() throws IOException {
    byte[] broken = block(2);
    broken[40] = 1;
    LttReading reading = read(block(1), broken, block(3));
    assertBegins(
        "[GE-TRACE-06] there is no magic number (at byte 4096, in block 1 at byte 4096)",
        finding(reading));
    assertEquals(List.of("e {\"f\":1}", "e {\"f\":3}"), reading.fields());
  }

  @Test
  void aBrokenFirstBlockDoesNotHideTheOthers() throws IOException {
    byte[] broken = block(1);
    broken[40] = 1;
    LttReading reading = read(broken, block(2), block(3));
    assertBegins("[GE-TRACE-06] there is no magic number", finding(reading));
    assertEquals(List.of("e {\"f\":2}", "e {\"f\":3}"), reading.fields());
  }

  @Test
  void aBlockThatIsStillOpenIsReported() throws IOException {
    byte[] open = WRITER.new Block(0).event(1, 5, 0, f(2)).finish(BLOCK, 0xFFFFFFFFL);
    LttReading reading = read(block(1), open);
    assertBegins("[GE-TRACE-06] it was still being written", finding(reading));
    assertEquals(List.of("e {\"f\":1}"), reading.fields());
  }

  @Test
  void aBlockOfAnotherLengthIsReported() throws IOException {
    byte[] other = WRITER.new Block(0).event(1, 5, 0, f(2)).finish(2 * BLOCK);
    LttReading reading = read(block(1), other, block(4));
    assertTrue(reading.findings().toString().contains("says that it has 8192 bytes"));
    assertEquals(List.of("e {\"f\":1}", "e {\"f\":4}"), reading.fields());
  }

  @Test
  void aSizeThatTheDeclarationDoesNotGiveEndsTheBlock() throws IOException {
    byte[] wrong = WRITER.new Block(0)
        .event(1, 5, 0, f(1))
        .event(2, 5, 0, 8, new byte[8])
        .event(3, 5, 0, f(3))
        .finish(BLOCK);
    LttReading reading = read(wrong, block(4));
    assertBegins("[GE-TRACE-06] an event's size is not the one", finding(reading));
    assertEquals(List.of("e {\"f\":1}", "e {\"f\":4}"), reading.fields());
  }

  @Test
  void eventsOfFacilitiesThatNothingDescribesAreCountedAndPassedOver() throws IOException {
    byte[] mixed = WRITER.new Block(0)
        .event(1, 6, 0, new byte[12])
        .event(2, 6, 9, new byte[5])
        .event(3, 77, 0, new byte[3])
        .event(4, 5, 0, f(4))
        .finish(BLOCK);
    LttReading reading = read(mixed);
    assertEquals(List.of("e {\"f\":4}"), reading.fields());
    assertEquals(3, reading.unknownEvents());
    String code = DiagnosticCode.TRACE_FACILITY.id();
    assertEquals(
        List.of(
            "[" + code + "] facility missing with checksum 0x1234 is not described:"
                + " eventdefs has no missing.xml",
            "[" + code + "] no facility was announced with the number 77"),
        reading.findings().stream()
            .map(text -> text.lines().findFirst().orElse(""))
            .toList());
  }

  @Test
  void aWrongChecksumSaysWhichOnesThereAre() throws IOException {
    WRITER.facilities(trace, WRITER.load("t", 0xCD33C5ED, 5));
    LttReading reading = read(block(1));
    assertBegins(
        "[GE-TRACE-20] facility t with checksum 0xCD33C5ED is not described: eventdefs/t.xml has"
            + " 0xCD33C5EC",
        reading.findings().get(0));
    assertEquals(1, reading.unknownEvents());
  }

  @Test
  void anEventNumberThatTheFacilityDoesNotHaveEndsTheBlock() throws IOException {
    LttReading reading =
        read(WRITER.new Block(0).event(1, 5, 1, new byte[0]).finish(BLOCK), block(2));
    assertBegins("[GE-TRACE-06] facility t has no event with the number 1", finding(reading));
    assertEquals(List.of("e {\"f\":2}"), reading.fields());
  }

  @Test
  void aFileThatWasCutIsReadAsFarAsItGoes() throws IOException {
    byte[] long1 = WRITER.new Block(0).event(1, 5, 0, f(2)).event(2, 5, 0, f(3)).finish(BLOCK);
    // 108 bytes of headers, an event of 12, and half of the next
    LttReading reading = read(block(1), Arrays.copyOf(long1, 126));
    assertEquals(List.of("e {\"f\":1}", "e {\"f\":2}"), reading.fields());
    assertTrue(reading.findings().toString().contains("the file ends within its last block"));
  }

  @Test
  void filesThatAreNoTraceFilesArePassedOver() throws IOException {
    LttReading.write(trace, "README", new byte[10]);
    LttReading.write(
        trace, "notes_1", "these are notes, no events".getBytes(StandardCharsets.UTF_8));
    LttReading.write(trace, "cpu_1", new byte[0]);
    LttReading.write(trace, ".hidden_0", new byte[10]);
    LttReading reading = read(block(1));
    assertEquals(List.of("e {\"f\":1}"), reading.fields());
    List<String> ignored = reading.findings().stream()
        .filter(text -> text.contains(DiagnosticCode.TRACE_FILE.id()))
        .map(text -> text.lines().findFirst().orElse(""))
        .toList();
    assertEquals(
        List.of(
            "[GE-TRACE-21] its name is neither NAME_CPU nor NAME-TID.PGID.CREATION",
            "[GE-TRACE-21] there is no magic number"),
        ignored);
  }

  private static byte[] patched(byte[] block, int at, long value) {
    return ByteBuffer.wrap(block.clone()).putLong(at, value).array();
  }

  /** The frequency is at byte 66 of the facilities file, the seconds of the start at 90, the TSC of a block at 0. */
  @ParameterizedTest
  @CsvSource({
    "66, 1, 4611686018427387904, 9223372036854775807",
    "66, 1, -4611686018427387904, -9223372036854775808",
    "90, 9223372036854775807, 0, 9223372036854775807",
    "90, 17000000000000, 0, 9223372036854775807"
  })
  void timesThat64BitsDoNotHoldAreTheFirstOrLastAndSaidOnce(
      int at, long value, long tsc, long nanos) throws IOException {
    Path facilities = trace.resolve("control/facilities_0");
    LttReading.write(
        trace, "control/facilities_0", patched(Files.readAllBytes(facilities), at, value));
    LttReading reading = read(patched(block(1), 0, tsc), patched(block(2), 0, tsc));
    assertEquals(List.of(nanos, nanos), reading.times());
    assertBegins(
        "[GE-TRACE-06] its clock gives times that 64 bits of nanoseconds do not hold: ",
        finding(reading));
  }

  @Test
  void blocksThatBeginBeforeThoseInFrontOfThemAreCounted() throws IOException {
    read(block(1), patched(block(2), 0, 1_000_000), block(3), block(4));
    try (TraceReader reader = TraceReader.open(List.of(trace), finding -> {})) {
      while (reader.next()) {
        // to the end
      }
      assertEquals(
          List.of(new RepeatedPackets(trace.resolve("cpu_0"), 1)), RepeatedPackets.of(reader));
    }
  }

  @ParameterizedTest
  @CsvSource({"7, true, 5000", "4, false, 5000"})
  void anEventThatIsEarlierThanTheOneInFrontOfItIsSaidOnceABlock(int minor, boolean tsc, long nanos)
      throws IOException {
    LttWriter writer = new LttWriter(minor, ByteOrder.BIG_ENDIAN, 4, true, false, tsc);
    LttReading.xml(trace, "t.xml", HandWorkedBytesTest.T);
    writer.facilities(trace, writer.load("t", 0xCD33C5EC, 5));
    LttWriter.Bytes file = writer.bytes();
    for (int block = 0; block < 2; block++) {
      LttWriter.Block bytes = writer.new Block(1_000_000 * block);
      for (long time : new long[] {10_000, 20_000, 15_000, 12_000}) {
        bytes.event(1_000_000 * block + time, 5, 0, f((int) time));
      }
      file.bytes(bytes.finish(BLOCK));
    }
    LttReading.write(trace, "cpu_0", file.array());
    LttReading reading = LttReading.json(trace);
    assertEquals(8, reading.fields().size());
    assertEquals(2, reading.findings().size(), reading.findings()::toString);
    for (String finding : reading.findings()) {
      assertBegins(
          "[GE-TRACE-09] an event is " + nanos
              + " ns earlier than the one in front of it (at byte ",
          finding);
    }
    assertTrue(reading.findings().get(1).contains("in block 1 at byte 4096"));
  }

  @Test
  void aNameOfAnyLengthIsShownShort() throws IOException {
    WRITER.facilities(
        trace, WRITER.load("t", 0xCD33C5EC, 5), WRITER.load("n".repeat(3000), 0x1234, 6));
    LttReading reading = read(block(1));
    assertEquals(1, reading.findings().size(), reading.findings()::toString);
    assertBegins(
        "[GE-TRACE-20] facility " + "n".repeat(100) + "… with checksum 0x1234 is not described: "
            + "eventdefs has no " + "n".repeat(100) + "….xml",
        reading.findings().get(0));
  }

  @Test
  void aTraceWithoutFacilitiesIsRefused() throws IOException {
    Files.delete(trace.resolve("control/facilities_0"));
    LttReading reading = read(block(1));
    assertEquals("", reading.output());
    assertEquals(
        List.of("[GE-TRACE-02] there is no facilities file that can be read:"
            + " control/facilities_0"),
        reading.findings());
  }

  @Test
  void otherEventsInAFacilitiesFileAreReported() throws IOException {
    byte[] mixed = WRITER.new Block(0)
        .event(1, 0, 0, WRITER.load("core", 0x1A8DE486, 0))
        .event(2, 0, 3, WRITER.load("t", 0xCD33C5EC, 5))
        .event(3, 0, 3, WRITER.load("bad", 1, 4711))
        .event(4, 0, 3, WRITER.load("odd", 1, 8, 3, 4, 4, 4, 4))
        .finish(BLOCK);
    LttReading.write(trace, "control/facilities_0", mixed);
    LttReading reading = read(block(1));
    assertEquals(List.of("e {\"f\":1}"), reading.fields());
    assertBegins(
        "[GE-TRACE-06] facility bad is announced with the number 4711",
        reading.findings().get(0));
    assertBegins(
        "[GE-TRACE-06] facility odd is announced with impossible sizes: int 3",
        reading.findings().get(1));
  }

  @Test
  void aCompactFileWithoutItsFacilityIsPassedOver() throws IOException {
    LttReading.write(trace, "compact_0", block(1));
    LttReading reading = read(block(2));
    assertEquals(List.of("e {\"f\":2}"), reading.fields());
    assertTrue(reading.findings().toString().contains("no facility 'compact'"));
  }
}
