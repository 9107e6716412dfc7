package org.genevent.emitter.ctf;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints JSON that people can read: what fits into a line stays on it.
 *
 * <p>Of its own rather than by a library, as emitters are on the class path of every compilation with annotations.
 */
final class JsonText {

  private static final int LINE_CHARS = 140;
  private static final String INDENT = "  ";

  /** A text that is put in as it is: a placeholder. */
  record Raw(String text) {}

  private JsonText() {}

  /**
   * Prints a value.
   *
   * @param value a map, a list, a string, a number, a truth value, null, or {@link Raw}
   * @param depth how deep its lines are indented, but for the first
   */
  static String of(Object value, int depth) {
    String line = line(value);
    if (line.length() + depth * INDENT.length() <= LINE_CHARS) {
      return line;
    } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      return broken(map, depth);
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      StringBuilder out = new StringBuilder("[");
      String separator = "\n";
      for (Object element : list) {
        out.append(separator).append(INDENT.repeat(depth + 1)).append(of(element, depth + 1));
        separator = ",\n";
      }
      return out.append('\n').append(INDENT.repeat(depth)).append(']').toString();
    }
    return line;
  }

  /** An object with each member on a line of its own. */
  static String broken(Map<?, ?> map, int depth) {
    StringBuilder out = new StringBuilder("{");
    String separator = "\n";
    for (Map.Entry<?, ?> member : map.entrySet()) {
      out.append(separator)
          .append(INDENT.repeat(depth + 1))
          .append(quoted((String) member.getKey()))
          .append(": ")
          .append(of(member.getValue(), depth + 1));
      separator = ",\n";
    }
    return out.append('\n').append(INDENT.repeat(depth)).append('}').toString();
  }

  /** A value on one line. */
  static String line(Object value) {
    if (value instanceof Map<?, ?> map) {
      StringBuilder out = new StringBuilder("{");
      for (Map.Entry<?, ?> member : map.entrySet()) {
        out.append(out.length() > 1 ? ", " : "")
            .append(quoted((String) member.getKey()))
            .append(": ")
            .append(line(member.getValue()));
      }
      return out.append('}').toString();
    } else if (value instanceof List<?> list) {
      StringBuilder out = new StringBuilder("[");
      for (Object element : list) {
        out.append(out.length() > 1 ? ", " : "").append(line(element));
      }
      return out.append(']').toString();
    } else if (value instanceof Raw raw) {
      return raw.text();
    }
    return value instanceof String text ? quoted(text) : String.valueOf(value);
  }

  /** A string with its quotes; what is not printable is escaped, and what is no character becomes U+FFFD. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(c -> {
      int type = Character.getType(c);
      boolean unseen = Character.isISOControl(c)
          || type == Character.FORMAT
          || type == Character.LINE_SEPARATOR
          || type == Character.PARAGRAPH_SEPARATOR;
      if (c == '"' || c == '\\') {
        out.append('\\').appendCodePoint(c);
      } else if (type == Character.SURROGATE) {
        out.append('\uFFFD');
      } else if (unseen) {
        for (char unit : Character.toChars(c)) {
          out.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
      } else {
        out.appendCodePoint(c);
      }
    });
    return out.append('"').toString();
  }
}
