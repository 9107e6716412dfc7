package org.genevent.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.genevent.diagnostic.Findings;
import org.genevent.model.FacilityChecksum;
import org.genevent.runtime.TraceFormat;
import org.genevent.xml.FacilityReader;

/**
 * A trace that loses something in a conversion, from a file: {@code name: value} lines, then sections that begin with {@code ==}
 * and a name.
 *
 * <pre>
 * | line          | what it says                                                                     |
 * |---------------|----------------------------------------------------------------------------------|
 * | row, column   | which cell of the table of the documentation it is a case of                      |
 * | arguments     | of the command                                                                   |
 * | lost          | a loss, without what is in front of each; several, in their order                 |
 * | load          | of LTT: sizes of int, long, pointer, size_t and alignment; ids from 10 on         |
 * | frequency, scale, start-micros | of LTT: what block headers say                                   |
 * | of-runtime    | of LTT: the facility is that file of the runtime                                  |
 *
 * | section       | what it has                                                                      |
 * |---------------|----------------------------------------------------------------------------------|
 * | metadata      | of CTF: TSDL, or fragments of CTF 2, one a line                                   |
 * | stream NAME   | of CTF: its bytes                                                                |
 * | facility      | of LTT: XML                                                                      |
 * | events        | of LTT, a line each: facility, event, bytes of the payload                        |
 * </pre>
 *
 * @param file where it is
 * @param values what the lines say
 * @param sections the sections
 */
record LossCase(Path file, Map<String, List<String>> values, Map<String, String> sections) {

  private static final int BLOCK_BYTES = 4096;
  private static final int FIRST_ID = 10;

  /** All cases of a folder. */
  static List<LossCase> all(Path folder) throws IOException {
    List<LossCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        cases.add(read(file));
      }
    }
    return cases;
  }

  private static LossCase read(Path file) throws IOException {
    Map<String, List<String>> values = new LinkedHashMap<>();
    Map<String, String> sections = new LinkedHashMap<>();
    String section = null;
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("== ")) {
        section = line.substring(3);
        sections.put(section, "");
      } else if (section != null) {
        sections.merge(section, line + "\n", String::concat);
      } else if (!line.isEmpty()) {
        int colon = line.indexOf(": ");
        values
            .computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
            .add(line.substring(colon + 2));
      }
    }
    return new LossCase(file, values, sections);
  }

  String row() {
    return values.get("row").get(0);
  }

  String column() {
    return values.get("column").get(0);
  }

  List<String> arguments() {
    return List.of(values.get("arguments").get(0).split(" "));
  }

  List<String> losses() {
    return values.getOrDefault("lost", List.of());
  }

  /** The file with these losses. */
  void renew(List<String> losses) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.removeIf(line -> line.startsWith("lost: "));
    int at = lines.indexOf("");
    losses.forEach(loss -> lines.add(lines.indexOf(""), "lost: " + loss));
    Files.write(file, at < 0 ? List.of() : lines);
  }

  /** Writes the trace. */
  void write(Path trace) throws IOException {
    Files.createDirectories(trace);
    if (!sections.containsKey("metadata")) {
      writeLtt(trace);
      return;
    }
    String metadata = sections.get("metadata");
    Files.writeString(
        trace.resolve("metadata"),
        metadata.startsWith("{")
            ? metadata.lines().map(line -> "\u001e" + line + "\n").reduce("", String::concat)
            : metadata);
    for (Map.Entry<String, String> section : sections.entrySet()) {
      if (section.getKey().startsWith("stream ")) {
        Files.write(trace.resolve(section.getKey().substring(7)), bytes(section.getValue()));
      }
    }
  }

  private static byte[] bytes(String text) {
    return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
  }

  private String value(String name, String otherwise) {
    return values.getOrDefault(name, List.of(otherwise)).get(0);
  }

  private void writeLtt(Path trace) throws IOException {
    Files.createDirectories(trace.resolve("control"));
    Files.createDirectories(trace.resolve("eventdefs"));
    String name = value("of-runtime", "t");
    String xml = "<?xml version=\"1.0\"?>\n" + sections.get("facility");
    if (values.containsKey("of-runtime")) {
      try (InputStream in = TraceFormat.class.getResourceAsStream("ltt-" + name + ".xml")) {
        xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    Files.writeString(trace.resolve("eventdefs/" + name + ".xml"), xml);
    int checksum = FacilityReader.read(name, xml.getBytes(StandardCharsets.UTF_8), new Findings())
        .map(FacilityChecksum::of)
        .orElseThrow();
    ByteArrayOutputStream loads = new ByteArrayOutputStream();
    int id = FIRST_ID;
    for (String load : values.getOrDefault("load", List.of("4 8 8 8 0"))) {
      ByteBuffer numbers = ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN);
      numbers.putInt(checksum).putInt(id++);
      Arrays.stream(load.split(" ")).map(Integer::valueOf).forEach(numbers::putInt);
      loads.writeBytes(
          event(0, 4, (name + "\0").getBytes(StandardCharsets.UTF_8), numbers.array()));
    }
    Files.write(trace.resolve("control/facilities_0"), block(loads.toByteArray()));
    ByteArrayOutputStream events = new ByteArrayOutputStream();
    for (String line : sections.getOrDefault("events", "").split("\n")) {
      String[] parts = line.strip().split(" ", 3);
      if (parts.length == 3) {
        events.writeBytes(
            event(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), bytes(parts[2])));
      }
    }
    Files.write(trace.resolve("cpu_0"), block(events.toByteArray()));
  }

  private static byte[] event(int facility, int event, byte[]... parts) {
    int size = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    ByteBuffer bytes = ByteBuffer.allocate(8 + size).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(1).put((byte) facility).put((byte) event).putShort((short) size);
    for (byte[] part : parts) {
      bytes.put(part);
    }
    return bytes.array();
  }

  /** A block of version 0.8, little endian, packed, with heartbeat. */
  private byte[] block(byte[] events) {
    long frequency = Long.parseLong(value("frequency", "1000000000"));
    ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    block.putLong(0).putLong(frequency).putLong(0).putLong(frequency).putInt(0).putInt(BLOCK_BYTES);
    block.putInt(0x00D6B7ED).putInt(8).putInt(0).putInt(0);
    block.put(new byte[] {8, 0, 8, 0, 1, 0, 10, 16});
    block.putInt(Integer.parseInt(value("scale", "1"))).putLong(frequency);
    long micros = Long.parseLong(value("start-micros", "0"));
    block.putLong(0).putLong(0).putLong(micros / 1_000_000).putLong(micros % 1_000_000);
    block.put(events);
    return block.putInt(32, block.remaining()).array();
  }
}
