package org.genevent.ltt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Walks through the blocks of an LTT trace file by the description of the format, and demands everything that LTTV's reader
 * does: nothing of the runtime or of genevent's reader is asked.
 *
 * @param blocks the blocks
 */
public record LttFile(List<Block> blocks) {

  /** The id that the runtime's own facility has in every trace. */
  public static final int GENEVENT = 0xCE;

  private static final int CORE = 0;

  /**
   * A block.
   *
   * @param begin the time in its header
   * @param end the time of its last event, as the header says
   * @param minor the minor version
   * @param flight whether it is a flight recorder's
   * @param heartbeat whether there are heartbeats
   * @param startTsc the clock when the trace began
   * @param epochMicros the time of day then
   * @param events the events
   */
  public record Block(
      long begin,
      long end,
      int minor,
      boolean flight,
      boolean heartbeat,
      long startTsc,
      long epochMicros,
      List<Event> events) {}

  /**
   * An event.
   *
   * @param facility the facility's id
   * @param id the event's id
   * @param time nanoseconds
   * @param payload its bytes
   */
  public record Event(int facility, int id, long time, byte[] payload) {

    /** A number in the payload. */
    public long number(int offset) {
      return ByteBuffer.wrap(payload).order(ByteOrder.nativeOrder()).getLong(offset);
    }

    int word(int offset) {
      return ByteBuffer.wrap(payload).order(ByteOrder.nativeOrder()).getInt(offset);
    }

    /** A text in the payload. */
    public String text(int offset) {
      int end = offset;
      while (payload[end] != 0) {
        end++;
      }
      return new String(payload, offset, end - offset, StandardCharsets.UTF_8);
    }
  }

  /** Reads a file; every block in it has to be right to the last byte. */
  public static LttFile read(Path path) throws IOException {
    return read(path, false);
  }

  /** Reads a file; of one that a session writes, the last block may be on its way. */
  private static LttFile read(Path path, boolean grows) throws IOException {
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.nativeOrder());
    List<Block> blocks = new ArrayList<>();
    if (grows && file.capacity() < 40) {
      return new LttFile(blocks);
    }
    int length = file.getInt(36);
    assertEquals(0, length % 4096, "blocks are mapped");
    int rest = file.capacity() % length;
    assertTrue(rest == 0 || grows, "no bytes behind the blocks");
    for (int at = 0; at < file.capacity() - rest; at += length) {
      blocks.add(block(file.slice(at, length).order(ByteOrder.nativeOrder())));
    }
    return new LttFile(blocks);
  }

  private static Block block(ByteBuffer in) {
    assertEquals(in.capacity(), in.getInt(36));
    assertEquals(0x00D6B7ED, in.getInt(40));
    boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    assertEquals(little ? 1234 : 4321, in.getInt(52));
    assertEquals(8, in.get(56));
    assertEquals(0, in.get(57));
    int minor = in.get(58);
    assertEquals(8, in.get(61));
    int shift = minor == 8 ? 2 : 0;
    assertEquals(1, in.getInt(62 + shift));
    assertEquals(1_000_000_000L, in.getLong(66 + shift));
    long startTsc = in.getLong(74 + shift);
    long epochMicros = in.getLong(90 + shift) * 1_000_000 + in.getLong(98 + shift);
    boolean heartbeat = in.get(60) == 1;
    long time = in.getLong(0);
    int end = in.capacity() - in.getInt(32);
    List<Event> events = new ArrayList<>();
    int at = 106 + shift;
    while (at != end) {
      assertTrue(at < end, "the end of the content is hit exactly");
      at = at + 7 & -8;
      if (heartbeat) {
        long low = in.getInt(at) & 0xFFFF_FFFFL;
        time = low < (time & 0xFFFF_FFFFL) ? time + (1L << 32) : time;
        time = time & ~0xFFFF_FFFFL | low;
        at += 4;
      } else {
        time = in.getLong(at);
        at += 8;
      }
      int facility = in.get(at) & 0xFF;
      int id = in.get(at + 1) & 0xFF;
      int size = in.getShort(at + 2) & 0xFFFF;
      at = at + 4 + 7 & -8;
      if (size == 0xFFFF) {
        // only readers that know the fields can go on behind it
        size = end - at;
      }
      byte[] payload = new byte[size];
      in.get(at, payload);
      at += size;
      events.add(new Event(facility, id, time, payload));
    }
    assertEquals(time, in.getLong(16), "the last event's time");
    return new Block(
        in.getLong(0), time, minor, in.get(59) == 1, heartbeat, startTsc, epochMicros, events);
  }

  /** All events without those of the core and of the runtime's own facility. */
  public List<Event> events() {
    return blocks.stream()
        .flatMap(block -> block.events().stream())
        .filter(event -> event.facility() != CORE && event.facility() != GENEVENT)
        .toList();
  }

  /** The last number of lost events that the file tells. */
  public long discarded() {
    return blocks.stream()
        .flatMap(block -> block.events().stream())
        .filter(event -> event.facility() == GENEVENT && event.id() == 2)
        .mapToLong(event -> event.number(0))
        .reduce(0, (before, now) -> now);
  }

  /** The stream files of a trace, by name. */
  public static Map<String, LttFile> streams(Path trace) throws IOException {
    return streams(trace, false);
  }

  /** The same of a trace that a session writes. */
  static Map<String, LttFile> growingStreams(Path trace) throws IOException {
    return streams(trace, true);
  }

  private static Map<String, LttFile> streams(Path trace, boolean grows) throws IOException {
    Map<String, LttFile> streams = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(trace)) {
      for (Path file : files.sorted().toList()) {
        if (Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".")) {
          streams.put(file.getFileName().toString(), read(file, grows));
        }
      }
    }
    return streams;
  }

  /** The facilities that a trace's control file binds: their names and checksums, by id. */
  public static Map<Integer, String> facilities(Path trace) throws IOException {
    Map<Integer, String> facilities = new LinkedHashMap<>();
    for (Block block : read(trace.resolve("control/facilities_0")).blocks()) {
      for (Event event : block.events()) {
        assertEquals(CORE, event.facility(), "nothing but the core's events may stand there");
        assertEquals(0, event.id());
        String name = event.text(0);
        int numbers = name.length() + 1 + 7 & -8;
        String text = name + " " + Integer.toHexString(event.word(numbers));
        for (int i = 2; i < 7; i++) {
          text += " " + event.word(numbers + 4 * i);
        }
        facilities.put(event.word(numbers + 4), text);
      }
    }
    return facilities;
  }
}
