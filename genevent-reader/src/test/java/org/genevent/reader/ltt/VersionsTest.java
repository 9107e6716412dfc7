package org.genevent.reader.ltt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.genevent.diagnostic.Findings;
import org.genevent.model.FacilityChecksum;
import org.genevent.xml.FacilityReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same events in every version, byte order, word, alignment and kind of header: the same values come out. */
class VersionsTest {

  private static final String SHOP = """
      <facility name="shop">
        <event name="plain">
          <field name="a"><char/></field><field name="b"><uint_fixed size="8"/></field><field name="c"><short/></field>
        </event>
        <event name="texts">
          <field name="s"><string/></field><field name="t"><string/></field><field name="l"><ulong/></field>
          <field name="p"><pointer/></field>
        </event>
        <event name="lists">
          <field name="q"><sequence><uchar/><uint_fixed size="4"/></sequence></field>
          <field name="r"><array size="3"><short/></array></field><field name="z"><uchar/></field>
        </event>
        <event name="numbers">
          <field name="e"><enum><label name="ONE" value="1"/><label name="TWO"/></enum></field>
          <field name="f"><float size="4"/></field><field name="d"><float size="8"/></field>
          <field name="n"><uint_fixed size="2" byte_order="network"/></field>
        </event>
        <event name="nothing"></event>
        <event name="inside">
          <field name="s"><struct><field name="x"><uchar/></field><field name="y"><uint_fixed size="2"/></field></struct></field>
          <field name="z"><uchar/></field>
        </event>
      </facility>""";

  private static final List<String> EXPECTED = List.of(
      "plain {\"a\":-1,\"b\":1234605616436508552,\"c\":-2}",
      "texts {\"s\":\"ab\",\"t\":\"cdefg\",\"l\":2,\"p\":4096}",
      "lists {\"q\":[1,4294967295],\"r\":[7,-8,9],\"z\":255}",
      "numbers {\"e\":\"TWO\",\"f\":1.5,\"d\":-2.25,\"n\":258}",
      "nothing {}",
      "inside {\"s\":{\"x\":1,\"y\":2},\"z\":3}",
      "nothing {}");

  /** Cycles, which are nanoseconds; all are whole microseconds, as some versions have no finer time. */
  private static final long[] TIMES = {
    5_000, 6_000, 4_000_000_000L, 5_000_000_000L, 5_000_001_000L, 9_000_000_000L, 13_000_000_000L
  };

  @TempDir
  private Path trace;

  static Stream<LttWriter> writers() {
    List<LttWriter> writers = new ArrayList<>();
    for (int minor : new int[] {0, 3, 4, 5, 6, 7, 8}) {
      for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
        for (int word : new int[] {4, 8}) {
          for (int bits = 0; bits < 4; bits++) {
            boolean aligned = (bits & 1) != 0;
            boolean heartbeat = (bits & 2) != 0;
            writers.add(new LttWriter(minor, order, word, aligned, heartbeat));
            if (minor < 7 && heartbeat) {
              writers.add(new LttWriter(minor, order, word, aligned, false, false));
            }
          }
        }
      }
    }
    return writers.stream();
  }

  static int checksum(String xml) {
    Findings findings = new Findings();
    byte[] bytes = ("<?xml version=\"1.0\"?>" + xml).getBytes(StandardCharsets.UTF_8);
    return FacilityChecksum.of(FacilityReader.read("shop.xml", bytes, findings).orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("writers")
  void everyVersionGivesTheSameEvents(LttWriter writer) throws IOException {
    LttReading.xml(trace, "shop.xml", SHOP);
    writer.facilities(trace, writer.load("shop", checksum(SHOP), 200));
    LttWriter.Block block = writer.new Block(1_000);
    List<byte[]> payloads = payloads(writer);
    for (int i = 0; i < payloads.size(); i++) {
      block.event(TIMES[i], 200, i < 6 ? i : 4, payloads.get(i));
    }
    LttReading.write(trace, "cpu_0", block.finish(4096));
    LttReading reading = LttReading.json(trace);
    assertEquals(List.of(), reading.findings(), writer::toString);
    assertEquals(EXPECTED, reading.fields(), writer::toString);
    List<Long> times = new ArrayList<>();
    for (long time : TIMES) {
      times.add(LttWriter.START_SECONDS * LttWriter.HERTZ + time);
    }
    assertEquals(times, reading.times(), writer::toString);
  }

  /** Each payload field by field, padded by hand; the padding before an item of a size is {@code pad(size)}. */
  private static List<byte[]> payloads(LttWriter w) {
    int word = w.pad();
    List<byte[]> payloads = new ArrayList<>();
    payloads.add(w.bytes()
        .number(1, -1)
        .pad(w.pad(8))
        .number(8, 0x1122334455667788L)
        .number(2, -2)
        .array());
    payloads.add(w.bytes()
        .text("ab")
        .pad(word)
        .text("cdefg")
        .pad(word)
        .number(w.word(), 2)
        .number(w.word(), 4096)
        .array());
    payloads.add(w.bytes()
        .number(1, 2)
        .pad(w.pad(4))
        .number(4, 1)
        .number(4, -1)
        .pad(word)
        .number(2, 7)
        .number(2, -8)
        .number(2, 9)
        .number(1, 255)
        .array());
    payloads.add(w.bytes()
        .number(4, 2)
        .number(4, Float.floatToIntBits(1.5f))
        .number(8, Double.doubleToLongBits(-2.25))
        .bytes(new byte[] {1, 2})
        .array());
    payloads.add(new byte[0]);
    payloads.add(w.bytes().number(1, 1).pad(w.pad(2)).number(2, 2).number(1, 3).array());
    payloads.add(new byte[0]);
    return payloads;
  }
}
