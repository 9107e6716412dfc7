package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genevent.cli.convert.Conversion;
import org.genevent.cli.convert.TargetFormat;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.pipeline.EmitterRegistry;
import org.genevent.reader.TraceReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packets that have no numbers, but say how many events were lost, as barectf's do. */
class ConvertedCountsTest {

  private static final EmitterRegistry EMITTERS =
      EmitterRegistry.load(ConvertedCountsTest.class.getClassLoader());
  private static final String METADATA = """
      /* CTF 1.8 */
      trace { major = 1; minor = 8; byte_order = le; };
      clock { name = "tsc"; freq = 1000000000; offset_s = 1500000000; absolute = true; };
      stream {
        packet.context := struct { integer { size = 64; align = 8; map = clock.tsc.value; } timestamp_begin;
          integer { size = 64; align = 8; map = clock.tsc.value; } timestamp_end;
          integer { size = 32; align = 8; } content_size; integer { size = 32; align = 8; } packet_size;
          integer { size = 32; align = 8; } events_discarded; };
        event.header := struct { integer { size = 8; align = 8; } id;
          integer { size = 64; align = 8; map = clock.tsc.value; } timestamp; };
      };
      event { name = "a:e"; id = 0; fields := struct { integer { size = 8; align = 8; } x; }; };
      """;

  @TempDir
  private Path folder;

  private Path trace;

  @BeforeEach
  void trace() throws IOException {
    trace = Files.createDirectory(folder.resolve("trace"));
    Files.writeString(trace.resolve("metadata"), METADATA);
    Files.write(
        trace.resolve("some_0"),
        packets(packet(100, 300, 0, 150, 200), packet(400, 500, 3), packet(600, 700, 3, 650)));
    // lost in front of everything, and at the very end
    Files.write(trace.resolve("more_0"), packets(packet(50, 90, 2), packet(600, 900, 9, 610)));
    Files.write(trace.resolve("none_0"), packets(packet(110, 120, 0, 115)));
  }

  private static byte[] packets(byte[]... packets) {
    int size = 0;
    for (byte[] packet : packets) {
      size += packet.length;
    }
    ByteBuffer all = ByteBuffer.allocate(size);
    for (byte[] packet : packets) {
      all.put(packet);
    }
    return all.array();
  }

  private static byte[] packet(long begin, long end, int discarded, long... times) {
    int size = 28 + 10 * times.length;
    ByteBuffer packet = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    packet.putLong(begin).putLong(end).putInt(8 * size).putInt(8 * size).putInt(discarded);
    for (long time : times) {
      packet.put((byte) 0).putLong(time).put((byte) 7);
    }
    return packet.array();
  }

  private Path convert(Path from, TargetFormat format) throws IOException {
    List<Diagnostic> findings = new ArrayList<>();
    Conversion.Target target =
        new Conversion.Target(format, Optional.empty(), Optional.empty(), false);
    Conversion conversion = Conversion.of(from, target, EMITTERS, findings::add).orElseThrow();
    assertEquals(List.of(), findings);
    assertEquals(List.of(), conversion.losses());
    Path to = folder.resolve(from.getFileName() + "-" + format);
    conversion.write(to, EMITTERS);
    return to;
  }

  /** The events, then what each stream lost. */
  private static List<String> all(Path trace) {
    List<String> all = new ArrayList<>();
    List<Diagnostic> findings = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(trace), findings::add)) {
      while (reader.next()) {
        if (reader.facility().equals("a")) {
          all.add(reader.timestampNanos() + " " + reader.record().fields());
        }
      }
      reader.streams().stream()
          .filter(stream -> !stream.file().toString().contains("control"))
          .map(stream -> stream.file().getFileName() + " lost " + stream.discardedEvents())
          .sorted()
          .forEach(all::add);
    }
    assertEquals(List.of(), findings);
    return all;
  }

  @Test
  void countsOfLostEventsAreKeptInLttAndComeBack() throws IOException {
    List<String> all = all(trace);
    assertTrue(
        all.containsAll(List.of("more_0 lost 9", "none_0 lost 0", "some_0 lost 3")), all::toString);
    Path ltt = convert(trace, TargetFormat.LTT_0_7);
    assertEquals(all, all(ltt));
    Path other = convert(ltt, TargetFormat.LTT_0_8);
    assertEquals(all, all(other));
    for (TargetFormat format : List.of(TargetFormat.CTF, TargetFormat.CTF_2)) {
      Path back = convert(other, format);
      assertEquals(all, all(back));
    }
  }

  @Test
  void babeltraceSeesThem() throws IOException {
    Path back = convert(convert(trace, TargetFormat.LTT_0_8), TargetFormat.CTF);
    ExternalTool.Result read = ExternalTool.require("babeltrace2").run(back.toString());
    assertEquals(0, read.exitStatus(), read.err());
    String said = read.err();
    assertTrue(said.contains("discarded 3 events"), said);
    assertTrue(said.contains("discarded 2 events"), said);
    assertTrue(said.contains("discarded 7 events"), said);
  }
}
