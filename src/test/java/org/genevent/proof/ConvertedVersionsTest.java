package org.genevent.proof;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.genevent.cli.convert.Conversion;
import org.genevent.cli.convert.TargetFormat;
import org.genevent.command.CommandProcess;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.emitter.ctf.FragmentPrinter;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.ProducerWords;
import org.genevent.model.trace.TraceClass;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireStructure;
import org.genevent.pipeline.EmitterRegistry;
import org.genevent.reader.EventRecord;
import org.genevent.reader.TraceReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CTF of one version becomes such of the other, and nothing is lost, also on the way back. */
class ConvertedVersionsTest {

  private static final EmitterRegistry EMITTERS =
      EmitterRegistry.load(ConvertedVersionsTest.class.getClassLoader());
  private static final Optional<ByteOrder> SAME_ORDER = Optional.empty();

  @TempDir
  private Path folder;

  static Stream<Seed> seeds() {
    return Seed.cases(30);
  }

  private static Path convert(
      Path from, TargetFormat format, Optional<ByteOrder> order, boolean packed, Path to)
      throws IOException {
    Conversion.Target target = new Conversion.Target(format, Optional.empty(), order, packed);
    Conversion conversion = Conversion.of(from, target, EMITTERS, finding -> {}).orElseThrow();
    List<String> losses = conversion.losses().stream()
        .map(Diagnostic::message)
        // the bytes of random traces end somewhere
        .filter(loss -> !loss.startsWith("lost: what the trace has where it is damaged"))
        .toList();
    assertEquals(List.of(), losses, from::toString);
    conversion.write(to, EMITTERS);
    return to;
  }

