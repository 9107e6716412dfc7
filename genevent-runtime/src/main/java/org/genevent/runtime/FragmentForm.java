package org.genevent.runtime;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.genevent.annotation.Level;

/** The metadata of CTF 2. */
final class FragmentForm implements MetadataForm {

  /** In texts of tracers; in a string of JSON its quotes would have backslashes in front of them. */
  private static final String BYTE_ORDER = "\"byte-order\": ";

  /** babeltrace2's names of the levels. */
  private static final List<String> LEVELS = List.of(
      "emergency",
      "alert",
      "critical",
      "error",
      "warning",
      "notice",
      "info",
      "debug:system",
      "debug:program",
      "debug:process",
      "debug:module",
      "debug:unit",
      "debug:function",
      "debug:line",
      "debug");

  @Override
  public String template() {
    return "trace.json-seq";
  }

  @Override
  public String byteOrder() {
    return Bytes.LITTLE ? "\"little-endian\"" : "\"big-endian\"";
  }

  @Override
  public String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || c == 0x7F) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  @Override
  public String environment(Map<String, Object> facts) {
    StringBuilder lines = new StringBuilder("{");
    facts.forEach((name, value) -> lines
        .append(lines.length() > 1 ? ",\n    \"" : "\n    \"")
        .append(escaped(name))
        .append("\": ")
        .append(value instanceof String text ? "\"" + escaped(text) + "\"" : value));
    return lines.append("\n  }").toString();
  }

  @Override
  public String level(Level level) {
    return LEVELS.get(level.ordinal());
  }

  @Override
  public String context(TracedFacility facility) {
    return ordered(facility.fieldClasses().map(FieldClasses::context).orElse(""));
  }

  @Override
  public String fields(TracedFacility facility, TracedFacility.TracedEvent event) {
    return ordered(
        facility.fieldClasses().map(known -> known.event(event.index())).orElse(""));
  }

  private String ordered(String text) {
    return text.replace(BYTE_ORDER + "${byte_order}", BYTE_ORDER + byteOrder());
  }

  @Override
  public boolean knows(TracedFacility facility) {
    return facility.fieldClasses().isPresent();
  }

  @Override
  public String separator() {
    return "";
  }
}
