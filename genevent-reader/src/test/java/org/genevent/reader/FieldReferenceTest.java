package org.genevent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.genevent.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values by reference, of two kinds of events that share field names. */
final class FieldReferenceTest {

  private static final String METADATA = """
      /* CTF 1.8 */
      typealias integer { size = 8; } := u8;
      typealias integer { size = 32; align = 32; signed = true; } := i32;
      trace { major = 1; minor = 8; byte_order = le; packet.header := struct { integer { size = 32; } magic; }; };
      clock { name = m; freq = 1000000000; };
      stream {
        packet.context := struct { u8 cpu_id; };
        event.header := struct { u8 id; integer { size = 64; align = 8; map = clock.m.value; } timestamp; };
        event.context := struct { i32 _tid; };
      };
      event {
        name = "shop:sold"; id = 0;
        fields := struct {
          string _name;
          i32 _price;
          floating_point { exp_dig = 11; mant_dig = 53; align = 64; } _weight;
          enum : u8 { EUR = 0, USD = 1 } _currency;
          struct { u8 _x; string _y; } _place;
          u8 __n; i32 _list[__n];
          i32 _last;
        };
      };
      event { name = "shop:closed"; id = 1; fields := struct { u8 _price; }; };
      """;

  @TempDir
  Path directory;

  private Path trace() {
    BitWriter writer = new BitWriter(false).bits(0xC1FC1FC1L, 32).bits(3, 8);
    for (int i = 0; i < 3; i++) {
      writer.align(8).bits(0, 8).bits(10 + i, 64).align(32).bits(77, 32);
      writer.align(64).bytes(("n".repeat(i) + "\0").getBytes(StandardCharsets.UTF_8));
      writer.align(32).bits(-5 - i, 32);
      writer.align(64).bits(Double.doubleToRawLongBits(1.5 + i), 64);
      writer.bits(i, 8).bits(40 + i, 8).bytes("yy\0".getBytes(StandardCharsets.UTF_8));
      writer.bits(i, 8);
      for (int j = 0; j < i; j++) {
        writer.align(32).bits(j, 32);
      }
      writer.align(32).bits(1000 + i, 32);
    }
    writer.bits(1, 8).bits(20, 64).align(32).bits(77, 32).bits(200, 8);
    return Reading.write(directory, METADATA, writer.toByteArray());
  }

