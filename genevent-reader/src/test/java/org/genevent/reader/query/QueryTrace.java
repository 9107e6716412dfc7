package org.genevent.reader.query;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.genevent.diagnostic.Findings;
import org.genevent.reader.EventRecord;
import org.genevent.reader.TraceReader;
import org.genevent.reader.field.EventShapes;

/**
 * A trace with every kind of field, for expressions: {@code shop:order} and {@code shop:refund}, each with a context, in one
 * stream whose packet names a processor.
 */
final class QueryTrace {

  static final long FIRST_NANOS = 1_700_000_000_000_000_001L;

  private static final String METADATA = """
      /* CTF 1.8 */
      typealias integer { size = 8; align = 8; } := u8;
      typealias integer { size = 64; align = 8; } := u64;
      typealias integer { size = 64; align = 8; signed = true; } := s64;
      typealias integer { size = 16; align = 8; signed = true; } := s16;
      typealias enum : integer { size = 8; align = 8; } { "false" = 0, "true" = 1 } := truth;
      typealias enum : integer { size = 8; align = 8; signed = true; } {
        "LOW" = -1, "MIDDLE" = 0 ... 4, "HIGH" = 5, "TOP" = 5 ... 9 } := level;
      trace { major = 1; minor = 8; byte_order = le; };
      clock { name = m; freq = 1000000000; offset_s = 1700000000; };
      stream {
        packet.context := struct { u8 cpu_id; };
        event.header := struct { u8 id; integer { size = 64; align = 8; map = clock.m.value; } timestamp; };
        event.context := struct { u8 _tid; };
      };
      event { name = "shop:order"; id = 0;
        context := struct { s16 _request; };
        fields := struct {
          u64 _big; s64 _small; string _name; truth _paid; level _level;
          floating_point { exp_dig = 11; mant_dig = 53; align = 8; } _price;
          struct { u8 _x; struct { s16 _y; } _inner; } _place;
          u8 _marks[3];
          struct { s16 _price; } _items[2];
        };
      };
      event { name = "shop:refund"; id = 1;
        context := struct { s16 _request; };
        fields := struct {
          s64 _big; string _reason; level _level; u8 __few_length; u8 _few[__few_length];
          enum : integer { size = 8; align = 8; } { "card" = 0, "cash" = 1 } __by_tag;
          variant <__by_tag> { string card; u8 cash; } _by;
          enum : integer { size = 8; align = 8; } { "absent" = 0, "present" = 1 } __note_tag;
          variant <__note_tag> { struct {} absent; string present; } _note;
        };
      };
      """;

  static final List<String> NAMES =
      List.of("", "Ada", "Adam", "Bob", "x*y", "M\u00fcller", "\ud83d\ude00", "\uffee", "LOW", "5");
  private static final long[] EDGES = {
    0, 1, -1, 5, 255, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 53, (1L << 53) + 1, -(1L << 53) - 1
  };
  private static final double[] FLOATS = {
    0, -0.0, 1, 1.5, -1.5, Double.NaN, Double.POSITIVE_INFINITY, 0x1p63, 0x1p64, -0x1p63, 0x1p53, 5
  };

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<Integer> levels = new ArrayList<>();
  private long cycles;

  private void u8(long value) {
    bytes.write((int) value);
  }

  private void number(long value, int size) {
    byte[] all =
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
    bytes.write(all, 0, size);
  }

  private void text(String value) {
    bytes.writeBytes(value.getBytes(StandardCharsets.UTF_8));
    u8(0);
  }

  private void header(int id, int tid, int request) {
    u8(id);
    number(++cycles, 8);
    u8(tid);
    number(request, 2);
  }

  QueryTrace order(
      long big, long small, String name, boolean paid, int level, double price, int x, int y) {
    header(0, 7, 100 + x);
    number(big, 8);
    number(small, 8);
    text(name);
    u8(paid ? 1 : 0);
    u8(level);
    levels.add(level);
    number(Double.doubleToRawLongBits(price), 8);
    u8(x);
    number(y, 2);
    u8(x);
    u8(x + 1);
    u8(x + 2);
    number(y, 2);
    number(-y, 2);
    return this;
  }

  QueryTrace refund(long big, String reason, int level, int few, String card, String note) {
    header(1, 8, -1);
    number(big, 8);
    text(reason);
    u8(level);
    levels.add(level);
    u8(few);
    for (int i = 0; i < few; i++) {
      u8(i);
    }
    if (card == null) {
      u8(1);
      u8(42);
    } else {
      u8(0);
      text(card);
    }
    u8(note == null ? 0 : 1);
    if (note != null) {
      text(note);
    }
    return this;
  }

  /** The numbers of the levels, of which records only have the labels. */
  List<Integer> levels() {
    return levels;
  }

  /** Events whose values are likely to meet each other and the borders of their types. */
  static QueryTrace random(Random random, int count) {
    QueryTrace trace = new QueryTrace();
    for (int i = 0; i < count; i++) {
      String name = NAMES.get(random.nextInt(NAMES.size()));
      long big = EDGES[random.nextInt(EDGES.length)];
      int level = random.nextInt(14) - 3;
      if (random.nextBoolean()) {
        trace.order(
            big,
            EDGES[random.nextInt(EDGES.length)],
            name,
            random.nextBoolean(),
            level,
            FLOATS[random.nextInt(FLOATS.length)],
            random.nextInt(5),
            random.nextInt(9) - 4);
      } else {
        trace.refund(
            big,
            name,
            level,
            random.nextInt(3),
            random.nextBoolean() ? "4711" : null,
            random.nextBoolean() ? name : null);
      }
    }
    return trace;
  }

  Path write(Path directory) {
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve("metadata"), METADATA);
      ByteArrayOutputStream packet = new ByteArrayOutputStream();
      packet.write(3);
      packet.writeBytes(bytes.toByteArray());
      Files.write(directory.resolve("stream_0"), packet.toByteArray());
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The numbers of the events that match, from 0; empty with findings if there are such. */
  static List<Integer> matching(Path trace, String text, Findings findings) {
    List<Integer> found = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(trace), findings::add)) {
      EventShapes shapes = EventShapes.of(reader, name -> true);
      Query.compile("--where", text, shapes, ZoneOffset.UTC, findings).ifPresent(query -> {
        for (int i = 0; reader.next(); i++) {
          if (query.matches(reader)) {
            found.add(i);
          }
        }
      });
    }
    return found;
  }

  static List<EventRecord> records(Path trace) {
    List<EventRecord> records = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(trace), finding -> {})) {
      while (reader.next()) {
        records.add(reader.record());
      }
    }
    return records;
  }
}
