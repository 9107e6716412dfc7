package org.genevent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of events whose headers have only the low bits of a clock. */
final class ClockTest {

  @TempDir
  Path directory;

  private static String metadata(String clock, int bits) {
    return "/* CTF 1.8 */ trace { major = 1; minor = 8; byte_order = le; };"
        + " clock { name = m; " + clock + " };"
        + " stream { packet.context := struct { integer { size = 64; map = clock.m.value; } timestamp_begin; };"
        + " event.header := struct { integer { size = " + bits
        + "; align = 8; map = clock.m.value; } timestamp; }; };"
        + " event { name = e; };";
  }

  private static List<Long> times(Reading reading) {
    assertEquals(List.of(), reading.findings());
    return reading.lines().stream()
        .map(line -> Long.valueOf(line.replaceFirst(".*\"timestamp_ns\":(-?\\d+).*", "$1")))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 27, 32, 48, 63})
  void aClockWrapsAsOftenAsItsBitsSay(int bits) {
    long begin = 0x0123_4567_89ab_cdefL;
    long most = (1L << bits) - 1;
    long[] steps = {0, 1, most, 1, most / 2, most};
    BitWriter writer = new BitWriter(false).bits(begin, 64);
    long now = begin;
    Long[] expected = new Long[steps.length];
    for (int i = 0; i < steps.length; i++) {
      now += steps[i];
      expected[i] = now;
      writer.align(8).bits(now, bits);
    }
    Path trace =
        Reading.write(directory, metadata("freq = 1000000000;", bits), writer.toByteArray());
    assertEquals(List.of(expected), times(Reading.json(trace)));
  }

  @Test
  void offsetAndFrequencyMakeCyclesToTimes() {
    byte[] stream = new BitWriter(false).bits(3_000, 64).bits(4_500, 64).toByteArray();
    Path trace =
        Reading.write(directory, metadata("freq = 1000; offset_s = 10; offset = 250;", 64), stream);
    assertEquals(List.of(14_750_000_000L), times(Reading.json(trace)));
  }

  @Test
  void streamsMergeByTimeAndEqualTimesByStream() {
    String metadata = metadata("freq = 1000000000;", 64);
    Path trace = Reading.write(
        directory,
        metadata,
        new BitWriter(false).bits(0, 64).bits(1, 64).bits(5, 64).bits(9, 64).toByteArray(),
        new BitWriter(false).bits(0, 64).bits(1, 64).bits(2, 64).bits(9, 64).toByteArray());
    List<String> read = Reading.json(trace).lines().stream()
        .map(line -> line.replaceFirst(".*_ns\":(\\d+).*stream_(\\d).*", "$1@$2"))
        .toList();
    assertEquals(List.of("1@0", "1@1", "2@1", "5@0", "9@0", "9@1"), read);
  }
}
