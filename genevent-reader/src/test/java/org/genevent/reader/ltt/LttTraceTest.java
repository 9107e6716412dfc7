package org.genevent.reader.ltt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.genevent.model.FacilityChecksum;
import org.genevent.model.trace.WireMember;
import org.genevent.reader.FieldReference;
import org.genevent.reader.LttFacility;
import org.genevent.reader.LttTrace;
import org.genevent.reader.TraceReader;
import org.genevent.reader.output.TracePrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole traces: several files, facilities, data models and kinds of file. */
class LttTraceTest {

  private static final String SIZES = """
      <facility name="sizes"><event name="all">
        <field name="i"><int/></field><field name="l"><long/></field><field name="p"><pointer/></field>
        <field name="s"><size_t/></field><field name="t"><string/></field><field name="e"><enum><label name="A"/></enum></field>
      </event></facility>""";

  private static final LttWriter KERNEL = new LttWriter(7, ByteOrder.LITTLE_ENDIAN, 8, true, true);

  @TempDir
  private Path trace;

  @Test
  void aProgramOf32BitsOnAKernelOf64HasItsOwnSizes() throws IOException {
    LttReading.xml(trace, "sizes.xml", SIZES);
    int checksum = VersionsTest.checksum(SIZES);
    KERNEL.facilities(
        trace,
        KERNEL.load("sizes", checksum, 10),
        KERNEL.load("sizes", checksum, 11, 4, 4, 4, 4, 4));
    LttWriter program = new LttWriter(7, ByteOrder.LITTLE_ENDIAN, 4, true, true);
    byte[] ofKernel = KERNEL
        .bytes()
        .number(4, 1)
        .pad(8)
        .number(8, 2)
        .number(8, 3)
        .number(8, 4)
        .text("x")
        .pad(8)
        .number(4, 0)
        .array();
    byte[] ofProgram = program
        .bytes()
        .number(4, 1)
        .number(4, 2)
        .number(4, 3)
        .number(4, 4)
        .text("x")
        .pad(4)
        .number(4, 0)
        .array();
    // both in one file of the kernel, whose headers are aligned to 8
    LttReading.write(
        trace,
        "cpu_0",
        KERNEL.new Block(0)
            .event(10, 10, 0, ofKernel)
            .event(20, 11, 0, ofProgram)
            .finish(4096));
    // and in a file of the program itself, with headers aligned to 4
    LttReading.write(
        trace,
        "ltt-usertrace/process-4711.4700.1234567",
        program.new Block(0).event(15, 11, 0, ofProgram).finish(4096));
    LttReading reading = LttReading.json(trace);
    assertEquals(List.of(), reading.findings());
    String all = "all {\"i\":1,\"l\":2,\"p\":3,\"s\":4,\"t\":\"x\",\"e\":\"A\"}";
    assertEquals(List.of(all, all, all), reading.fields());
    assertTrue(reading.output().contains("\"stream\":\"ltt-usertrace/process-4711.4700.1234567\""));
  }

  @Test
  void severalProcessorsAndFlightRecorderFilesAreMergedByTime() throws IOException {
    LttReading.xml(trace, "t.xml", HandWorkedBytesTest.T);
    KERNEL.facilities(trace, KERNEL.load("t", 0xCD33C5EC, 5));
    long[][] times = {{10, 40, 70}, {20, 50}, {30, 60}};
    String[] files = {"cpu_0", "cpu_1", "flight-cpu_10"};
    for (int i = 0; i < files.length; i++) {
      LttWriter.Block block = KERNEL.new Block(0);
      for (long time : times[i]) {
        block.event(time, 5, 0, KERNEL.bytes().number(4, time).array());
      }
      LttReading.write(trace, files[i], block.finish(4096));
    }
    LttReading reading = LttReading.json(trace);
    assertEquals(List.of(), reading.findings());
    List<String> expected = new ArrayList<>();
    for (int time = 10; time <= 70; time += 10) {
      expected.add("e {\"f\":" + time + "}");
    }
    assertEquals(expected, reading.fields());
  }

  @Test
  void theClockIsExtendedOverEveryWrapAndStartsAnewWithEachBlock() throws IOException {
    LttReading.xml(trace, "t.xml", HandWorkedBytesTest.T);
    KERNEL.facilities(trace, KERNEL.load("t", 0xCD33C5EC, 5));
    long start = LttWriter.START_SECONDS * LttWriter.HERTZ;
    List<Long> expected = new ArrayList<>();
    LttWriter.Bytes file = KERNEL.bytes();
    for (int number = 0; number < 3; number++) {
      long begin = number * (100L << 32);
      LttWriter.Block block = KERNEL.new Block(begin);
      for (int i = 0; i < 20; i++) {
        long cycles = begin + i * 0xFFFFFFF0L;
        block.event(cycles, 5, 0, KERNEL.bytes().number(4, i).array());
        expected.add(start + cycles);
      }
      file.bytes(block.finish(4096));
    }
    LttReading.write(trace, "cpu_0", file.array());
    LttReading reading = LttReading.json(trace);
    assertEquals(List.of(), reading.findings());
    assertEquals(expected, reading.times());
  }

