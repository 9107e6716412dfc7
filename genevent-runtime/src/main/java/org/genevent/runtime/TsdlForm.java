package org.genevent.runtime;

import java.util.Locale;
import java.util.Map;
import org.genevent.annotation.Level;

/** The metadata of CTF 1.8. */
final class TsdlForm implements MetadataForm {

  @Override
  public String template() {
    return "trace.tsdl";
  }

  @Override
  public String byteOrder() {
    return Bytes.LITTLE ? "le" : "be";
  }

  @Override
  public String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || c == 0x7F) {
        out.append(String.format(Locale.ROOT, "\\%03o", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  @Override
  public String environment(Map<String, Object> facts) {
    StringBuilder lines = new StringBuilder();
    facts.forEach((name, value) -> lines
        .append(lines.length() > 0 ? "\n\t" : "\t")
        .append(name)
        .append(" = ")
        .append(value instanceof String text ? "\"" + escaped(text) + "\"" : value)
        .append(';'));
    return lines.toString();
  }

  @Override
  public String level(Level level) {
    return Integer.toString(level.ordinal());
  }

  @Override
  public String context(TracedFacility facility) {
    return facility.contextMetadata();
  }

  @Override
  public String fields(TracedFacility facility, TracedFacility.TracedEvent event) {
    return event.payloadMetadata();
  }

  @Override
  public boolean knows(TracedFacility facility) {
    return true;
  }

  @Override
  public String separator() {
    return "\n";
  }
}
