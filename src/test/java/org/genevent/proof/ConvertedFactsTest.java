package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genevent.cli.convert.Conversion;
import org.genevent.cli.convert.TargetFormat;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.TraceClass;
import org.genevent.pipeline.EmitterRegistry;
import org.genevent.reader.FieldSink;
import org.genevent.reader.PacketFacts;
import org.genevent.reader.TraceReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a CTF trace says beside the fields of events: of itself, its clocks, streams and packets. */
class ConvertedFactsTest {

  private static final EmitterRegistry EMITTERS =
      EmitterRegistry.load(ConvertedFactsTest.class.getClassLoader());
  private static final String METADATA = """
      /* CTF 1.8 */
      trace { major = 1; minor = 8; uuid = "00112233-4455-6677-8899-aabbccddeeff"; byte_order = le;
        packet.header := struct { integer { size = 32; align = 8; } magic;
          integer { size = 8; align = 8; } uuid[16]; integer { size = 32; align = 8; } stream_id;
          integer { size = 64; align = 8; } stream_instance_id; }; };
      env { hostname = "a \\"b\\" c"; pages = 4096; tracer_name = "other"; domain = "kernel"; };
      clock { name = "fast"; uuid = "ffeeddcc-bbaa-9988-7766-554433221100"; description = "it \\"ticks\\"";
        freq = 3000000000; precision = 7; offset_s = 1500000000; offset = 2000000001; absolute = true; };
      clock { name = "slow"; freq = 1000; offset_s = 1500000000; };
      stream { id = 3;
        packet.context := struct { integer { size = 64; align = 8; map = clock.fast.value; } timestamp_begin;
          integer { size = 64; align = 8; map = clock.fast.value; } timestamp_end;
          integer { size = 64; align = 8; } content_size; integer { size = 64; align = 8; } packet_size;
          integer { size = 64; align = 8; } packet_seq_num; integer { size = 64; align = 8; } events_discarded;
          integer { size = 32; align = 8; } cpu_id; integer { size = 8; align = 8; encoding = UTF8; } thread_name[8]; };
        event.header := struct { integer { size = 32; align = 8; } id;
          integer { size = 64; align = 8; map = clock.fast.value; } timestamp; };
        event.context := struct { integer { size = 32; align = 8; signed = true; } tid; }; };
      stream { id = 9; event.header := struct { integer { size = 8; align = 8; } id;
          integer { size = 32; align = 8; map = clock.slow.value; } timestamp; }; };
      event { name = "a:big"; id = 70000; stream_id = 3; loglevel = 13;
        context := struct { integer { size = 16; align = 8; base = 16; } c; };
        fields := struct { integer { size = 32; align = 8; } x; string s; }; };
      event { name = "no facility"; id = 1; stream_id = 3; loglevel = 99; %s
        fields := struct { integer { size = 8; align = 8; } y; }; };
      event { name = "a:empty"; id = 0; stream_id = 9; };
      """;
  private static final String MORE = "model.emf.uri = \"http://x\";";

  @TempDir
  private Path folder;

  private Path trace;

  @BeforeEach
  void trace() throws IOException {
    trace = Files.createDirectory(folder.resolve("trace"));
    Files.writeString(trace.resolve("metadata"), METADATA.formatted(""));
    ByteArrayOutputStream fast = new ByteArrayOutputStream();
    fast.writeBytes(fast(100, 300, 0, 2, "one", big(100, 5, "hello"), small(200, 6)));
    fast.writeBytes(fast(400, 500, 1, 5, "two"));
    fast.writeBytes(fast(700, 900, 4, 5, "three", small(800, 255)));
    Files.write(trace.resolve("fast_0"), fast.toByteArray());
    ByteBuffer slow = buffer(42).putInt(0xC1FC1FC1).putLong(0x7766554433221100L);
    slow.position(4).put(uuid()).putInt(9).putLong(11).put((byte) 0).putInt(3).put((byte) 0);
    slow.putInt(4);
    Files.write(trace.resolve("slow_0"), slow.array());
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] uuid() {
    return ByteBuffer.allocate(16)
        .putLong(0x0011223344556677L)
        .putLong(0x8899AABBCCDDEEFFL)
        .array();
  }