  @Test
  void theFirstFacilityOfAFileWithTheRightNameAndChecksumCounts() throws IOException {
    String other = "<facility name=\"t\"><event name=\"e\"><field name=\"g\"><string/></field>"
        + "</event></facility>";
    String declaration = "<?xml version=\"1.0\"?>\n";
    LttReading.xml(
        trace,
        "t.xml",
        other + "\n\n" + declaration + HandWorkedBytesTest.T + "\n" + declaration
            + HandWorkedBytesTest.T.replace("\"e\"", "\"x\""));
    KERNEL.facilities(trace, KERNEL.load("t", 0xCD33C5EC, 5));
    LttReading.write(
        trace,
        "cpu_0",
        KERNEL.new Block(0).event(1, 5, 0, KERNEL.bytes().number(4, 7).array()).finish(4096));
    LttReading reading = LttReading.json(trace);
    assertEquals(List.of(), reading.findings());
    assertEquals(List.of("e {\"f\":7}"), reading.fields());
  }

  @Test
  void aFacilityOfAnArchitectureIsInTheFileOfThatArchitecture() throws IOException {
    String xml =
        "<facility name=\"kernel_arch\" arch=\"x86_64\"><event name=\"e\"></event></facility>";
    LttReading.xml(trace, "kernel_arch_i386.xml", xml.replace("\"e\"", "\"wrong\""));
    LttReading.xml(trace, "kernel_arch_x86_64.xml", xml);
    // the writer's headers say 8: x86_64
    KERNEL.facilities(trace, KERNEL.load("kernel_arch", VersionsTest.checksum(xml), 9));
    LttReading.write(
        trace, "cpu_0", KERNEL.new Block(0).event(1, 9, 0, new byte[0]).finish(4096));
    LttReading reading = LttReading.json(trace);
    assertEquals(List.of(), reading.findings());
    assertEquals(List.of("e {}"), reading.fields());
  }

  @Test
  void bothNumberingsOfTheCoreAreUnderstoodUnderEveryHeader() throws IOException {
    LttReading.xml(trace, "t.xml", HandWorkedBytesTest.T);
    byte[] core = KERNEL.load("core", 0x1212DF53, 0);
    byte[] load = KERNEL.load("t", 0xCD33C5EC, 5);
    LttReading.write(
        trace,
        "control/facilities_0",
        KERNEL.new Block(0)
            .event(1, 0, 4, core)
            .event(2, 0, 3, KERNEL.bytes().number(8, 2).array())
            .event(3, 0, 4, load)
            .event(4, 0, 2, new byte[0])
            .finish(4096));
    LttReading.write(
        trace,
        "cpu_0",
        KERNEL.new Block(0).event(5, 5, 0, KERNEL.bytes().number(4, 7).array()).finish(4096));
    LttReading reading = LttReading.json(trace);
    assertEquals(List.of(), reading.findings());
    List<String> events = reading
        .output()
        .lines()
        .map(line -> line.replaceAll(".*\"event\":\"([^\"]*)\".*", "$1"))
        .toList();
    assertEquals(
        List.of(
            "state_dump_facility_load",
            "time_heartbeat_full",
            "state_dump_facility_load",
            "time_heartbeat",
            "e"),
        events);
  }

  @Test
  void structuresAndUnionsAreReadAsTheirWriterLaidThemOut() throws IOException {
    String xml = """
        <facility name="c"><event name="e">
          <field name="s"><struct><field name="x"><uint_fixed size="4"/></field><field name="y"><uint_fixed size="2"/></field></struct></field>
          <field name="u"><union><field name="a"><uint_fixed size="2"/></field><field name="b"><uchar/></field></union></field>
          <field name="z"><uchar/></field>
        </event></facility>""";
    LttReading.xml(trace, "c.xml", xml);
    KERNEL.facilities(trace, KERNEL.load("c", VersionsTest.checksum(xml), 3));
    LttWriter.Block block = KERNEL.new Block(0);
    // x 4, y 2, u 2, z 1
    block.event(1, 3, 0, LttReading.hex("01000000 0200 0403 05"));
    // as C: the structure ends padded to 8
    block.event(2, 3, 0, LttReading.hex("01000000 0200 0000 0403 05"));
    // as LTTV: the union has 2 + 1 bytes
    block.event(3, 3, 0, LttReading.hex("01000000 0200 0403 00 05"));
    LttReading.write(trace, "cpu_0", block.finish(4096));
    LttReading reading = LttReading.json(trace);
    assertEquals(List.of(), reading.findings());
    String event = "e {\"s\":{\"x\":1,\"y\":2},\"u\":{\"a\":772,\"b\":4},\"z\":5}";
    List<String> fields = reading.fields();
    assertEquals(event, fields.get(0));
    assertEquals(event, fields.get(1));
    // the last two are both 10 bytes long: the C form is tried first
    assertEquals(3, fields.size());
  }

