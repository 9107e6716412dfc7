package org.genevent.reader.csv;

import java.util.Locale;

/** Collects a list or structure as JSON. */
final class JsonText {

  private final StringBuilder text = new StringBuilder();
  private boolean first;

  void clear() {
    text.setLength(0);
    first = true;
  }

  private void name(String name) {
    if (!first) {
      text.append(',');
    }
    first = false;
    if (!name.isEmpty()) {
      text.append(quoted(name)).append(':');
    }
  }

  void begin(String name, boolean list) {
    name(name);
    text.append(list ? '[' : '{');
    first = true;
  }

  void end(boolean list) {
    text.append(list ? ']' : '}');
    first = false;
  }

  void value(String name, String json) {
    name(name);
    text.append(json);
  }

  String text() {
    return text.toString();
  }

  static String quoted(String value) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || c == 0x7F) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
