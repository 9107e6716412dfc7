package org.genevent.cli.convert;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.genevent.diagnostic.Findings;
import org.genevent.emit.MetadataPrinter;
import org.genevent.emitter.ctf.FragmentPrinter;
import org.genevent.emitter.ctf.SecondForm;
import org.genevent.emitter.ctf.TraceTemplate;
import org.genevent.model.FacilityChecksum;
import org.genevent.model.trace.TraceClass;
import org.genevent.plan.EventPlan;
import org.genevent.plan.FacilityPlan;
import org.genevent.reader.metadata.MetadataParser;
import org.genevent.reader.metadata.ParsedMetadata;

/** Prints the metadata of a converted trace: the frame of the runtime's traces with the events of all facilities in one channel. */
final class CtfMetadata {

  /** The data stream class of streams that one thread writes; that of shared ones follows. */
  static final int OWNED = 0;

  static final int SHARED = 1;

  /** What only packets that the trace tells of have. */
  private static final Pattern OF_PACKETS = Pattern.compile(
      "\t\t[^\n]* (packet_seq_num|events_discarded|tid|thread_name\\[[0-9]+\\]);\n");

  private final Map<String, String> sections = new HashMap<>();
  private final MetadataPrinter printer;

  CtfMetadata(MetadataPrinter printer) {
    this.printer = printer;
    for (String section : TraceTemplate.text().substring(1).split("\n#")) {
      int end = section.indexOf('\n');
      // the clock is that of the machine that was traced, whatever it counted from
      String text = section
          .substring(end + 1)
          .replace("clock.monotonic.value", "clock." + TraceLosses.LTT_CLOCK + ".value")
          .replace("\"monotonic\"", '"' + TraceLosses.LTT_CLOCK + '"')
          .replace("freq = 1000000000;", "freq = ${clock_frequency};")
          .replaceAll("\tdescription = .*\n", "");
      sections.put(section.substring(0, end), text);
    }
  }

  /** The number of a trace: the same facilities on the same target give the same one. */
  static UUID uuid(List<FacilityPlan> plans, String source) {
    StringBuilder text = new StringBuilder("genevent convert ").append(source);
    for (FacilityPlan plan : plans) {
      text.append(' ').append(plan.facility().name()).append(' ').append(plan.checksum());
      text.append(' ').append(plan.abi());
    }
    return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The whole text.
   *
   * @param classes the data stream classes that there are streams of; none if nothing is told of packets, which then have no
   *     numbers
   */
  String print(
      UUID uuid,
      ByteOrder byteOrder,
      Map<String, Object> environment,
      Timeline timeline,
      Set<Integer> classes,
      List<FacilityPlan> plans) {
    StringBuilder facts = new StringBuilder();
    for (int i = 0; i < plans.size(); i++) {
      FacilityPlan plan = plans.get(i);
      fact(
          facts,
          "genevent_facility_" + i,
          plan.facility().name() + " 0x" + FacilityChecksum.hex(plan.checksum()));
    }
    environment.forEach((name, value) -> fact(facts, name, value));
    StringBuilder out = new StringBuilder();
    out.append(fill(
        "trace",
        Map.of(
            "uuid",
            uuid.toString(),
            "byte_order",
            byteOrder == ByteOrder.LITTLE_ENDIAN ? "le" : "be",
            "environment",
            facts.substring(1),
            "clock_frequency",
            Long.toString(timeline.frequencyHz()),
            "clock_offset_s",
            Long.toString(timeline.offsetSeconds()),
            "clock_offset",
            Long.toString(timeline.offsetCycles()))));
    for (int streamClass : classes.isEmpty() ? Set.of(OWNED) : classes) {
      String stream = fill(
          streamClass == SHARED ? "shared" : "owned",
          Map.of("stream_id", Integer.toString(streamClass), "channel", "of the converted trace"));
      out.append(classes.isEmpty() ? OF_PACKETS.matcher(stream).replaceAll("") : stream);
      int id = 0;
      for (FacilityPlan plan : plans) {
        for (EventPlan event : plan.events()) {
          out.append(fill("event", values(plan, event, id++, streamClass)));
        }
      }
    }
    return out.toString();
  }

  /** The same, of the same bits, in the words of CTF 2. */
  static String second(String text) {
    Findings findings = new Findings();
    TraceClass first = MetadataParser.parse(
            "metadata", text.getBytes(StandardCharsets.UTF_8), findings)
        .map(ParsedMetadata::traceClass)
        .orElseThrow(() -> new IllegalStateException(findings.toString()));
    return FragmentPrinter.trace(CtfFacts.restored(SecondForm.of(first)));
  }

  private static void fact(StringBuilder facts, String name, Object value) {
    facts.append("\n\t").append(name).append(" = ");
    facts.append(value instanceof Long ? value : quoted(String.valueOf(value))).append(';');
  }

  private Map<String, String> values(FacilityPlan plan, EventPlan event, int id, int streamClass) {
    Map<String, String> values = new HashMap<>();
    values.put("name", plan.facility().name() + ":" + event.event().name());
    values.put("id", Integer.toString(id));
    values.put("stream_id", Integer.toString(streamClass));
    values.put("loglevel", Integer.toString(event.level().number()));
    plan.context().ifPresent(context -> put(values, "context", printer.structure(plan, context)));
    put(values, "fields", printer.structure(plan, event.payload()));
    return values;
  }

  private static void put(Map<String, String> values, String name, String structure) {
    if (!structure.isEmpty()) {
      values.put(name, structure);
    }
  }

  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c == 0x7F) {
        quoted.append(String.format("\\%03o", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  /** A section with its placeholders replaced; a line with one that has no value is left out. */
  private String fill(String section, Map<String, String> values) {
    StringBuilder out = new StringBuilder();
    for (String line : sections.get(section).split("\n", -1)) {
      String filled = line(line, values);
      if (filled != null) {
        out.append(filled).append('\n');
      }
    }
    return out.toString();
  }

  private static String line(String line, Map<String, String> values) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (int start = line.indexOf("${"); start >= 0; start = line.indexOf("${", at)) {
      int end = line.indexOf('}', start);
      String value = values.get(line.substring(start + 2, end));
      if (value == null) {
        return null;
      }
      out.append(line, at, start).append(value);
      at = end + 1;
    }
    return out.append(line, at, line.length()).toString();
  }
}