  private static byte[] fast(
      long begin, long end, long sequence, long discarded, String thread, byte[]... events) {
    ByteBuffer packet = buffer(256).putInt(0xC1FC1FC1).put(uuid()).putInt(3).putLong(10);
    packet.putLong(begin).putLong(end).putLong(0).putLong(packet.capacity() * 8L);
    int contentAt = packet.position() - 16;
    packet.putLong(sequence).putLong(discarded).putInt(2);
    byte[] name = new byte[8];
    byte[] text = thread.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(text, 0, name, 0, text.length);
    packet.put(name);
    for (byte[] event : events) {
      packet.put(event);
    }
    return packet.putLong(contentAt, packet.position() * 8L).array();
  }

  private static byte[] big(long time, int x, String s) {
    byte[] text = s.getBytes(StandardCharsets.UTF_8);
    return buffer(23 + text.length)
        .putInt(70000)
        .putLong(time)
        .putInt(-7)
        .putShort((short) 0xABC)
        .putInt(x)
        .put(text)
        .array();
  }

  private static byte[] small(long time, int y) {
    return buffer(17).putInt(1).putLong(time).putInt(-8).put((byte) y).array();
  }

  private static Conversion.Target target(TargetFormat format, ByteOrder order, boolean packed) {
    return new Conversion.Target(format, Optional.empty(), Optional.ofNullable(order), packed);
  }

  private List<String> convert(Conversion.Target target, Path to) throws IOException {
    List<Diagnostic> findings = new ArrayList<>();
    Conversion conversion =
        Conversion.of(trace, target, EMITTERS, findings::add).orElseThrow();
    assertEquals(List.of(), findings);
    conversion.write(to, EMITTERS);
    return conversion.losses().stream().map(Diagnostic::message).toList();
  }

