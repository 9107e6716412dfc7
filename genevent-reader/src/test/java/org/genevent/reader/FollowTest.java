package org.genevent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.reader.field.EventShapes;
import org.genevent.reader.query.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trace that grows while it is read: packets fill up in place, files get longer, streams and kinds of events appear. */
final class FollowTest {

  private static final String METADATA = """
      /* CTF 1.8 */
      typealias integer { size = 32; } := u32;
      trace { major = 1; minor = 8; byte_order = le; packet.header := struct { u32 magic; u32 stream_id; }; };
      stream {
        id = 0;
        packet.context := struct { u32 content_size; u32 packet_size; };
        event.header := struct { u32 id; };
      };
      event { name = "one"; id = 0; stream_id = 0; fields := struct { u32 v; }; };
      """;

  private static final String MORE =
      "event { name = \"two\"; id = 1; stream_id = 0; fields := struct { u32 v; }; };\n";

  private static final int PACKET_BYTES = 64;

  @TempDir
  Path directory;

  private final List<Diagnostic> findings = new ArrayList<>();

  /** A packet with events of a kind; values are as given. */
  private static byte[] packet(int id, int... values) {
    ByteBuffer packet = ByteBuffer.allocate(PACKET_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    packet.putInt(0xC1FC1FC1).putInt(0).putInt(8 * (16 + 8 * values.length));
    packet.putInt(8 * PACKET_BYTES);
    for (int value : values) {
      packet.putInt(id).putInt(value);
    }
    return packet.array();
  }

  private void write(String stream, byte[]... packets) throws IOException {
    ByteBuffer all = ByteBuffer.allocate(packets.length * PACKET_BYTES);
    int end = 0;
    for (byte[] packet : packets) {
      all.put(packet);
      end += packet.length;
    }
    Files.write(directory.resolve(stream), Arrays.copyOf(all.array(), end));
  }

  private static List<String> read(TraceReader reader) {
    List<String> read = new ArrayList<>();
    while (reader.next()) {
      read.add(reader.event() + reader.record().fields().get("v"));
    }
    return read;
  }

  @Test
  void whatIsNewIsReadOnce() throws IOException {
    Files.writeString(directory.resolve("metadata"), METADATA);
    write("a", packet(0, 1));
    try (TraceReader reader = TraceReader.open(List.of(directory), findings::add)) {
      reader.follow();
      assertEquals(List.of("one1"), read(reader));
      reader.refresh();
      assertEquals(List.of(), read(reader));
      write("a", packet(0, 1, 2, 3));
      reader.refresh();
      assertEquals(List.of("one2", "one3"), read(reader));
      write("a", packet(0, 1, 2, 3, 4), packet(0, 5));
      reader.refresh();
      assertEquals(List.of("one4", "one5"), read(reader));
      write("b", packet(0, 10));
      reader.refresh();
      assertEquals(List.of("one10"), read(reader));
      // a kind of event that the metadata does not have yet
      write("b", packet(0, 10), packet(1, 11));
      reader.refresh();
      assertEquals(List.of(), read(reader));
      Files.writeString(directory.resolve("metadata"), METADATA + MORE);
      reader.refresh();
      assertEquals(List.of("two11"), read(reader));
      write("a", packet(0, 1, 2, 3, 4), packet(0, 5), packet(1, 6));
      reader.refresh();
      assertEquals(List.of("two6"), read(reader));
    }
    assertEquals(List.of(), findings);
  }

  @Test
  void halfOfAPacketOrOfAnEventIsNotThereYet() throws IOException {
    Files.writeString(directory.resolve("metadata"), METADATA);
    write("a", Arrays.copyOf(packet(0, 1, 2), 10));
    try (TraceReader reader = TraceReader.open(List.of(directory), findings::add)) {
      reader.follow();
      assertEquals(List.of(), read(reader));
      write("a", Arrays.copyOf(packet(0, 1, 2), 28));
      reader.refresh();
      assertEquals(List.of("one1"), read(reader));
      write("a", packet(0, 1, 2));
      reader.refresh();
      assertEquals(List.of("one2"), read(reader));
    }
    assertEquals(List.of(), findings);
  }

  @Test
  void anUnknownKindOfEventThatStaysUnknownIsDamage() throws IOException {
    Files.writeString(directory.resolve("metadata"), METADATA);
    write("a", packet(9, 1), packet(0, 2));
    try (TraceReader reader = TraceReader.open(List.of(directory), findings::add)) {
      reader.follow();
      assertEquals(List.of(), read(reader));
      reader.refresh();
      assertEquals(List.of("one2"), read(reader));
    }
    assertEquals(1, findings.size());
  }

  @Test
  void tracesThatAppearBelowAreReadOnceTheirMetadataIsWhole() throws IOException {
    Path first = Files.createDirectories(directory.resolve("first"));
    Files.writeString(first.resolve("metadata"), METADATA);
    write("first/a", packet(0, 1));
    try (TraceReader reader = TraceReader.open(List.of(directory), findings::add)) {
      reader.follow();
      assertEquals(List.of("one1"), read(reader));
      Path second = Files.createDirectories(directory.resolve("second/deep"));
      Files.writeString(second.resolve("metadata"), METADATA.substring(0, 100));
      write("second/deep/a", packet(0, 2));
      reader.refresh();
      assertEquals(List.of(), read(reader));
      Files.writeString(second.resolve("metadata"), METADATA);
      List<String> read = new ArrayList<>();
      // directories are not searched all the time
      while (read.isEmpty()) {
        reader.refresh();
        read.addAll(read(reader));
      }
      assertEquals(List.of("one2"), read);
      assertEquals(2, reader.traces().size());
    }
    assertEquals(List.of(), findings);
  }

  @Test
  void expressionsAndChosenFieldsKnowKindsOfEventsThatComeLater() throws IOException {
    Files.writeString(directory.resolve("metadata"), METADATA);
    write("a", packet(0, 1, 7));
    Findings mistakes = new Findings();
    try (TraceReader reader = TraceReader.open(List.of(directory), findings::add)) {
      EventShapes shapes = EventShapes.of(reader, name -> true);
      Query query =
          Query.compile("query", "v > 5", shapes, ZoneOffset.UTC, mistakes).orElseThrow();
      reader.follow();
      assertEquals(List.of("one7"), matching(reader, query));
      Files.writeString(directory.resolve("metadata"), METADATA + MORE);
      write("a", packet(0, 1, 7), packet(1, 2, 8), packet(0, 3, 9));
      reader.refresh();
      assertEquals(List.of("two8", "one9"), matching(reader, query));
    }
    assertEquals(List.of(), findings);
  }

  private static List<String> matching(TraceReader reader, Query query) {
    List<String> found = new ArrayList<>();
    while (reader.next()) {
      if (query.matches(reader)) {
        found.add(reader.event() + reader.record().fields().get("v"));
      }
    }
    return found;
  }
}
