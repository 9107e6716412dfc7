package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.genevent.abi.DataModel;
import org.genevent.cli.convert.Conversion;
import org.genevent.cli.convert.TargetFormat;
import org.genevent.cli.diff.ContractSource;
import org.genevent.contract.ContractType;
import org.genevent.contract.FacilityContract;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.layout.LayoutRule;
import org.genevent.model.FacilityChecksum;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireMember;
import org.genevent.pipeline.EmitterRegistry;
import org.genevent.reader.LttFacility;
import org.genevent.reader.TraceReader;
import org.genevent.xml.FacilityReader;
import org.genevent.xml.ReadOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A kernel of 64 bits and programs of 32 in one LTT trace: sizes are those of each facility, and stay so. */
class MixedDataModelTest {

  private static final EmitterRegistry EMITTERS =
      EmitterRegistry.load(MixedDataModelTest.class.getClassLoader());
  private static final String FIELDS = "<field name=\"c\"><char/></field>"
      + "<field name=\"l\"><ulong/></field><field name=\"p\"><pointer/></field>";
  private static final String KERNEL =
      "<facility name=\"kernel\"><event name=\"e\">" + FIELDS + "</event></facility>";
  private static final String SHARED =
      "<facility name=\"shared\"><event name=\"e\">" + FIELDS + "</event></facility>";
  private static final String PROGRAM =
      "<facility name=\"program\"><event name=\"e\">" + FIELDS + "</event></facility>";

  /** The numbers of facilities depend on checksums, so that they are compared by their names. */
  private static final List<String> LOADED = List.of(
      "kernel int 4 long 8 pointer 8 size_t 8 alignment 8",
      "program int 4 long 4 pointer 4 size_t 4 alignment 4",
      "shared int 4 long 4 pointer 4 size_t 4 alignment 0",
      "shared int 4 long 4 pointer 4 size_t 4 alignment 4",
      "shared int 4 long 8 pointer 8 size_t 8 alignment 8");

  private static final List<String> EVENTS = List.of(
      "1 kernel:e {c=1, l=1099511627776, p=2}",
      "2 shared:e {c=2, l=1099511627777, p=3}",
      "3 shared:e {c=3, l=7, p=4}",
      "4 program:e {c=4, l=8, p=5}",
      "5 shared:e {c=5, l=9, p=6}");

  @TempDir
  private Path folder;

  private Path trace;

  /** A trace of a kernel of 64 bits, little endian, aligned to 8 bytes, with the whole TSC in event headers. */
  @BeforeEach
  void mixedTrace() throws IOException {
    trace = folder.resolve("trace");
    Files.createDirectories(trace.resolve("control"));
    Files.createDirectories(trace.resolve("eventdefs"));
    ByteBuffer loads = block();
    load(loads, KERNEL, "kernel", 10, 8, 8);
    load(loads, SHARED, "shared", 11, 8, 8);
    load(loads, SHARED, "shared", 12, 4, 4);
    load(loads, PROGRAM, "program", 13, 4, 4);
    load(loads, SHARED, "shared", 14, 4, 0);
    Files.write(trace.resolve("control/facilities_0"), finished(loads));
    ByteBuffer events = block();
    event(events, 1, 10, large(1, 1L << 40, 2));
    event(events, 2, 11, large(2, (1L << 40) + 1, 3));
    event(events, 3, 12, small(3, 7, 4));
    event(events, 4, 13, small(4, 8, 5));
    event(events, 5, 14, bytes(9).put((byte) 5).putInt(9).putInt(6));
    Files.write(trace.resolve("cpu_0"), finished(events));
  }

