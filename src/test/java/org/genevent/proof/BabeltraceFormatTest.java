package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.genevent.abi.DataModel;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.model.Facility;
import org.genevent.reader.ReaderOptions;
import org.genevent.reader.TraceReader;
import org.genevent.reader.output.TracePrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole traces as text, byte for byte as babeltrace2 prints them. */
class BabeltraceFormatTest {

  /**
   * How many events babeltrace2 2.0 makes at once. In those that it uses again it leaves a text as it was if the new one is
   * empty.
   */
  private static final int BATCH = 15;

  @TempDir
  private Path folder;

  static Stream<Seed> seeds() {
    return Seed.cases(25);
  }

  private void compare(String about) {
    ExternalTool babeltrace = ExternalTool.require("babeltrace2");
    List<Diagnostic> findings = new ArrayList<>();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TimeZone zone = TimeZone.getDefault();
    // as the program runs with TZ=UTC
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    try (TraceReader reader = TraceReader.open(
        List.of(folder), ReaderOptions.DEFAULT.withEverything(true), findings::add)) {
      TracePrinter.print(reader, TracePrinter.Format.BABELTRACE, out);
    } catch (IOException e) {
      throw new AssertionError(about, e);
    } finally {
      TimeZone.setDefault(zone);
    }
    assertEquals(List.of(), findings, about);
    assertEquals(
        babeltrace.run(folder.toString()).outOrFail(), out.toString(StandardCharsets.UTF_8), about);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void randomFacilities(Seed seed) throws IOException {
    Random random = seed.random();
    Facility facility = RandomFacility.of(random, Shape.everything());
    ByteOrder byteOrder = random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    RandomTrace.write(folder, facility, DataModel.LP64, byteOrder, random);
    compare(seed.toString());
  }

  @Test
  void bitsBasesLabelsNumbersAndProcesses() throws IOException {
    Files.writeString(folder.resolve("metadata"), """
        /* CTF 1.8 */
        typealias integer { size = 8; } := u8;
        typealias integer { size = 16; signed = true; base = 16; } := h16;
        typealias integer { size = 11; align = 1; signed = true; base = 16; } := h11;
        typealias integer { size = 13; align = 1; signed = true; base = 8; } := o13;
        typealias integer { size = 8; signed = true; base = 2; } := b8;
        typealias integer { size = 64; align = 8; map = clock.m.value; } := time;
        env { hostname = "host"; procname = "a program"; vpid = 77; domain = "ust"; };
        trace { major = 1; minor = 8; byte_order = le; packet.header := struct { integer { size = 32; } magic; }; };
        clock { name = m; freq = 1000000000; offset_s = 1700000000; };
        stream {
          packet.context := struct { time timestamp_begin; time timestamp_end; };
          event.header := struct { u8 id; time timestamp; };
          event.context := struct { };
        };
        event {
          name = "all kinds"; id = 0;
          fields := struct {
            h16 _hex; h11 _odd; o13 _octal; b8 _binary;
            enum : h16 { ONE = 1, MANY = 1 ... 9, "with \\"quotes\\"" = 5, NEGATIVE = -3 } _label;
            floating_point { exp_dig = 11; mant_dig = 53; align = 8; } _number;
            string _text; u8 __count; u8 _list[__count]; u8 _pair[2];
            enum : u8 { first = 0, second = 1 } _tag;
            variant <_tag> { u8 first; struct { string _inner; } second; } _choice;
            struct { } _empty;
          };
        };
        event { name = "nothing"; id = 1; };
        event { name = "empty"; id = 2; fields := struct { }; };
        """);
    double[] numbers = {
      0,
      -0.0,
      1,
      1.5,
      1e-5,
      123456,
      1234567,
      0.1,
      999999.5,
      1e100,
      -2.5e-7,
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.MIN_VALUE,
      Math.PI,
      100000,
      1e6
    };
    String[] texts = {"", "plain", "\\'\"?\n\t\r\u0007\u001b\u007f\u0001", "é"};
    short[] labels = {0, 1, 5, 9, -3, 10};
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(0xC1FC1FC1).putLong(1000).putLong(1L << 50);
    long now = 1000;
    for (int i = 0; i < numbers.length; i++) {
      now += i * 700_000_000L;
      bytes.put((byte) 0).putLong(now).putShort((short) (i % 2 == 0 ? -i : i * 77));
      bytes.put((byte) (17 * i)).put((byte) (91 * i)).put((byte) (200 - i));
      bytes.put((byte) (i - 5)).putShort(labels[i % labels.length]).putDouble(numbers[i]);
      bytes
          .put(texts[i < BATCH ? i % 4 : 1 + i % 3].getBytes(StandardCharsets.UTF_8))
          .put((byte) 0);
      bytes.put((byte) (i % 3));
      for (int j = 0; j < i % 3; j++) {
        bytes.put((byte) j);
      }
      bytes.put((byte) 1).put((byte) 2).put((byte) (i % 2));
      bytes.put((byte) (i % 2 == 0 ? 5 : 'x')).put(new byte[i % 2]);
    }
    bytes.put((byte) 1).putLong(now).put((byte) 2).putLong(now + 1);
    Files.write(folder.resolve("stream"), Arrays.copyOf(bytes.array(), bytes.position()));
    compare("by hand");
  }
}
