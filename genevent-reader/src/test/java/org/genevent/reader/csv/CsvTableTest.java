package org.genevent.reader.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.genevent.diagnostic.Findings;
import org.genevent.reader.TraceReader;
import org.genevent.reader.field.EventShapes;
import org.genevent.reader.output.TimeForm;
import org.genevent.reader.query.FieldSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables by RFC 4180, also of values that would break them. */
final class CsvTableTest {

  private static final String METADATA = """
      /* CTF 1.8 */
      typealias integer { size = 8; align = 8; } := u8;
      trace { major = 1; minor = 8; byte_order = le; };
      clock { name = m; freq = 1000000000; };
      stream {
        event.header := struct { integer { size = 8; align = 8; map = clock.m.value; } timestamp; };
        event.context := struct { u8 _tid; };
      };
      event { name = "shop:sold";
        context := struct { u8 _till; };
        fields := struct {
          string _name;
          u8 _stream;
          struct { u8 _x; struct { u8 _y; } _in; } _place;
          struct { string _what; u8 _n; } _lines[2];
          enum : integer { size = 8; align = 8; } { "absent" = 0, "present" = 1 } __note_tag;
          variant <__note_tag> { struct {} absent; string present; } _note;
          enum : integer { size = 8; align = 8; signed = true; } { "LOW" = 0 } _level;
          integer { size = 64; align = 8; base = x; } _big;
        };
      };
      """;

  @TempDir
  private Path directory;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private void text(String value) {
    bytes.writeBytes(value.getBytes(StandardCharsets.UTF_8));
    bytes.write(0);
  }

  private void event(String name, String what, String note, int level) {
    bytes.writeBytes(new byte[] {1, 7, 9});
    text(name);
    bytes.writeBytes(new byte[] {5, 1, 2});
    text(what);
    bytes.write(3);
    text("b");
    bytes.write(4);
    bytes.write(note == null ? 0 : 1);
    if (note != null) {
      text(note);
    }
    bytes.write(level);
    bytes.writeBytes(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1});
  }

  private List<String> lines(String... columns) throws IOException {
    Files.writeString(directory.resolve("metadata"), METADATA);
    Files.write(directory.resolve("stream_0"), bytes.toByteArray());
    Findings findings = new Findings();
    try (TraceReader reader = TraceReader.open(List.of(directory), findings::add)) {
      EventShapes shapes = EventShapes.of(reader, name -> true);
      CsvTable table = new CsvTable(
          "shop:sold",
          shapes,
          FieldSelection.choices("--fields", List.of(columns), shapes, findings),
          new TimeForm(TimeForm.Unit.NS, ZoneOffset.UTC));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(table.header());
      while (reader.next()) {
        out.writeBytes(table.row(reader));
      }
      assertEquals(List.of(), findings.list());
      List<String> lines =
          new ArrayList<>(List.of(out.toString(StandardCharsets.UTF_8).split("\r\n", -1)));
      assertEquals("", lines.remove(lines.size() - 1), "the last line ends, too");
      return lines;
    }
  }

  @Test
  void everyPartHasAColumnThatIsCalledAsInExpressions() throws IOException {
    event("Ada", "a", "ok", 0);
    assertEquals(
        List.of(
            "timestamp,$stream,$common.tid,$ctx.till,name,stream,place.x,place.in.y,lines,note,level,big",
            "1,stream_0,7,9,Ada,5,1,2,\"[{\"\"what\"\":\"\"a\"\",\"\"n\"\":3},{\"\"what\"\":\"\"b\"\",\"\"n\"\":4}]\","
                + "ok,LOW,18446744073709551615"),
        lines());
  }

  @Test
  void whatIsAbsentIsEmptyAndWhatIsEmptyIsQuoted() throws IOException {
    event("", "a", null, 1);
    event("", "a", "", 1);
    assertEquals(
        List.of("name,note,level", "\"\",,1", "\"\",\"\",1"), lines("name", "note", "level"));
  }

  @Test
  void whateverWouldBreakATableIsQuoted() throws IOException {
    event("a,b \"c\"\r\nd", "\"\\\u0001", null, 0);
    event(" e", "a", null, 0);
    assertEquals(
        List.of("name,lines[0].what", "\"a,b \"\"c\"\"", "d\",\"\"\"\\\u0001\"", "\" e\",a"),
        lines("name", "lines[0].what"));
    assertEquals("\"[\"\"\\\"\"\\\\\\u0001\"\"]\"", listOf(lines("lines").get(1)));
  }

  /** The first text of the first list, as a list. */
  private static String listOf(String cell) {
    return cell.replaceAll("^\"\\[\\{\"\"what\"\":(.*?),\"\"n\"\":3}.*", "\"[$1]\"");
  }

  @Test
  void columnsAreChosenInTheirOrderAlsoTwiceAndParts() throws IOException {
    event("Ada", "a", null, 0);
    assertEquals(
        List.of(
            "big,event,lines[1].n,lines,place.x,place.in.y,$ctx.till,$timestamp,lines[0].what,lines[0].n",
            "18446744073709551615,shop:sold,4,"
                + "\"[{\"\"what\"\":\"\"a\"\",\"\"n\"\":3},{\"\"what\"\":\"\"b\"\",\"\"n\"\":4}]\",1,2,9,1,a,3"),
        lines(
            "big",
            "event",
            "lines[1].n",
            "lines",
            "place",
            "$ctx",
            "$timestamp",
            "lines[0]",
            "big"));
  }
}
