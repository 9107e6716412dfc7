package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks of all frequencies keep them, and every cycle, in the other format. */
class ConvertedClockTest {

  private static final EmitterRegistry EMITTERS =
      EmitterRegistry.load(ConvertedClockTest.class.getClassLoader());
  private static final String XML = "<facility name=\"t\"><event name=\"e\"/></facility>";
  private static final long START_SECONDS = 1_234_567_890L;
  private static final long START_MICROS = 7;
  private static final long START_CYCLES = 500_000;

  @TempDir
  private Path folder;

  private Path trace;

  @BeforeEach
  void trace() throws IOException {
    trace = Files.createDirectory(folder.resolve("trace"));
  }

  /** A packed block of version 0.7 with the whole TSC in event headers. */
  private static byte[] block(int scale, long frequency, long begin, byte[]... events) {
    ByteBuffer block = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    block.putLong(begin).putLong(1).putLong(0).putLong(1).putInt(0).putInt(4096);
    block.putInt(0x00D6B7ED).putInt(8).putInt(0).putInt(0);
    block.put(new byte[] {8, 0, 7, 0, 0, 0});
    block.putInt(scale).putLong(frequency).putLong(START_CYCLES).putLong(0);
    block.putLong(START_SECONDS).putLong(START_MICROS);
    for (byte[] event : events) {
      block.put(event);
    }
    return block.putInt(32, block.remaining()).array();
  }

