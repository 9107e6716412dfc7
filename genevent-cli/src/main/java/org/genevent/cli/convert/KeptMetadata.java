package org.genevent.cli.convert;

import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.genevent.emit.MetadataPrinter;
import org.genevent.model.trace.ClockClass;
import org.genevent.model.trace.FieldRole;
import org.genevent.plan.FacilityPlan;
import org.genevent.plan.PayloadPlan;

/**
 * Prints the metadata of a CTF trace that was another: what that says of the trace, its clocks, streams and events, with the
 * fields as they lie now.
 */
final class KeptMetadata {

  private static final String WORD = "\t\tinteger { size = 64; align = 64; } ";

  private final MetadataPrinter printer;
  private final KeptTrace trace;
  private final Map<String, String> clockNames = new HashMap<>();
  private final Map<String, String> factNames = new HashMap<>();
  private final StringBuilder out = new StringBuilder();

  KeptMetadata(MetadataPrinter printer, KeptTrace trace, Renames renames) {
    this.printer = printer;
    this.trace = trace;
    Renames.Scope clocks = renames.new Scope(" of a clock");
    trace
        .source()
        .clocks()
        .forEach(clock -> clockNames.put(clock.name(), clocks.take(clock.name())));
    Renames.Scope facts = renames.new Scope(" of a fact about the trace");
    trace.source().environment().keySet().forEach(name -> factNames.put(name, facts.take(name)));
  }

  /** The whole text. */
  String print(ByteOrder byteOrder) {
    out.append("/* CTF 1.8 */\n\ntrace {\n\tmajor = 1;\n\tminor = 8;\n");
    trace
        .source()
        .uuid()
        .ifPresent(uuid -> out.append("\tuuid = \"").append(uuid).append("\";\n"));
    out.append("\tbyte_order = ").append(byteOrder == ByteOrder.LITTLE_ENDIAN ? "le" : "be");
    out.append(";\n\tpacket.header := struct {\n");
    out.append("\t\tinteger { size = 32; align = 32; } magic;\n");
    if (TraceLosses.uuid(trace.source()).isPresent()) {
      out.append("\t\tinteger { size = 8; align = 8; } uuid[16];\n");
    }
    out.append(WORD).append("stream_id;\n");
    if (trace.hasStreamNumbers()) {
      out.append(WORD).append("stream_instance_id;\n");
    }
    out.append("\t} align(64);\n};\n");
    environment();
    trace.source().clocks().forEach(this::clock);
    trace.classes().forEach(this::stream);
    return out.toString();
  }

  private void environment() {
    if (trace.source().environment().isEmpty()) {
      return;
    }
    out.append("\nenv {");
    trace.source().environment().forEach((name, value) -> {
      out.append("\n\t").append(factNames.get(name)).append(" = ");
      out.append(value instanceof Long ? value : CtfMetadata.quoted(String.valueOf(value)));
      out.append(';');
    });
    out.append("\n};\n");
  }

  private void clock(ClockClass clock) {
    out.append("\nclock {\n\tname = \"").append(clockNames.get(clock.name())).append("\";\n");
    TraceLosses.uuid(clock)
        .ifPresent(uuid -> out.append("\tuuid = \"").append(uuid).append("\";\n"));
    if (!clock.description().isEmpty()) {
      out.append("\tdescription = ")
          .append(CtfMetadata.quoted(clock.description()))
          .append(";\n");
    }
    out.append("\tfreq = ").append(clock.frequencyHz()).append(";\n");
    if (clock.precisionCycles() != 0) {
      out.append("\tprecision = ").append(clock.precisionCycles()).append(";\n");
    }
    out.append("\toffset_s = ").append(clock.offsetSeconds()).append(";\n");
    out.append("\toffset = ").append(clock.offsetCycles()).append(";\n");
    out.append("\tabsolute = ").append(clock.absolute() ? "true" : "false").append(";\n};\n");
  }

  private void stream(KeptClass stream) {
    String id = Long.toUnsignedString(stream.source().id());
    Optional<String> map =
        stream.clock().map(clock -> " map = clock." + clockNames.get(clock.name()) + ".value;");
    String time = "\t\tinteger { size = 64; align = 64;" + map.orElse("") + " } ";
    out.append("\nstream {\n\tid = ").append(id).append(";\n\tpacket.context := struct {\n");
    if (map.isPresent()) {
      out.append(time).append("timestamp_begin;\n").append(time).append("timestamp_end;\n");
    }
    out.append(WORD).append("content_size;\n").append(WORD).append("packet_size;\n");
    if (stream.packetsSay(FieldRole.PACKET_SEQUENCE_NUMBER)) {
      out.append(WORD).append("packet_seq_num;\n");
    }
    if (stream.packetsSay(FieldRole.DISCARDED_EVENT_RECORD_COUNTER_SNAPSHOT)) {
      out.append(WORD).append("events_discarded;\n");
    }
    String members = structure(stream.packetContext());
    if (!members.isEmpty()) {
      // between the braces of the structure: its members begin at a word, as they do in one of
      // their own
      out.append(members, members.indexOf('\n') + 1, members.lastIndexOf('\n') + 1);
    }
    out.append("\t} align(64);\n\tevent.header := struct {\n");
    if (map.isEmpty()) {
      out.append(WORD).append("id;\n");
    } else if (stream.wide()) {
      out.append(WORD).append("id;\n").append(time).append("timestamp;\n");
    } else {
      out.append(
          "\t\tinteger { size = 16; align = 64; } id;\n\t\tinteger { size = 48; align = 16;");
      out.append(map.get()).append(" } timestamp;\n");
    }
    out.append("\t} align(64);\n");
    scope("event.context", structure(stream.eventContext()));
    out.append("};\n");
    stream.events().values().forEach(event -> event(id, event));
  }

  private void event(String stream, KeptEvent event) {
    out.append("\nevent {\n\tname = ").append(CtfMetadata.quoted(event.source().name()));
    out.append(";\n\tid = ").append(Long.toUnsignedString(event.id()));
    out.append(";\n\tstream_id = ").append(stream).append(";\n");
    event
        .source()
        .logLevel()
        .ifPresent(level -> out.append("\tloglevel = ").append(level).append(";\n"));
    scope("context", structure(event.plan()));
    scope("fields", structure(event.plan(), event.plan().events().get(0).payload()));
    out.append("};\n");
  }

  private void scope(String name, String structure) {
    if (!structure.isEmpty()) {
      out.append('\t').append(name).append(" := ").append(structure).append(";\n");
    }
  }

  private String structure(FacilityPlan plan) {
    return plan.context().map(context -> structure(plan, context)).orElse("");
  }

  private String structure(FacilityPlan plan, PayloadPlan payload) {
    return printer.structure(plan, payload);
  }
}