  @Test
  void aTraceSaysWhatItsHeadersAndFacilitiesSay() throws IOException {
    LttReading.xml(trace, "sizes.xml", SIZES);
    int checksum = VersionsTest.checksum(SIZES);
    KERNEL.facilities(trace, KERNEL.load("sizes", checksum, 11, 4, 4, 4, 4, 4));
    try (TraceReader reader = TraceReader.open(List.of(trace), finding -> {})) {
      LttTrace facts = reader.lttTraces().get(0);
      assertEquals(7, facts.minorVersion());
      assertEquals(ByteOrder.LITTLE_ENDIAN, facts.byteOrder());
      assertEquals("x86_64", facts.arch());
      assertEquals(8, facts.pointerBytes());
      assertEquals(BigInteger.valueOf(LttWriter.HERTZ), facts.frequencyHz());
      LttFacility facility = facts.facilities().get(1);
      assertEquals("sizes", facility.name());
      assertEquals(4, facility.pointerBytes());
      assertEquals(SIZES.contains("all"), facility.facility().isPresent());
      assertEquals(1, reader.traces().size());
    }
  }

  @Test
  void fieldsAreFoundByTheirNames() throws IOException {
    LttReading.xml(trace, "sizes.xml", SIZES);
    KERNEL.facilities(trace, KERNEL.load("sizes", VersionsTest.checksum(SIZES), 11, 4, 4, 4, 4, 4));
    byte[] payload = KERNEL
        .bytes()
        .number(4, 1)
        .number(4, 2)
        .number(4, 3)
        .number(4, 4)
        .text("xyz")
        .number(4, 0)
        .array();
    LttReading.write(
        trace, "cpu_0", KERNEL.new Block(0).event(5, 11, 0, payload).finish(4096));
    try (TraceReader reader = TraceReader.open(List.of(trace), finding -> {})) {
      FieldReference text = reader.field("sizes:all", "t");
      FieldReference number = reader.field("sizes:all", "p");
      FieldReference missing = reader.field("sizes:all", "missing");
      while (reader.next() && !reader.event().equals("all")) {
        assertTrue(!reader.has(text));
      }
      assertEquals("xyz", reader.getString(text));
      assertEquals(3, reader.getLong(number));
      assertTrue(!reader.has(missing));
      assertEquals(
          List.of("_i", "_l", "_p", "_s", "_t", "_e"),
          reader.eventClass().fields().orElseThrow().members().stream()
              .map(WireMember::name)
              .toList());
    }
  }

  @Test
  void whatOurRuntimeTellsOfLossesIsCounted() throws IOException {
    String xml = """
        <facility name="genevent">
          <event name="block"><field name="sequence"><uint_fixed size="8"/></field></event>
          <event name="discarded"><field name="events"><uint_fixed size="8"/></field></event>
        </facility>""";
    LttReading.xml(trace, "genevent.xml", xml);
    KERNEL.facilities(trace, KERNEL.load("genevent", VersionsTest.checksum(xml), 3));
    LttWriter.Bytes file = KERNEL.bytes();
    // two parts of one sub-buffer, then the next but one
    int[] sequences = {4, 4, 6};
    for (int i = 0; i < sequences.length; i++) {
      file.bytes(KERNEL.new Block(i)
          .event(i, 3, 0, KERNEL.bytes().number(8, sequences[i]).array())
          .event(i, 3, 1, KERNEL.bytes().number(8, 10 + i).array())
          .finish(4096));
    }
    LttReading.write(trace, "main-0_0", file.array());
    try (TraceReader reader = TraceReader.open(List.of(trace), finding -> {})) {
      while (reader.next()) {
        assertTrue(reader.timestampNanos() > 0);
      }
      assertEquals(12, reader.discardedEvents());
      assertEquals(1, reader.lostPackets());
    }
  }

  @Test
  void checksumsOfEarlierAgesCountToo() throws IOException {
    // until June 2007 the format was part of the checksum
    String xml =
        "<facility name=\"t\"><event name=\"e\"><field name=\"f\"><uint format=\"%x\"/></field>"
            + "</event></facility>";
    LttReading.xml(trace, "t.xml", xml);
    int early = FacilityChecksum.of("t", List.of("e", "f", "uint", "%x"));
    KERNEL.facilities(trace, KERNEL.load("t", early, 5));
    LttReading.write(
        trace,
        "cpu_0",
        KERNEL.new Block(0).event(1, 5, 0, KERNEL.bytes().number(4, 7).array()).finish(4096));
    LttReading reading = LttReading.json(trace);
    assertEquals(List.of(), reading.findings());
    assertEquals(List.of("e {\"f\":7}"), reading.fields());
  }

  @Test
  void eventsAreCounted() throws IOException {
    LttReading.xml(trace, "t.xml", HandWorkedBytesTest.T);
    KERNEL.facilities(trace, KERNEL.load("t", 0xCD33C5EC, 5));
    LttReading.write(
        trace,
        "cpu_0",
        KERNEL.new Block(0).event(5, 5, 0, KERNEL.bytes().number(4, 7).array()).finish(4096));
    assertEquals("""
        core:facility_load 1
        core:state_dump_facility_load 1
        t:e 1
        total 3
        discarded 0
        """, LttReading.of(trace, TracePrinter.Format.COUNT).output());
  }
}