  private static byte[] event(long time, int facility, int event, byte[] payload) {
    return ByteBuffer.allocate(12 + payload.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(time)
        .put((byte) facility)
        .put((byte) event)
        .putShort((short) payload.length)
        .put(payload)
        .array();
  }

  private void ltt(int scale, long frequency, long... cycles) throws IOException {
    byte[] load = SmallLtt.begin(trace, XML);
    Files.write(
        trace.resolve("control/facilities_0"),
        block(scale, frequency, START_CYCLES, event(START_CYCLES, 0, 3, load)));
    byte[][] events = new byte[cycles.length][];
    for (int i = 0; i < cycles.length; i++) {
      events[i] = event(cycles[i], 10, 0, new byte[0]);
    }
    Files.write(trace.resolve("cpu_0"), block(scale, frequency, cycles[0], events));
  }

  private void ctf(long frequency, long offsetSeconds, long offset, long... cycles)
      throws IOException {
    Files.writeString(trace.resolve("metadata"), """
        /* CTF 1.8 */
        trace { major = 1; minor = 8; byte_order = le; };
        clock { name = tsc; freq = %d; offset_s = %d; offset = %d; absolute = true; };
        stream { event.header := struct {
          integer { size = 64; align = 8; map = clock.tsc.value; } timestamp; }; };
        event { name = "t:e"; };
        """.formatted(frequency, offsetSeconds, offset));
    ByteBuffer stream =
        ByteBuffer.allocate(cycles.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (long time : cycles) {
      stream.putLong(time);
    }
    Files.write(trace.resolve("cpu_0"), stream.array());
  }

  private List<String> convert(Path from, Path to, TargetFormat format) throws IOException {
    List<Diagnostic> findings = new ArrayList<>();
    Conversion.Target target =
        new Conversion.Target(format, Optional.empty(), Optional.empty(), false);
    Conversion conversion = Conversion.of(from, target, EMITTERS, findings::add).orElseThrow();
    assertEquals(List.of(), findings);
    conversion.write(to, EMITTERS);
    return conversion.losses().stream().map(Diagnostic::message).toList();
  }

  private static List<String> times(Path of) {
    List<String> times = new ArrayList<>();
    try (TraceReader reader =
        TraceReader.open(List.of(of), finding -> times.add(finding.toString()))) {
      while (reader.next()) {
        if (reader.facility().equals("t")) {
          times.add(reader.clockCycles() + " " + reader.timestampNanos());
        }
      }
    }
    return times;
  }

  private static List<Long> babeltrace(Path of) {
    ExternalTool.Result read = ExternalTool.require("babeltrace2")
        .run("--no-delta", "--clock-seconds", "--clock-gmt", of.toString());
    assertEquals(0, read.exitStatus(), read.err());
    return read.out()
        .lines()
        .map(line -> Long.parseLong(line.substring(1, line.indexOf(']')).replace(".", "")))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"1000, 2400000", "3, 1000000000", "1, 1000000", "1000, 1000000", "1, 1000000000"})
  void ofLttInCtf(int scale, long frequency) throws IOException {
    ltt(scale, frequency, 500_000, 600_001, 600_002, 3_000_000_123L);
    Path ctf = folder.resolve("ctf");
    assertEquals(List.of(), convert(trace, ctf, TargetFormat.CTF));
    String metadata = Files.readString(ctf.resolve("metadata"));
    assertTrue(metadata.contains("freq = " + scale * frequency + ";"), metadata);
    List<String> times = times(trace);
    assertEquals(4, times.size());
    assertEquals(times, times(ctf));
    Path back = folder.resolve("back");
    assertEquals(List.of(), convert(ctf, back, TargetFormat.LTT_0_8));
    assertEquals(times, times(back));
    // it computes with floating point, and rounds offset and cycles down each on its own
    List<Long> read = babeltrace(ctf);
    assertEquals(4, read.size());
    for (int i = 0; i < read.size(); i++) {
      long nanos = Long.parseLong(times.get(i).split(" ")[1]);
      assertTrue(nanos - read.get(i) >= 0 && nanos - read.get(i) <= 1, times + " " + read);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3000000000, 1500000000, 2000000001",
    "1000000000, 1500000000, 7",
    "2393456789, 0, 1700000000000000001",
    "32768, 1700000000, 5",
    "1, 1700000000, 0"
  })
  void ofCtfInLtt(long frequency, long offsetSeconds, long offset) throws IOException {
    ctf(frequency, offsetSeconds, offset, 5, 6, 7, 1_000_000, 5_000_000_123L);
    List<String> times = times(trace);
    assertEquals(5, times.size());
    for (TargetFormat format : List.of(TargetFormat.LTT_0_7, TargetFormat.LTT_0_8)) {
      Path ltt = folder.resolve(format.name());
      assertEquals(List.of(), convert(trace, ltt, format));
      assertEquals(times, times(ltt));
      Path back = folder.resolve("back " + format);
      assertEquals(List.of(), convert(ltt, back, TargetFormat.CTF));
      assertEquals(times, times(back));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {2_393_457_123L, 3_579_545L})
  void thatTheStartIsNoWholeCycleIsSaid(long frequency) throws IOException {
    ltt(1, frequency, 500_000, 600_001, 600_002, 3_000_000_123L);
    Path ctf = folder.resolve("ctf");
    String loss = String.join("", convert(trace, ctf, TargetFormat.CTF));
    String cycle = Long.toString(1_000_000_000L / frequency + 1);
    assertTrue(
        loss.startsWith(
            "lost: the exact times of events: the new clock begins at a whole cycle of its "
                + frequency + " Hz, up to " + cycle + " ns beside that of the trace ("),
        loss);
    List<String> before = times(trace);
    List<String> after = times(ctf);
    for (int i = 0; i < before.size(); i++) {
      String[] one = before.get(i).split(" ");
      String[] other = after.get(i).split(" ");
      assertEquals(one[0], other[0]);
      assertTrue(
          Math.abs(Long.parseLong(one[1]) - Long.parseLong(other[1])) <= Long.parseLong(cycle));
    }
  }

  @Test
  void aFrequencyThatIsLargerThanAnyNumberIsExact() throws IOException {
    ltt(-1, -2, 500_000, Long.MAX_VALUE);
    BigInteger hertz =
        new BigInteger("18446744073709551614").multiply(BigInteger.valueOf(0xFFFFFFFFL));
    try (TraceReader reader = TraceReader.open(List.of(trace), finding -> {})) {
      assertEquals(hertz, reader.lttTraces().get(0).frequencyHz());
    }
    List<String> times = times(trace);
    Path ltt = folder.resolve("ltt");
    assertEquals(List.of(), convert(trace, ltt, TargetFormat.LTT_0_8));
    assertEquals(times, times(ltt));
    Path ctf = folder.resolve("ctf");
    assertEquals(
        List.of("lost: the frequency of the TSC, " + hertz + " Hz: times become nanoseconds"),
        convert(trace, ctf, TargetFormat.CTF));
    assertEquals(
        times.stream().map(time -> time.split(" ")[1]).toList(),
        times(ctf).stream().map(time -> time.split(" ")[1]).toList());
  }
}
