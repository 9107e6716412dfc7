package org.genevent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.genevent.reader.output.TracePrinter.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forms of output, also of values that would break them. */
final class OutputTest {

  private static final String METADATA =
      "/* CTF 1.8 */ trace { major = 1; minor = 8; byte_order = le; };"
          + " clock { name = m; freq = 1000000000; offset_s = 1700000000; };"
          + " stream { event.header := struct { integer { size = 64; map = clock.m.value; } timestamp; }; };"
          + " event { name = \"shop:sold\"; fields := struct { string _name; integer { size = 8; base = x; } _code; }; };";

  @TempDir
  Path directory;

  private Path trace(String... names) {
    BitWriter writer = new BitWriter(false);
    long time = 1;
    for (String name : names) {
      writer
          .bits(time++, 64)
          .bytes(name.getBytes(StandardCharsets.UTF_8))
          .bits(0, 8)
          .bits(0xab, 8);
    }
    return Reading.write(directory, METADATA, writer.toByteArray());
  }

  @Test
  void textIsALineAnEvent() {
    assertEquals(
        List.of(
            "2023-11-14T22:13:20.000000001Z stream_0 shop:sold {name=\"a\", code=0xab}",
            "2023-11-14T22:13:20.000000002Z stream_0 shop:sold {name=\"b\", code=0xab}"),
        Reading.of(Format.TEXT, trace("a", "b")).lines());
  }

  @Test
  void jsonIsALineAnEvent() {
    assertEquals(
        List.of(
            "{\"timestamp_ns\":1700000000000000001,\"facility\":\"shop\",\"event\":\"sold\",\"stream\":\"stream_0\","
                + "\"fields\":{\"name\":\"a\",\"code\":171}}"),
        Reading.json(trace("a")).lines());
  }

  @Test
  void countIsALineForEachKindOfEvent() {
    assertEquals(
        List.of("shop:sold 3", "total 3", "discarded 0"),
        Reading.of(Format.COUNT, trace("a", "b", "c")).lines());
  }

  @Test
  void noTextBreaksALineOrATerminal() {
    String hostile = "\n\r\t\u001b[31m\"\\\u0085\u2028\u007f}";
    for (Format format : List.of(Format.TEXT, Format.JSON)) {
      List<String> lines = Reading.of(format, trace(hostile)).lines();
      assertEquals(1, lines.size(), lines.toString());
      assertEquals(
          0,
          lines
              .get(0)
              .chars()
              .filter(c -> Character.isISOControl(c) || c == 0x2028)
              .count(),
          () -> format + " " + lines);
    }
  }
}