  private static List<Object> events(Path trace, boolean whole) {
    List<Object> events = new ArrayList<>();
    List<Diagnostic> findings = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(trace), findings::add)) {
      while (reader.next()) {
        EventRecord record = reader.record();
        events.add(Arrays.asList(
            record.timestampNanos(),
            record.facility() + ":" + record.event(),
            record.stream(),
            record.streamContext(),
            record.context(),
            record.fields()));
      }
    }
    assertTrue(!whole || findings.isEmpty(), findings::toString);
    return events;
  }

  private static TraceClass traceClass(Path trace) {
    try (TraceReader reader = TraceReader.open(List.of(trace), finding -> {})) {
      return reader.traces().get(0);
    }
  }

  /** In CTF 1.8, bits with names are a number, and bytes are a list. */
  private static Object ofFirst(Object value) {
    if (value instanceof Map<?, ?> map && map.containsKey("flags")) {
      return map.get("value");
    } else if (value instanceof Map<?, ?> map) {
      Map<Object, Object> values = new LinkedHashMap<>();
      map.forEach((name, inside) -> values.put(name, ofFirst(inside)));
      return values;
    } else if (value instanceof List<?> list) {
      List<Object> values = new ArrayList<>();
      list.forEach(inside -> values.add(ofFirst(inside)));
      return values;
    } else if (value instanceof ByteBuffer bytes) {
      List<Object> list = new ArrayList<>();
      for (int i = 0; i < bytes.limit(); i++) {
        list.add((long) Byte.toUnsignedInt(bytes.get(i)));
      }
      return list;
    }
    return value;
  }

  private Path random(Seed seed, int majorVersion) throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));
    AnyBytesTrace.write(source, seed, majorVersion);
    return source;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyValuesOfTheFirstVersion(Seed seed) throws IOException {
    Path source = random(seed, 1);
    List<Object> events = events(source, false);
    Random random = seed.random();
    Path second = convert(
        source, TargetFormat.CTF_2, order(random), random.nextBoolean(), folder.resolve("second"));
    assertEquals(events, events(second, true), seed::toString);
    Path back = convert(second, TargetFormat.CTF, order(random), true, folder.resolve("back"));
    assertEquals(events, events(back, true), seed::toString);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyValuesOfTheSecondVersion(Seed seed) throws IOException {
    Path source = random(seed, 2);
    List<Object> events = events(source, false);
    Random random = seed.random();
    Path first = convert(
        source, TargetFormat.CTF, order(random), random.nextBoolean(), folder.resolve("first"));
    assertEquals(ofFirst(events), ofFirst(events(first, true)), seed::toString);
    Path back = convert(first, TargetFormat.CTF_2, order(random), true, folder.resolve("back"));
    assertEquals(events, events(back, true), seed::toString);
  }

  /** Metadata with all kinds of texts, but with payloads whose lengths and tags are where they say. */
  private static TraceClass anyMetadata(Random random) {
    TraceClass any = RandomFragments.of(random);
    List<DataStreamClass> streams = new ArrayList<>();
    for (DataStreamClass stream : any.dataStreamClasses()) {
      List<EventRecordClass> events = new ArrayList<>();
      for (EventRecordClass event : stream.eventRecordClasses()) {
        events.add(new EventRecordClass(
            event.id(),
            event.identity(),
            event.name(),
            event.description(),
            event.logLevel(),
            event.context().map(old -> described(random)),
            event.fields().map(old -> described(random))));
      }
      streams.add(new DataStreamClass(
          stream.id(),
          stream.identity(),
          stream.clock(),
          stream.description(),
          stream.packetContext().map(old -> described(random)),
          stream.eventHeader(),
          stream.eventContext().map(old -> described(random)),
          events));
    }
    List<ProducerWords.Attribute> attributes = new ArrayList<>();
    List<ProducerWords.Owner> owners = new ArrayList<>(List.of(new ProducerWords.OfTrace()));
    any.clocks().forEach(clock -> owners.add(new ProducerWords.OfClock(clock.name())));
    for (DataStreamClass stream : streams) {
      owners.add(new ProducerWords.OfStream(stream.id()));
      owners.add(new ProducerWords.OfEvent(
          stream.id(), stream.eventRecordClasses().get(0).id()));
    }
    for (ProducerWords.Owner owner : owners) {
      attributes.add(new ProducerWords.Attribute(
          owner, text(random), "a", Map.of("b " + text(random), List.of(text(random), true))));
    }
    return new TraceClass(
        2,
        any.identity(),
        any.uuid(),
        any.byteOrder(),
        Optional.empty(),
        any.environment(),
        any.clocks(),
        streams,
        new ProducerWords(attributes, List.of(Map.of("name", text(random))), List.of()));
  }

  private static String text(Random random) {
    List<String> texts = List.of("x y", "/", "%20", "#a/b", "\u2028", "\"\\\"", "*/ };", "\u001e");
    return texts.get(random.nextInt(texts.size()));
  }

  private static WireStructure described(Random random) {
    WireStructure fields = new RandomPayload(
            random, 2, random.nextBoolean() ? LITTLE_ENDIAN : BIG_ENDIAN)
        .structure(0);
    return new WireStructure(
        fields.members().stream()
            .map(member ->
                new WireMember(member.name(), member.wireClass(), text(random).strip()))
            .toList(),
        fields.minimumAlignmentBits());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyMetadataOfTheSecondVersionComesBack(Seed seed) throws IOException {
    TraceClass any = anyMetadata(seed.random());
    Path source = Files.createDirectory(folder.resolve("source"));
    Files.writeString(source.resolve("metadata"), FragmentPrinter.trace(any));
    Path first = convert(source, TargetFormat.CTF, SAME_ORDER, false, folder.resolve("first"));
    Path back = convert(first, TargetFormat.CTF_2, SAME_ORDER, false, folder.resolve("back"));
    assertEquals(
        TraceMeaning.of(traceClass(source)), TraceMeaning.of(traceClass(back)), seed::toString);
  }

  private static Optional<ByteOrder> order(Random random) {
    return random.nextBoolean() ? Optional.empty() : Optional.of(ByteOrder.BIG_ENDIAN);
  }

  /** In a process of its own: a facility of this one would be in the traces of all tests behind it. */
  private void demo(String version, Path to) throws IOException, InterruptedException {
    Path said = folder.resolve("said");
    int status = new ProcessBuilder(
            CommandProcess.words(List.of(), "demo", "--ctf-version", version, to))
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start()
        .waitFor();
    String text = Files.readString(said);
    assertEquals(0, status, text);
  }

  @Test
  void theDemoOfTheSecondVersionComesBackAsItWas() throws Exception {
    Path demo = folder.resolve("demo");
    demo("2", demo);
    Path first = convert(demo, TargetFormat.CTF, SAME_ORDER, false, folder.resolve("first"));
    Path back = convert(first, TargetFormat.CTF_2, SAME_ORDER, false, folder.resolve("back"));
    List<Object> events = events(demo, true);
    assertEquals(events, events(first, true));
    assertEquals(events, events(back, true));
    assertEquals(TraceMeaning.of(traceClass(demo)), TraceMeaning.of(traceClass(back)));
    // once more, and nothing changes any longer
    Path again = convert(back, TargetFormat.CTF, SAME_ORDER, false, folder.resolve("again"));
    assertEquals(
        Files.readString(first.resolve("metadata")), Files.readString(again.resolve("metadata")));
  }

  @Test
  void babeltraceReadsTheDemoInBothVersions() throws Exception {
    Path demo = folder.resolve("demo");
    demo("1.8", demo);
    Path second = convert(demo, TargetFormat.CTF_2, SAME_ORDER, true, folder.resolve("second"));
    Path first = convert(
        second, TargetFormat.CTF, Optional.of(ByteOrder.BIG_ENDIAN), true, folder.resolve("first"));
    ExternalTool babeltrace = ExternalTool.require("babeltrace2");
    String text = text(babeltrace, demo);
    assertTrue(text.contains("shop:order_paid"), text);
    assertEquals(text, text(babeltrace, first));
    ExternalTool newer = ExternalTool.newerBabeltrace();
    assertEquals(text(newer, demo).lines().count(), text(newer, second).lines().count());
  }

  private static String text(ExternalTool babeltrace, Path trace) {
    ExternalTool.Result read = babeltrace.run(trace.toString());
    assertEquals(0, read.exitStatus(), read.err());
    return read.out();
  }

  @Test
  void whatOnlyTheSecondVersionSaysIsKeptInTheFirst() throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));
    Files.writeString(
        source.resolve("metadata"),
        EVERYTHING.lines().map(line -> "\u001e" + line + "\n").reduce("", String::concat));
    Path first = convert(source, TargetFormat.CTF, SAME_ORDER, false, folder.resolve("first"));
    String text = Files.readString(first.resolve("metadata"));
    for (String fact : List.of(
        "\"a:e something happened\"",
        "\"a:e.x how much\"",
        "\"a:e.in.y inside, \\\"quoted\\\"\"",
        "\"a:e.maybe there or not\"",
        "\"a:e.which.one the first\"",
        "\"a.c of the context\"",
        "\"stream/7 a stream\"",
        "\"stream/7/packet.cpu which processor\"",
        "\"stream/7/events.tid which thread\"",
        "\"stream/7/event/2 of two words\"",
        "\"stream/7#namespace ours\"",
        "\"stream/7/event/1#uid 1234\"",
        "\"trace#name the trace\"",
        "\"clock/my_clock#id my clock\"",
        "\"clock/my_clock#accuracy 9\"",
        "\"clock/my_clock#origin#name boot\"",
        "\"trace#attribute/x.org%2F1%20a/some%20%25thing [1, {\\\"a\\\": null}, \\\"b\\\", 2.5, true]\"",
        "\"clock/my_clock#attribute/x/of \\\"clock\\\"\"",
        "\"stream/7/event/1#attribute/lttng.org,2009/user 1\"",
        "\"stream/7/event/1/fields.picture#media-type image/png\"",
        "\"stream/7/event/1/fields.bits#flag/1/1/2 W\"")) {
      assertTrue(text.contains(" = " + fact + ";"), fact + "\n" + text);
    }
    assertTrue(text.contains("\tmodel.emf.uri = \"http://x\";"), text);
    ExternalTool.Result read = ExternalTool.require("babeltrace2").run(first.toString());
    assertEquals(0, read.exitStatus(), read.err());
    Path back = convert(first, TargetFormat.CTF_2, SAME_ORDER, false, folder.resolve("back"));
    assertEquals(TraceMeaning.of(traceClass(source)), TraceMeaning.of(traceClass(back)));
    Path anew = convert(
        source,
        TargetFormat.CTF_2,
        Optional.of(ByteOrder.BIG_ENDIAN),
        true,
        folder.resolve("anew"));
    assertEquals(TraceMeaning.of(traceClass(source)), TraceMeaning.of(traceClass(anew)));
  }

  @Test
  void whatOnlyTheFirstVersionSaysIsKeptInTheSecond() throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));
    Files.writeString(source.resolve("metadata"), """
        /* CTF 1.8 */
        trace { major = 1; minor = 8; byte_order = le; vendor.name = "v"; };
        clock { name = "c"; freq = 1000; absolute = true; quality = -3; };
        stream { id = 4; colour = "red"; event.header := struct { integer { size = 16; align = 8; } id; }; };
        event { name = "a:e"; id = 0; stream_id = 4; loglevel = 99; model.emf.uri = "http://x"; kind = word;
          fields := struct { integer { size = 5; align = 1; } _x; }; };
        callsite { name = "a:e"; func = "f"; file = "f.c"; line = 12; };
        callsite { name = "a:e"; func = "g"; file = "g.c"; line = 9; ip = 0x40096c; };
        """);
    ProducerWords words = traceClass(source).words();
    assertEquals(5, words.attributes().size());
    assertEquals(2, words.callsites().size());
    Path packed = convert(source, TargetFormat.CTF, SAME_ORDER, true, folder.resolve("packed"));
    assertEquals(words, traceClass(packed).words());
    Path second = convert(packed, TargetFormat.CTF_2, SAME_ORDER, false, folder.resolve("second"));
    assertEquals(words, traceClass(second).words());
    Path back = convert(second, TargetFormat.CTF, SAME_ORDER, true, folder.resolve("back"));
    assertEquals(words, traceClass(back).words());
    assertEquals(
        Files.readString(packed.resolve("metadata")), Files.readString(back.resolve("metadata")));
    ExternalTool.Result read = ExternalTool.require("babeltrace2").run(back.toString());
    assertEquals(0, read.exitStatus(), read.err());
  }

  /** With the names that TSDL has words for, so that nothing has to be renamed. */
  private static final String EVERYTHING = """
      {"type":"preamble","version":2}
      {"type":"trace-class","namespace":"ours","name":"the trace","uid":"not a uuid",\
      "attributes":{"x.org/1 a":{"some %thing":[1,{"a":null},"b",2.5,true]},"whole":"value"},"environment":{"host":"h","n":5}}
      {"type":"clock-class","id":"my clock","namespace":"ours","name":"its name","uid":"u","frequency":1000,\
      "offset-from-origin":{"seconds":5,"cycles":7},"precision":3,"accuracy":9,"attributes":{"x":{"of":"clock"}},"description":"it ticks",\
      "origin":{"namespace":"n","name":"boot","uid":"b"}}
      {"type":"data-stream-class","id":7,"namespace":"ours","name":"s","uid":"t","default-clock-class-id":"my clock",\
      "attributes":{"genevent.org,2026":{"description":"a stream"},"x":{"of":"stream"}},\
      "packet-context-field-class":{"type":"structure","member-classes":[\
      {"name":"cpu","attributes":{"genevent.org,2026":{"description":"which processor"}},\
      "field-class":{"type":"fixed-length-unsigned-integer","length":32,"byte-order":"little-endian"}}]},\
      "event-record-header-field-class":{"type":"structure","member-classes":[\
      {"name":"id","field-class":{"type":"fixed-length-unsigned-integer","length":16,"byte-order":"little-endian",\
      "roles":["event-record-class-id"]}},\
      {"name":"timestamp","field-class":{"type":"fixed-length-unsigned-integer","length":32,"byte-order":"little-endian",\
      "roles":["default-clock-timestamp"]}}]},\
      "event-record-common-context-field-class":{"type":"structure","member-classes":[\
      {"name":"tid","attributes":{"genevent.org,2026":{"description":"which thread"}},\
      "field-class":{"type":"fixed-length-unsigned-integer","length":32,"byte-order":"little-endian"}}]}}
      {"type":"event-record-class","id":1,"data-stream-class-id":7,"namespace":"ours","name":"a:e","uid":"1234",\
      "attributes":{"genevent.org,2026":{"description":"something happened"},"babeltrace.org,2020":{"log-level":"notice","emf-uri":"http://x"},\
      "lttng.org,2009":{"user":1}},\
      "specific-context-field-class":{"type":"structure","member-classes":[\
      {"name":"c","attributes":{"genevent.org,2026":{"description":"of the context"}},\
      "field-class":{"type":"fixed-length-unsigned-integer","length":8,"byte-order":"little-endian"}}]},\
      "payload-field-class":{"type":"structure","member-classes":[\
      {"name":"x","attributes":{"genevent.org,2026":{"description":"how much"}},\
      "field-class":{"type":"fixed-length-signed-integer","length":12,"byte-order":"little-endian","preferred-display-base":16,\
      "mappings":{"few":[[-3,5]],"many":[[6,100]]}}},\
      {"name":"in","field-class":{"type":"structure","member-classes":[\
      {"name":"y","attributes":{"genevent.org,2026":{"description":"inside, \\"quoted\\""}},\
      "field-class":{"type":"null-terminated-string"}}]}},\
      {"name":"_there","field-class":{"type":"fixed-length-boolean","length":8,"byte-order":"little-endian"}},\
      {"name":"maybe","attributes":{"genevent.org,2026":{"description":"there or not"}},\
      "field-class":{"type":"optional","selector-field-location":{"path":["_there"]},\
      "field-class":{"type":"static-length-string","length":6}}},\
      {"name":"_which","field-class":{"type":"fixed-length-unsigned-integer","length":8,"byte-order":"little-endian"}},\
      {"name":"which","field-class":{"type":"variant","selector-field-location":{"path":["_which"]},"options":[\
      {"name":"one","attributes":{"genevent.org,2026":{"description":"the first"}},"selector-field-ranges":[[0,9]],\
      "field-class":{"type":"fixed-length-boolean","length":8,"byte-order":"little-endian"}},\
      {"name":"other","selector-field-ranges":[[10,20]],"field-class":{"type":"structure"}}]}},\
      {"name":"picture","field-class":{"type":"static-length-blob","length":4,"media-type":"image/png"}},\
      {"name":"bits","field-class":{"type":"fixed-length-bit-map","length":8,"byte-order":"little-endian",\
      "flags":{"R":[[0,0]],"W":[[1,2]]}}}]}}
      {"type":"event-record-class","id":2,"data-stream-class-id":7,"name":"two words",\
      "attributes":{"genevent.org,2026":{"description":"of two words"}}}
      """;
}
