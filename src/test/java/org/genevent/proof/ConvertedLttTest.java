package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.genevent.cli.convert.Conversion;
import org.genevent.cli.convert.TargetFormat;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.model.FacilityChecksum;
import org.genevent.pipeline.EmitterRegistry;
import org.genevent.reader.TraceReader;
import org.genevent.reader.output.TracePrinter;
import org.genevent.xml.FacilityReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What only traces of the original have, and what becomes of it in CTF. */
class ConvertedLttTest {

  private static final EmitterRegistry EMITTERS =
      EmitterRegistry.load(ConvertedLttTest.class.getClassLoader());

  @TempDir
  private Path folder;

  private Path trace;

  @BeforeEach
  void folders() throws IOException {
    trace = folder.resolve("trace");
    Files.createDirectories(trace.resolve("control"));
    Files.createDirectories(trace.resolve("eventdefs"));
  }

  /** A block of version 0.8, little endian, packed, with heartbeat; its events as they are given. */
  private static byte[] block(long begin, byte[]... events) {
    ByteBuffer block = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    block.putLong(begin).putLong(1).putLong(begin).putLong(1).putInt(0).putInt(4096);
    block.putInt(0x00D6B7ED).putInt(8).putInt(0).putInt(0);
    block.put(new byte[] {8, 0, 8, 0, 1, 0, 10, 16});
    block.putInt(1).putLong(1_000_000_000L).putLong(0).putLong(0).putLong(0).putLong(0);
    for (byte[] event : events) {
      block.put(event);
    }
    return block.putInt(32, block.remaining()).array();
  }

  private static byte[] event(int time, int facility, int event, byte[] payload) {
    return ByteBuffer.allocate(8 + payload.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(time)
        .put((byte) facility)
        .put((byte) event)
        .putShort((short) payload.length)
        .put(payload)
        .array();
  }

  private byte[] load(String xml, String name, int id, int... sizes) throws IOException {
    String text = "<?xml version=\"1.0\"?>\n" + xml;
    Files.writeString(trace.resolve("eventdefs/" + name + ".xml"), text);
    int checksum = FacilityReader.read(name, text.getBytes(StandardCharsets.UTF_8), new Findings())
        .map(FacilityChecksum::of)
        .orElseThrow();
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    payload.writeBytes((name + "\0").getBytes(StandardCharsets.UTF_8));
    ByteBuffer numbers = ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN);
    numbers.putInt(checksum).putInt(id);
    for (int size : sizes) {
      numbers.putInt(size);
    }
    payload.writeBytes(numbers.putInt(0).array());
    return event(1, 0, 4, payload.toByteArray());
  }