  /** Everything that a reader gives of a trace, but where things lie. */
  private static List<Object> all(Path of) {
    List<Object> all = new ArrayList<>();
    List<Diagnostic> findings = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(of), findings::add)) {
      TraceClass read = reader.traces().get(0);
      all.add(read.uuid());
      all.add(read.environment());
      all.add(read.clocks());
      for (DataStreamClass stream : read.dataStreamClasses()) {
        all.add(stream.id());
        for (EventRecordClass event : stream.eventRecordClasses()) {
          all.add(List.of(event.id(), event.name(), event.logLevel()));
        }
      }
      reader.onPacket(packet -> all.add(packet(reader, packet)));
      while (reader.next()) {
        all.add(List.of(
            reader.stream(), reader.clockCycles(), reader.timestampNanos(), reader.record()));
      }
      all.add(List.of(reader.discardedEvents(), reader.lostPackets()));
    }
    assertEquals(List.of(), findings);
    return all;
  }

  private static Object packet(TraceReader reader, PacketFacts packet) {
    return List.of(
        reader.packet(packet.stream()).origin().orElseThrow().streamNumber(),
        reader.packet(packet.stream()).origin().orElseThrow().streamClass().id(),
        packet.sequence(),
        packet.discardedEvents(),
        // a packet that does not say its time may say it now
        packet.sequence().isPresent() ? packet.beginNanos() : "",
        packet.sequence().isPresent() ? packet.endNanos() : "",
        own(reader, packet.stream()));
  }

  /** The members of a packet's context that are not about the format. */
  private static List<String> own(TraceReader reader, int stream) {
    List<String> own = new ArrayList<>();
    FieldSink sink = (FieldSink) Proxy.newProxyInstance(
        FieldSink.class.getClassLoader(),
        new Class<?>[] {FieldSink.class},
        (proxy, method, arguments) -> {
          if (arguments[0].equals("cpu_id")) {
            own.add("cpu_id=" + arguments[1]);
          } else if (method.getName().equals("text")) {
            byte[] text = new byte[(int) arguments[3]];
            ((ByteBuffer) arguments[1]).get((int) arguments[2], text);
            own.add(arguments[0] + "=" + new String(text, StandardCharsets.UTF_8));
          }
          return null;
        });
    reader.packet(stream).context(sink);
    return own;
  }

  @Test
  void ctfThatIsToStayAsItIsIsCopied() throws IOException {
    Files.writeString(trace.resolve("metadata"), METADATA.formatted(MORE));
    Files.createDirectory(trace.resolve("index"));
    Files.writeString(trace.resolve("index/fast_0.idx"), "index");
    Path to = folder.resolve("to");
    assertEquals(List.of(), convert(target(TargetFormat.CTF, ByteOrder.LITTLE_ENDIAN, false), to));
    for (String file : List.of("metadata", "fast_0", "slow_0", "index/fast_0.idx")) {
      assertArrayEquals(
          Files.readAllBytes(trace.resolve(file)), Files.readAllBytes(to.resolve(file)));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ctfThatIsLaidOutAnewKeepsWhatItSaysOfItself(boolean packed) throws IOException {
    Path to = folder.resolve("to");
    ByteOrder order = packed ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    assertEquals(List.of(), convert(target(TargetFormat.CTF, order, packed), to));
    List<Object> all = all(trace);
    assertTrue(all.contains(List.of(5L, 2L)), "events that were lost, packets that are missing");
    assertEquals(all, all(to));
  }

  @Test
  void babeltraceSeesNoDifference() throws IOException {
    Path to = folder.resolve("to");
    // it has no words for other levels, and does not merge by clocks that are not absolute
    Files.writeString(
        trace.resolve("metadata"),
        METADATA
            .formatted("")
            .replace("loglevel = 99", "loglevel = 14")
            .replace("freq = 1000;", "freq = 1000; absolute = true;"));
    convert(target(TargetFormat.CTF, ByteOrder.BIG_ENDIAN, false), to);
    String text = babeltrace(trace);
    assertTrue(text.contains("discarded 3 events"), text);
    assertEquals(text, babeltrace(to));
  }

  private static String babeltrace(Path of) {
    ExternalTool.Result read =
        ExternalTool.require("babeltrace2").run("--fields=all", "--names=all", of.toString());
    assertEquals(0, read.exitStatus(), read.err());
    return (read.err() + read.out()).replace(of.toString(), "TRACE");
  }

  @Test
  void whatIsNotKeptIsSaid() throws IOException {
    Files.writeString(trace.resolve("metadata"), METADATA.formatted(MORE));
    assertEquals(List.of(), convert(target(TargetFormat.CTF, null, true), folder.resolve("ctf")));
    assertEquals(
        List.of(
            "lost: of the trace: the uuid 00112233-4455-6677-8899-aabbccddeeff",
            "lost: of the clock fast: its name, the uuid ffeeddcc-bbaa-9988-7766-554433221100,"
                + " its description, its precision, its frequency of 3000000000 Hz, which becomes 1000000000",
            "lost: of the clock slow: its name, that it is not absolute,"
                + " its frequency of 1000 Hz, which becomes 1000000000",
            "lost: that there are 2 clocks",
            "lost: levels of events",
            "lost: the numbers of streams (stream_instance_id)",
            "lost: what the metadata says of model.emf.uri",
            "lost: contexts of facility a, of which its events have several",
            "lost: the context of facility a: c",
            "lost: the name 'no facility' of an event of trace, which becomes 'no_facility'",
            "lost: facts about the trace: hostname, pages, tracer_name, domain",
            "lost: that numbers of threads are below 0 (3)",
            "lost: what packets say of cpu_id"),
        convert(target(TargetFormat.LTT_0_8, null, false), folder.resolve("ltt")));
  }
}
