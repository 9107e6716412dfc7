package org.genevent.reader.ltt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.genevent.reader.output.TracePrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text as LTTV's text dump has it. */
class LttvFormatTest {

  private static final LttWriter WRITER =
      new LttWriter(7, ByteOrder.LITTLE_ENDIAN, 4, false, false);

  @TempDir
  private Path trace;

  private String text(String fields, LttWriter.Bytes payload) throws IOException {
    String xml = "<facility name=\"k\"><event name=\"e\">" + fields + "</event></facility>";
    LttReading.xml(trace, "k.xml", xml);
    WRITER.facilities(trace, WRITER.load("k", VersionsTest.checksum(xml), 9));
    LttReading.write(
        trace,
        "control/processes_1",
        WRITER.new Block(0).event(12_000_000_345L, 9, 0, payload.array()).finish(4096));
    LttReading reading = LttReading.of(trace, TracePrinter.Format.LTTV);
    assertEquals(List.of(), reading.findings());
    String line = reading
        .output()
        .lines()
        .filter(text -> text.startsWith("k."))
        .findFirst()
        .orElseThrow();
    String beginning = "k.e: 12.000000345 (/control/processes_1)";
    assertEquals(beginning, line.substring(0, beginning.length()));
    return line.substring(beginning.length());
  }

  private static String field(String name, String type) {
    return "<field name=\"" + name + "\">" + type + "</field>";
  }

  @Test
  void anEventWithoutFieldsEndsBehindItsFile() throws IOException {
    assertEquals("", text("", WRITER.bytes()));
  }

  @Test
  void numbersTextsPointersAndLabels() throws IOException {
    assertEquals(
        " { i = -5, u = 4294967295, s = \"a \\\"b\\\"\", p = 0xff, e = TWO, x = 9 }",
        text(
            field("i", "<int/>")
                + field("u", "<uint/>")
                + field("s", "<string/>")
                + field("p", "<pointer/>")
                + field("e", "<enum><label name=\"TWO\" value=\"2\"/></enum>")
                + field("x", "<enum><label name=\"TWO\" value=\"2\"/></enum>"),
            WRITER
                .bytes()
                .number(4, -5)
                .number(4, -1)
                .text("a \"b\"")
                .number(4, 255)
                .number(4, 2)
                .number(4, 9)));
  }

  @Test
  void charactersStandSideBySide() throws IOException {
    assertEquals(
        " { c = \\7, d = x, t = { ab\\0 }, n = { 1, 2 }, z = {  } }",
        text(
            field("c", "<char/>")
                + field("d", "<uchar/>")
                + field("t", "<sequence><uint/><char/></sequence>")
                + field("n", "<array size=\"2\"><short/></array>")
                + field("z", "<sequence><uchar/><int/></sequence>"),
            WRITER
                .bytes()
                .number(1, 7)
                .number(1, 'x')
                .number(4, 3)
                .number(1, 'a')
                .number(1, 'b')
                .number(1, 0)
                .number(2, 1)
                .number(2, 2)
                .number(1, 0)));
  }

  @Test
  void structuresAreInBraces() throws IOException {
    assertEquals(
        " { s = { x = 1, y = { z = 2 } }, f = 1.5, g = 1e+10, h = -0.000123457 }",
        text(
            field(
                    "s",
                    "<struct>" + field("x", "<short/>")
                        + field("y", "<struct>" + field("z", "<int/>") + "</struct>") + "</struct>")
                + field("f", "<float size=\"4\"/>")
                + field("g", "<float size=\"8\"/>")
                + field("h", "<float size=\"8\"/>"),
            WRITER
                .bytes()
                .number(2, 1)
                .number(4, 2)
                .number(4, Float.floatToIntBits(1.5f))
                .number(8, Double.doubleToLongBits(1e10))
                .number(8, Double.doubleToLongBits(-0.000123456789))));
  }

  @Test
  void formatsAreFollowed() throws IOException {
    assertEquals(
        " { a = 0x000000ff, b = <   -7>, c = 50%, d = 1.50, e = 7, f = [hi   ], g = 8 }",
        text(
            field("a", "<uint format=\"0x%08lx\"/>")
                + field("b", "<int format=\"&lt;%5d&gt;\"/>")
                + field("c", "<int format=\"%d%%\"/>")
                + field("d", "<float size=\"8\" format=\"%.2f\"/>")
                + field("e", "<int format=\"%s\"/>")
                + field("f", "<string format=\"[%-5s]\"/>")
                + field("g", "<int format=\"no value\"/>"),
            WRITER
                .bytes()
                .number(4, 255)
                .number(4, -7)
                .number(4, 50)
                .number(8, Double.doubleToLongBits(1.5))
                .number(4, 7)
                .text("hi")
                .number(4, 8)));
  }

  @Test
  void formatsOfListsAreThoseOfTheirElements() throws IOException {
    assertEquals(
        " { a = { 0x1, 0xff }, b = { <a>, <b> }, c = 0xff, d = 0xfffe, e = 0xffffffff, f = 017 }",
        text(
            field("a", "<array size=\"2\"><uint_fixed size=\"1\" format=\"0x%hhx\"/></array>")
                + field("b", "<sequence format=\"&lt;%c&gt;\"><uchar/><char/></sequence>")
                + field("c", "<int_fixed size=\"1\" format=\"0x%hhx\"/>")
                + field("d", "<short format=\"0x%hx\"/>")
                + field("e", "<short format=\"0x%x\"/>")
                + field("f", "<ulong format=\"0%llo\"/>"),
            WRITER
                .bytes()
                .number(1, 1)
                .number(1, 255)
                .number(1, 2)
                .number(1, 'a')
                .number(1, 'b')
                .number(1, -1)
                .number(2, -2)
                .number(2, -1)
                .number(4, 15)));
  }

  @Test
  void aBaseThatAFormatSaysIsTheBaseElsewhere() throws IOException {
    text(
        field("a", "<uint format=\"id %#06x!\"/>")
            + field("s", "<struct>" + field("b", "<ushort format=\"0%ho\"/>") + "</struct>")
            + field("c", "<array size=\"1\"><uchar format=\"0x%hhx\"/></array>")
            + field("p", "<pointer format=\"%lu\"/>"),
        WRITER.bytes().number(4, 26).number(2, 8).number(1, 17).number(4, 10));
    String line = LttReading.of(trace, TracePrinter.Format.TEXT)
        .output()
        .lines()
        .filter(text -> text.contains("k:e"))
        .findFirst()
        .orElseThrow();
    assertTrue(line.endsWith("{a=0x1a, s={b=010}, c=[0x11], p=10}"), line);
  }
}