  @Test
  void valuesComeByTheirReferences() {
    List<Diagnostic> findings = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(trace()), findings::add)) {
      final FieldReference name = reader.field("shop:sold", "name");
      final FieldReference price = reader.field("shop:sold", "price");
      final FieldReference weight = reader.field("shop:sold", "weight");
      final FieldReference currency = reader.field("shop:sold", "currency");
      final FieldReference inner = reader.field("shop:sold", "place.y");
      final FieldReference list = reader.field("shop:sold", "list");
      final FieldReference last = reader.field("shop:sold", "last");
      final FieldReference thread = reader.field("shop:sold", EventScope.STREAM_CONTEXT, "tid");
      final FieldReference cpu = reader.field("shop:sold", EventScope.PACKET_CONTEXT, "cpu_id");
      final FieldReference gone = reader.field("shop:sold", "gone");
      byte[] text = new byte[1];
      for (int i = 0; i < 3; i++) {
        assertTrue(reader.next(), findings::toString);
        assertEquals("n".repeat(i), reader.getString(name));
        assertEquals(i, reader.getText(name, text));
        assertEquals(-5 - i, reader.getLong(price));
        assertEquals(1.5 + i, reader.getDouble(weight));
        assertEquals(i, reader.getLong(currency));
        assertEquals(i == 0 ? "EUR" : i == 1 ? "USD" : null, reader.getString(currency));
        assertEquals("yy", reader.getString(inner));
        assertEquals(1000 + i, reader.getLong(last));
        assertEquals(77, reader.getLong(thread));
        assertEquals(3, reader.getLong(cpu));
        assertTrue(reader.has(list));
        assertFalse(reader.has(gone));
        MapSink sink = new MapSink();
        reader.value(list, sink);
        assertEquals(List.of(0L, 1L, 2L).subList(0, i), sink.top().get("list"));
        assertThrows(IllegalStateException.class, () -> reader.getLong(name));
        assertThrows(IllegalStateException.class, () -> reader.getDouble(price));
        assertThrows(IllegalStateException.class, () -> reader.getString(list));
        assertThrows(IllegalStateException.class, () -> reader.getLong(gone));
      }
      assertEquals('n', text[0]);
      assertTrue(reader.next());
      assertFalse(reader.has(price), "a field of the same name in an event of another");
      assertEquals(200, reader.getLong(reader.field("shop:closed", "price")));
      assertFalse(reader.next());
    }
    assertEquals(List.of(), findings);
  }

  /** Events of one name whose fields lie in other places, are of other sizes and in the other byte order. */
  private Path version(String folder, boolean bigEndian, String fields, int firstTime) {
    String metadata = """
        /* CTF 1.8 */
        typealias integer { size = 8; } := u8;
        typealias integer { size = 16; signed = true; } := i16;
        typealias integer { size = 32; } := u32;
        typealias integer { size = 32; signed = true; } := i32;
        trace { major = 1; minor = 8; byte_order = %s; };
        clock { name = m; freq = 1000000000; };
        stream { event.header := struct { integer { size = 64; map = clock.m.value; } timestamp; }; };
        event { name = "shop:moved"; fields := struct { %s }; };
        """.formatted(bigEndian ? "be" : "le", fields);
    BitWriter writer = new BitWriter(bigEndian);
    for (int i = 0; i < 100; i++) {
      writer.bits(firstTime + 3 * i, 64);
      for (int bits : fields.startsWith("u8") ? new int[] {8, 16} : new int[] {32, 8}) {
        writer.bits(-1 - i, bits);
      }
    }
    return Reading.write(directory.resolve(folder), metadata, writer.toByteArray());
  }

  @Test
  void oneReferenceServesAllVersionsOfAnEvent() {
    List<Path> traces = List.of(
        version("a", false, "u8 _from; i16 _to;", 10),
        version("b", true, "i32 _to; u8 _from;", 11),
        version("c", false, "u32 _to; u8 _other;", 12));
    List<Diagnostic> findings = new ArrayList<>();
    int read = 0;
    try (TraceReader reader = TraceReader.open(traces, findings::add)) {
      FieldReference from = reader.field("shop:moved", "from");
      FieldReference to = reader.field("shop:moved", "to");
      while (reader.next()) {
        Map<String, Object> fields = reader.record().fields();
        assertEquals(fields.containsKey("from"), reader.has(from));
        assertEquals(fields.get("to"), reader.getLong(to));
        if (reader.has(from)) {
          assertEquals(fields.get("from"), reader.getLong(from));
        } else {
          assertThrows(IllegalStateException.class, () -> reader.getLong(from));
        }
        read++;
      }
    }
    assertEquals(List.of(), findings);
    assertEquals(300, read);
  }

  @Test
  void eventsAreObjectsInAStream() {
    try (TraceReader reader = TraceReader.open(List.of(trace()), finding -> {})) {
      List<EventRecord> records = reader.records().toList();
      assertEquals(4, records.size());
      assertEquals(Map.of("price", 200L), records.get(3).fields());
      assertNull(records.get(2).fields().get("gone"));
    }
  }

  @Test
  void optionsChooseTimesAndKinds() {
    ReaderOptions options = ReaderOptions.DEFAULT
        .withTimes(11, 20)
        .withEvents(eventClass -> eventClass.name().equals("shop:sold"));
    try (TraceReader reader = TraceReader.open(List.of(trace()), options, finding -> {})) {
      assertEquals(
          List.of(11L, 12L), reader.records().map(EventRecord::timestampNanos).toList());
      assertEquals(1, reader.streams().get(0).packets());
    }
  }

  @Test
  void strictReadingEndsAtTheFirstFinding() {
    Path trace = trace();
    try (TraceReader reader = TraceReader.open(
        List.of(trace.resolve("gone"), trace),
        ReaderOptions.DEFAULT.withStrict(true),
        finding -> {})) {
      assertFalse(reader.next());
    }
  }
}