  private static ByteBuffer bytes(int count) {
    return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteBuffer large(int c, long l, long p) {
    return bytes(24).put((byte) c).position(8).putLong(l).putLong(p);
  }

  private static ByteBuffer small(int c, int l, int p) {
    return bytes(12).put((byte) c).position(4).putInt(l).putInt(p);
  }

  private static ByteBuffer block() {
    ByteBuffer block = bytes(4096);
    block.putLong(0).putLong(1).putLong(0).putLong(1).putInt(0).putInt(4096);
    block.putInt(0x00D6B7ED).putInt(8).putInt(0).putInt(0);
    // pointers of 8 bytes, 0.8, no flight recorder, no heartbeat, alignment 8
    block.put(new byte[] {8, 0, 8, 0, 0, 8, 0, 0});
    return block
        .putInt(1)
        .putLong(1_000_000_000L)
        .putLong(0)
        .putLong(0)
        .putLong(0)
        .putLong(0);
  }

  private static byte[] finished(ByteBuffer block) {
    return block.putInt(32, block.remaining()).array();
  }

  private static void align(ByteBuffer block) {
    block.position(block.position() + 7 & -8);
  }

  private static void event(ByteBuffer block, int time, int facility, ByteBuffer payload) {
    event(block, time, facility, 0, payload.array());
  }

  private static void event(ByteBuffer block, int time, int facility, int event, byte[] payload) {
    align(block);
    block.putLong(time).put((byte) facility).put((byte) event).putShort((short) payload.length);
    align(block);
    block.put(payload);
  }

  private void load(ByteBuffer block, String xml, String name, int id, int word, int alignment)
      throws IOException {
    String text = "<?xml version=\"1.0\"?>\n" + xml;
    Files.writeString(trace.resolve("eventdefs/" + name + ".xml"), text);
    int checksum = FacilityReader.read(name, text.getBytes(StandardCharsets.UTF_8), new Findings())
        .map(FacilityChecksum::of)
        .orElseThrow();
    int numbersAt = (name.length() + 8) / 8 * 8;
    ByteBuffer payload = bytes(numbersAt + 28).put(name.getBytes(StandardCharsets.UTF_8));
    payload.position(numbersAt);
    payload.putInt(checksum).putInt(id).putInt(4).putInt(word).putInt(word).putInt(word);
    event(block, 0, 0, 4, payload.putInt(alignment).array());
  }

  private static List<String> loaded(Path from) {
    List<String> loaded = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(from), finding -> {})) {
      for (LttFacility facility : reader.lttTraces().get(0).facilities()) {
        if (facility.id() != 0) {
          loaded.add(facility.name() + " int " + facility.intBytes() + " long "
              + facility.longBytes() + " pointer " + facility.pointerBytes() + " size_t "
              + facility.sizeTBytes() + " alignment " + facility.alignmentBytes());
        }
      }
    }
    return loaded.stream().sorted().toList();
  }

  private static List<String> events(Path from) {
    List<Diagnostic> findings = new ArrayList<>();
    List<String> events = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(from), findings::add)) {
      while (reader.next()) {
        if (!reader.facility().equals("core")) {
          events.add(reader.timestampNanos() + " " + reader.facility() + ":" + reader.event() + " "
              + reader.record().fields());
        }
      }
    }
    assertEquals(List.of(), findings);
    return events;
  }

  private Conversion convert(Path to, TargetFormat format, DataModel model, ByteOrder order)
      throws IOException {
    List<Diagnostic> findings = new ArrayList<>();
    Conversion.Target target = new Conversion.Target(
        format, Optional.ofNullable(model), Optional.ofNullable(order), false);
    Conversion conversion =
        Conversion.of(trace, target, EMITTERS, findings::add).orElseThrow();
    assertEquals(List.of(), findings);
    conversion.write(to, EMITTERS);
    return conversion;
  }

  @Test
  void eachFacilityIsReadWithItsOwnSizes() {
    assertEquals(LOADED, loaded(trace));
    assertEquals(EVENTS, events(trace));
  }

  @ParameterizedTest
  @CsvSource({"LTT_0_7,", "LTT_0_8,", "LTT_0_7, big", "LTT_0_8, big"})
  void eachFacilityKeepsItsSizes(TargetFormat format, String order) throws IOException {
    Path to = folder.resolve("to");
    Conversion conversion = convert(to, format, null, order == null ? null : ByteOrder.BIG_ENDIAN);
    assertEquals(List.of(), conversion.losses());
    assertEquals(LOADED, loaded(to));
    assertEquals(EVENTS, events(to));
  }

  @Test
  void withADataModelAllHaveItsSizesAndNothingIsLostIfItFits() throws IOException {
    Path to = folder.resolve("to");
    Conversion conversion = convert(to, TargetFormat.LTT_0_8, DataModel.LP64, null);
    assertEquals(List.of(), conversion.losses());
    assertEquals(
        List.of(
            "kernel int 4 long 8 pointer 8 size_t 8 alignment 8",
            "program int 4 long 8 pointer 8 size_t 8 alignment 8",
            "shared int 4 long 8 pointer 8 size_t 8 alignment 8"),
        loaded(to));
    assertEquals(EVENTS, events(to));
  }

  @Test
  void valuesThatADataModelCannotHoldAreALoss() throws IOException {
    Conversion conversion =
        convert(folder.resolve("to"), TargetFormat.LTT_0_8, DataModel.ILP32, null);
    assertEquals(
        List.of(
            "lost: values of kernel:e.l that 4 bytes cannot hold (1)",
            "lost: values of shared:e.l that 4 bytes cannot hold (1)"),
        conversion.losses().stream().map(Diagnostic::message).toList());
  }

  /** In the metadata: {@code ulong} of each facility; of one with several models, of the largest. */
  private static Map<String, Integer> longBits(Path from) {
    Map<String, Integer> bits = new TreeMap<>();
    try (TraceReader reader = TraceReader.open(List.of(from), finding -> {})) {
      for (EventRecordClass event : reader.eventClasses()) {
        WireMember member = event.fields().orElseThrow().members().get(1);
        bits.put(event.name(), ((WireInteger) member.wireClass()).sizeBits());
      }
    }
    return bits;
  }

  private static List<String> messages(Conversion conversion) {
    return conversion.losses().stream().map(Diagnostic::message).toList();
  }

  @Test
  void ctfHasEachFacilityWithItsOwnSizesAndTheWayBackToo() throws IOException {
    Path ctf = folder.resolve("ctf");
    Conversion conversion = convert(ctf, TargetFormat.CTF, null, null);
    assertEquals(
        List.of("lost: the several sizes of types with which facility shared was announced:"
            + " it has the largest"),
        messages(conversion));
    assertEquals(EVENTS, events(ctf));
    assertEquals(Map.of("kernel:e", 64, "program:e", 32, "shared:e", 64), longBits(ctf));
    for (TargetFormat format : List.of(TargetFormat.LTT_0_7, TargetFormat.LTT_0_8)) {
      trace = ctf;
      Path back = folder.resolve("back " + format);
      // pointers of 32 bits in a trace of 64 are no pointers there, and 0.7 has no other base
      List<String> losses = new ArrayList<>();
      if (format == TargetFormat.LTT_0_7) {
        losses.add("lost: the base in which program:e.p is shown");
      }
      for (String type : List.of("l is of the type long", "p is of the type pointer")) {
        losses.add(
            "lost: that program:e." + type + " of C, which has another size in the new trace");
      }
      assertEquals(losses, messages(convert(back, format, null, null)));
      assertEquals(EVENTS, events(back));
      Path again = folder.resolve("again " + format);
      trace = back;
      convert(again, TargetFormat.CTF, null, null);
      assertEquals(EVENTS, events(again));
      assertEquals(longBits(ctf), longBits(again));
    }
  }

  @Test
  void aProgramLargerThanTheKernelLosesNothingInCtf() throws IOException {
    for (String name : List.of("control/facilities_0", "cpu_0")) {
      byte[] bytes = Files.readAllBytes(trace.resolve(name));
      // the size of a pointer in the trace's header
      bytes[56] = 4;
      Files.write(trace.resolve(name), bytes);
    }
    assertEquals(EVENTS, events(trace));
    Path ctf = folder.resolve("ctf");
    Conversion conversion = convert(ctf, TargetFormat.CTF, null, null);
    assertEquals(1, conversion.losses().size(), () -> messages(conversion).toString());
    assertEquals(EVENTS, events(ctf));
  }

  @Test
  void anAlignmentThatIsNotTheWordsIsSaidToBeLost() throws IOException {
    ByteBuffer loads = block();
    load(loads, KERNEL, "kernel", 10, 8, 4);
    Files.write(trace.resolve("control/facilities_0"), finished(loads));
    ByteBuffer events = block();
    event(events, 1, 10, bytes(20).put((byte) 1).position(4).putLong(1L << 40).putLong(2));
    Files.write(trace.resolve("cpu_0"), finished(events));
    assertEquals(EVENTS.subList(0, 1), events(trace));
    Path to = folder.resolve("to");
    assertEquals(
        List.of("lost: the alignment of facility kernel to at most 4 bytes, which becomes that of"
            + " its word"),
        messages(convert(to, TargetFormat.LTT_0_8, null, null)));
    assertEquals(EVENTS.subList(0, 1), events(to));
  }

  @ParameterizedTest
  @CsvSource({"LP64, 64", "ILP32, 32"})
  void aComparisonTakesTheFacilityOfItsDataModel(DataModel model, int longBits) throws IOException {
    Findings findings = new Findings();
    ContractSource source = new ContractSource(
        model, LayoutRule.LTT, ReadOptions.of(Optional.empty(), false), findings);
    List<FacilityContract> shared = source.read(trace).stream()
        .filter(facility -> facility.name().equals("shared"))
        .toList();
    assertEquals(List.of(), findings.list());
    assertEquals(1, shared.size());
    ContractType type = shared.get(0).events().get(0).fields().get(1).type();
    assertEquals(new ContractType.Number(longBits, false, false), type);
  }

  @Test
  void aComparisonKnowsThatAFacilityWasAnnouncedAsPacked() throws IOException {
    ByteBuffer loads = block();
    load(loads, PROGRAM, "program", 13, 4, 0);
    Files.write(trace.resolve("control/facilities_0"), finished(loads));
    ContractSource source = new ContractSource(
        DataModel.LP64, LayoutRule.LTT, ReadOptions.of(Optional.empty(), false), new Findings());
    FacilityContract program = source.read(trace).get(0);
    assertEquals(Optional.of(true), program.packed());
    assertEquals(
        List.of(0, 1, 5),
        program.events().get(0).fields().stream()
            .map(field -> field.offsetBytes().orElseThrow())
            .toList());
  }
}