  private List<String> converted(List<String> losses) throws IOException {
    List<Diagnostic> findings = new ArrayList<>();
    Conversion.Target target =
        new Conversion.Target(TargetFormat.CTF, Optional.empty(), Optional.empty(), false);
    Conversion conversion =
        Conversion.of(trace, target, EMITTERS, findings::add).orElseThrow();
    assertEquals(List.of(), findings);
    assertEquals(losses, conversion.losses().stream().map(Diagnostic::message).toList());
    Path ctf = folder.resolve("ctf");
    conversion.write(ctf, EMITTERS);
    List<String> events = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(ctf), findings::add)) {
      while (reader.next()) {
        events.add(reader.timestampNanos() + " " + reader.event() + " "
            + reader.record().fields());
      }
    }
    assertEquals(List.of(), findings);
    return events;
  }

  @Test
  void facilitiesOfTwoDataModelsBecomeOne() throws IOException {
    String xml =
        "<facility name=\"t\"><event name=\"e\"><field name=\"l\"><long/></field></event></facility>";
    Files.write(
        trace.resolve("control/facilities_0"),
        block(0, load(xml, "t", 10, 4, 8, 8, 8), load(xml, "t", 11, 4, 4, 4, 4)));
    byte[] large =
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(1L << 40).array();
    byte[] small =
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(-7).array();
    Files.write(trace.resolve("cpu_0"), block(0, event(5, 10, 0, large), event(6, 11, 0, small)));
    assertEquals(
        List.of("5 e {l=1099511627776}", "6 e {l=-7}"),
        converted(List.of("lost: the several sizes of types with which facility t was announced:"
            + " it has the largest")));
  }

  @Test
  void compactEventsBecomeOrdinaryOnes() throws IOException {
    String xml = "<facility name=\"compact\" align=\"0\">"
        + "<event name=\"irq\" attribute=\"compact_data\"><field name=\"n\"><uchar/></field></event>"
        + "<event name=\"mark\"></event></facility>";
    Files.write(
        trace.resolve("control/facilities_0"), block(0, load(xml, "compact", 7, 4, 8, 8, 8)));
    // two events need two bits: 16 bits of time, 2 of the event, 14 of the value
    ByteBuffer words = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    words.putInt(1 | 0 << 16 | 9 << 18).putInt(2 | 1 << 16);
    Files.write(trace.resolve("compact_0"), block(0, words.array()));
    assertEquals(List.of("1024 irq {n=9}", "2048 mark {}"), converted(List.of()));
  }

  @Test
  void whatOnlyTracersNeedOfEventsIsSaid() throws IOException {
    String xml = "<facility name=\"a\"><event name=\"e\" attribute=\"force\">"
        + "<field name=\"n\"><uchar/></field></event></facility>";
    Files.write(trace.resolve("control/facilities_0"), block(0, load(xml, "a", 3, 4, 8, 8, 8)));
    Files.write(trace.resolve("cpu_0"), block(0, event(5, 3, 0, new byte[] {3})));
    assertEquals(
        List.of("5 e {n=3}"), converted(List.of("lost: that a:e has attribute=\"force\"")));
  }

  @Test
  void aUnionBecomesItsMembersAndThatIsSaid() throws IOException {
    String xml = "<facility name=\"u\"><event name=\"e\"><field name=\"u\"><union>"
        + "<field name=\"a\"><uint_fixed size=\"2\"/></field><field name=\"b\"><uchar/></field>"
        + "</union></field></event></facility>";
    Files.write(trace.resolve("control/facilities_0"), block(0, load(xml, "u", 3, 4, 8, 8, 8)));
    Files.write(trace.resolve("cpu_0"), block(0, event(5, 3, 0, new byte[] {3, 4})));
    assertEquals(
        List.of("5 e {u={a=1027, b=3}}"),
        converted(List.of("lost: that the members of u:e.u are a union: each is written")));
  }

  private static List<String> lttv(Path from) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TraceReader reader = TraceReader.open(List.of(from), finding -> {})) {
      TracePrinter.print(reader, TracePrinter.Format.LTTV, out);
    }
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("core."))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(
      value = TargetFormat.class,
      names = {"LTT_0_7", "LTT_0_8"})
  void fromLttToLttTheClockAndSoTheTextOfLttvStays(TargetFormat format) throws IOException {
    String xml = "<facility name=\"t\"><event name=\"e\"><field name=\"c\"><char/></field>"
        + "<field name=\"p\"><pointer/></field></event></facility>";
    byte[] facilities = started(block(0, load(xml, "t", 10, 4, 8, 8, 8)));
    Files.write(trace.resolve("control/facilities_0"), facilities);
    byte[] payload = ByteBuffer.allocate(9)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 'x')
        .putLong(16)
        .array();
    byte[] events =
        block(4_000_000_000L, event(-5, 10, 0, payload), event(1_000_000_001, 10, 0, payload));
    Files.write(trace.resolve("cpu_0"), started(events));
    List<String> lines = List.of(
        "t.e: 4.294967291 (/cpu_0) { c = x, p = 0x10 }",
        "t.e: 5.294967297 (/cpu_0) { c = x, p = 0x10 }");
    assertEquals(lines, lttv(trace));
    Path to = folder.resolve("to");
    Conversion.Target target =
        new Conversion.Target(format, Optional.empty(), Optional.of(ByteOrder.BIG_ENDIAN), false);
    Conversion conversion =
        Conversion.of(trace, target, EMITTERS, finding -> {}).orElseThrow();
    assertEquals(List.of(), conversion.losses());
    conversion.write(to, EMITTERS);
    assertEquals(lines, lttv(to));
    try (TraceReader reader = TraceReader.open(List.of(to), finding -> {})) {
      long last =
          reader.records().mapToLong(record -> record.timestampNanos()).max().orElse(0);
      assertEquals(1_000_000_007_000L + 5_294_967_297L - 500_000, last);
    }
  }

  /** The first facilities file's facts, and the streams that have events. */
  private static String facts(Path from) {
    try (TraceReader reader = TraceReader.open(List.of(from), finding -> {})) {
      Set<String> streams = new TreeSet<>();
      while (reader.next()) {
        if (!reader.facility().equals("core")) {
          streams.add(reader.stream());
        }
      }
      String flight = reader.lttTraces().stream()
          .map(ltt -> " flight " + ltt.flightRecorder())
          .findFirst()
          .orElse("");
      return reader.traces().get(0).environment().get("architecture") + flight + " " + streams;
    }
  }

  @Test
  void whatTheTraceSaysOfTheMachineAndItsFilesIsKept() throws IOException {
    String xml = "<facility name=\"t\"><event name=\"e\"><field name=\"n\">"
        + "<uint_fixed size=\"1\"/></field></event></facility>";
    byte[] facilities = block(0, load(xml, "t", 10, 4, 8, 8, 8));
    // the number of the architecture, and a flight recorder
    facilities[44] = 5;
    facilities[59] = 1;
    Files.write(trace.resolve("control/facilities_0"), facilities);
    byte[] events = block(0, event(5, 10, 0, new byte[] {1}));
    for (String file :
        List.of("flight-cpu_1", "control/net_0", "control.net_0", "ltt-usertrace/process-7.7.1")) {
      Path path = trace.resolve(file);
      Files.createDirectories(path.getParent());
      Files.write(path, events);
    }
    assertEquals(
        "mips flight true [control.net_0, control/net_0, flight-cpu_1, ltt-usertrace/process-7.7.1]",
        facts(trace));
    Path ltt = folder.resolve("ltt");
    Conversion.Target target =
        new Conversion.Target(TargetFormat.LTT_0_7, Optional.empty(), Optional.empty(), false);
    Conversion toLtt = Conversion.of(trace, target, EMITTERS, finding -> {}).orElseThrow();
    assertEquals(List.of(), toLtt.losses());
    toLtt.write(ltt, EMITTERS);
    assertEquals(facts(trace), facts(ltt));

    assertEquals(4, converted(List.of()).size());
    Path ctf = folder.resolve("ctf");
    assertEquals(
        "mips [control.net_0, control.net_0-2, flight-cpu_1, ltt-usertrace.process-7.7.1]",
        facts(ctf));
    Path back = folder.resolve("back");
    Conversion toBack = Conversion.of(ctf, target, EMITTERS, finding -> {}).orElseThrow();
    assertEquals(List.of(), toBack.losses());
    toBack.write(back, EMITTERS);
    assertEquals(
        "mips flight true [control/net_0, control/net_0-2_0, flight-cpu_1,"
            + " ltt-usertrace/process-7.7.1]",
        facts(back));
  }

  @Test
  void eventsBeforeTheEpochAreThere() throws IOException {
    String xml = "<facility name=\"t\"><event name=\"e\"><field name=\"n\">"
        + "<uint_fixed size=\"1\"/></field></event></facility>";
    Files.write(trace.resolve("control/facilities_0"), block(-10, load(xml, "t", 10, 4, 8, 8, 8)));
    Files.write(trace.resolve("cpu_0"), block(-10, event(-5, 10, 0, new byte[] {1})));
    assertEquals(List.of("-5 e {n=1}"), converted(List.of()));
  }

  @Test
  void whatOnlySourcesHaveIsSaid() throws IOException {
    String xml =
        "<facility name=\"s\" arch=\"mips\"><type name=\"id\"><uint_fixed size=\"4\"/></type>"
            + "<event name=\"e\"><field name=\"i\"><typeref name=\"id\"/></field>"
            + "<field name=\"l\"><sequence write=\"custom\"><uint_fixed size=\"1\"/><uint_fixed size=\"1\"/>"
            + "</sequence></field><field name=\"k\"><enum><label name=\"A\" value=\"1\"/>"
            + "<description>first</description></enum></field></event></facility>";
    Files.write(trace.resolve("control/facilities_0"), block(0, load(xml, "s", 3, 4, 8, 8, 8)));
    byte[] payload = {9, 0, 0, 0, 1, 7, 1, 0, 0, 0};
    Files.write(trace.resolve("cpu_0"), block(0, event(5, 3, 0, payload)));
    String typeNames =
        "lost: the names of types of facility s: what refers to them has what they" + " stand for";
    assertEquals(
        List.of("5 e {i=9, l=[7], k=A}"),
        converted(List.of(
            "lost: that facility s is of the architecture mips",
            typeNames,
            "lost: that a function of one's own writes s:e.l (write=\"custom\")")));
    Conversion.Target target =
        new Conversion.Target(TargetFormat.LTT_0_7, Optional.empty(), Optional.empty(), false);
    Conversion toLtt = Conversion.of(trace, target, EMITTERS, finding -> {}).orElseThrow();
    assertEquals(
        List.of(typeNames), toLtt.losses().stream().map(Diagnostic::message).toList());
    Path ltt = folder.resolve("ltt");
    toLtt.write(ltt, EMITTERS);
    String eventdefs = Files.readString(ltt.resolve("eventdefs/s.xml"));
    assertTrue(
        eventdefs.contains("write=\"custom\"")
            && eventdefs.contains("<description>first</description>")
            && eventdefs.contains("arch=\"mips\""),
        eventdefs);
  }

  /** The trace began at 500,000 cycles, which was 7 microseconds past second 1000. */
  private static byte[] started(byte[] block) {
    ByteBuffer.wrap(block)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(76, 500_000)
        .putLong(92, 1_000)
        .putLong(100, 7);
    return block;
  }

  @Test
  void typesOfCAreFactsAboutTheTraceInCtfAndComeBack() throws IOException {
    String xml = "<facility name=\"c\"><event name=\"e\"><field name=\"l\"><long/></field>"
        + "<field name=\"p\"><pointer/></field><field name=\"a\"><array size=\"2\"><char/></array>"
        + "</field><field name=\"s\"><sequence><uint/><int/></sequence></field></event></facility>";
    Files.write(trace.resolve("control/facilities_0"), block(0, load(xml, "c", 3, 4, 8, 8, 8)));
    byte[] payload = {9, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 65, 66, 1, 0, 0, 0, 7, 0, 0, 0
    };
    Files.write(trace.resolve("cpu_0"), block(0, event(5, 3, 0, payload)));
    assertEquals(1, converted(List.of()).size());
    Path ctf = folder.resolve("ctf");
    String metadata = Files.readString(ctf.resolve("metadata"));
    assertTrue(metadata.contains("genevent_type_0 = \"c:e.l long\";"), metadata);
    Path back = folder.resolve("back");
    Conversion.Target target =
        new Conversion.Target(TargetFormat.LTT_0_7, Optional.empty(), Optional.empty(), false);
    Conversion toBack = Conversion.of(ctf, target, EMITTERS, finding -> {}).orElseThrow();
    assertEquals(List.of(), toBack.losses());
    toBack.write(back, EMITTERS);
    Path straight = folder.resolve("straight");
    Conversion.of(trace, target, EMITTERS, finding -> {}).orElseThrow().write(straight, EMITTERS);
    assertEquals(
        Files.readString(straight.resolve("eventdefs/c.xml")),
        Files.readString(back.resolve("eventdefs/c.xml")));
  }

  @Test
  void descriptionsAreFactsAboutTheTraceInCtfAndComeBack() throws IOException {
    String xml = """
        <facility name="d"><description>of "d", \\ and
          more</description><event name="e"><description>of e</description>
          <field name="n"><description>of n</description><uint_fixed size="1"/></field>
          <field name="k"><enum><label name="A" value="1"/><description>of A</description></enum></field>
          <field name="l"><array size="1"><struct><field name="m"><description>of m</description>
            <uint_fixed size="1"/></field></struct></array></field></event></facility>
        """;
    Files.write(trace.resolve("control/facilities_0"), block(0, load(xml, "d", 3, 4, 8, 8, 8)));
    Files.write(trace.resolve("cpu_0"), block(0, event(5, 3, 0, new byte[] {9, 1, 0, 0, 0, 7})));
    assertEquals(List.of("5 e {n=9, k=A, l=[{m=7}]}"), converted(List.of()));
    Path ctf = folder.resolve("ctf");
    String metadata = Files.readString(ctf.resolve("metadata"));
    assertTrue(metadata.contains("= \"d:e.k=A of A\";"), metadata);
    Path back = folder.resolve("back");
    Conversion.Target target =
        new Conversion.Target(TargetFormat.LTT_0_8, Optional.empty(), Optional.empty(), false);
    Conversion toBack = Conversion.of(ctf, target, EMITTERS, finding -> {}).orElseThrow();
    assertEquals(List.of(), toBack.losses());
    toBack.write(back, EMITTERS);
    Path straight = folder.resolve("straight");
    Conversion.of(trace, target, EMITTERS, finding -> {}).orElseThrow().write(straight, EMITTERS);
    String eventdefs = Files.readString(back.resolve("eventdefs/d.xml"));
    assertEquals(Files.readString(straight.resolve("eventdefs/d.xml")), eventdefs);
    assertEquals(6, eventdefs.split("<description>", -1).length, eventdefs);
  }

  @ParameterizedTest
  @EnumSource(TargetFormat.class)
  void theTscAndItsFrequencyAreKept(TargetFormat format) throws IOException {
    String xml = "<facility name=\"t\"><event name=\"e\"/></facility>";
    byte[] facilities = block(0, load(xml, "t", 10, 4, 8, 8, 8));
    // 3 GHz, by which two events are within one nanosecond
    ByteBuffer.wrap(started(facilities))
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(64, 3)
        .putLong(68, 1_000_000_000L);
    Files.write(trace.resolve("control/facilities_0"), facilities);
    byte[] nothing = {};
    Files.write(
        trace.resolve("cpu_0"),
        block(600_000, event(600_001, 10, 0, nothing), event(600_002, 10, 0, nothing)));
    Conversion.Target target =
        new Conversion.Target(format, Optional.empty(), Optional.empty(), false);
    Conversion conversion =
        Conversion.of(trace, target, EMITTERS, finding -> {}).orElseThrow();
    assertEquals(
        List.of(), conversion.losses().stream().map(Diagnostic::message).toList());
    Path to = folder.resolve("to");
    conversion.write(to, EMITTERS);
    assertEquals(times(trace, TraceReader::timestampNanos), times(to, TraceReader::timestampNanos));
    assertEquals(times(trace, TraceReader::clockCycles), times(to, TraceReader::clockCycles));
    if (format.isLtt()) {
      assertEquals(times(trace, TraceReader::clockNanos), times(to, TraceReader::clockNanos));
    }
  }

  private static List<Long> times(Path of, ToLongFunction<TraceReader> time) {
    List<Long> times = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(of), finding -> {})) {
      while (reader.next()) {
        if (reader.facility().equals("t")) {
          times.add(time.applyAsLong(reader));
        }
      }
    }
    assertEquals(2, times.size());
    return times;
  }
}
