package org.genevent.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The sections of {@code trace.tsdl} or {@code trace.json-seq}: the frame of a trace's metadata, printed by the CTF emitter, with placeholders.
 *
 * <p>A section begins with a line of {@code #} and a name. A line whose placeholder has no value is left out.
 */
final class MetadataTemplate {

  private final Map<String, String> sections = new HashMap<>();

  private MetadataTemplate() {}

  static MetadataTemplate load(String resource) throws IOException {
    try (InputStream in = MetadataTemplate.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("the runtime's jar has no " + resource);
      }
      MetadataTemplate template = new MetadataTemplate();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String section : text.substring(1).split("\n#")) {
        int end = section.indexOf('\n');
        String body = section.substring(end + 1);
        template.sections.put(section.substring(0, end), body.endsWith("\n") ? body : body + "\n");
      }
      return template;
    }
  }

  /** A section with its placeholders replaced. */
  String fill(String section, Map<String, String> values) {
    StringBuilder out = new StringBuilder();
    for (String line : sections.get(section).split("\n", -1)) {
      String filled = fillLine(line, values);
      if (filled != null) {
        out.append(filled).append('\n');
      }
    }
    return out.toString();
  }

  /** The line, or null if a placeholder has no value; what is inserted is not looked into again. */
  private static String fillLine(String line, Map<String, String> values) {
    StringBuilder out = new StringBuilder(line.length());
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
