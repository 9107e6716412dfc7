package org.genevent.emitter.java;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Texts as Java literals in plain ASCII: a text block if there is more than one line, a string otherwise. */
final class Literals {

  /** The longest literal that is used: a class file holds at most 65,535 bytes in one, and a character takes up to 3. */
  private static final int MAX_CHARS = 20_000;

  private static final String QUOTES = "\"\"\"";

  private Literals() {}

  /** An expression whose value is the text. */
  static CodeBlock text(String text) {
    List<CodeBlock> parts = new ArrayList<>();
    for (String part : parts(text)) {
      parts.add(literal(part));
    }
    if (parts.size() == 1) {
      return parts.get(0);
    }
    // never with "+": the compiler would make one constant of them again
    return CodeBlock.of("$T.join($S, $L)", String.class, "", CodeBlock.join(parts, ", "));
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (text.length() - from > MAX_CHARS) {
      // behind a line if there is one, so that the text stays readable
      int line = text.lastIndexOf('\n', from + MAX_CHARS - 1);
      int to = line >= from ? line + 1 : from + MAX_CHARS;
      parts.add(text.substring(from, to));
      from = to;
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static CodeBlock literal(String text) {
    if (text.indexOf('\n') < 0) {
      return CodeBlock.of("$L", "\"" + escaped(text, false) + "\"");
    }
    StringBuilder block = new StringBuilder(text.length() + 16).append(QUOTES).append('\n');
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      block.append(i > 0 ? "\n" : "").append(line(lines[i], i == 0));
    }
    return CodeBlock.of("$L", block.append(QUOTES).toString());
  }

  /** A line of a text block; the compiler would drop spaces at its end, and those that all lines begin with. */
  private static String line(String line, boolean isFirst) {
    String escaped = escaped(line, true);
    if (escaped.endsWith(" ") || escaped.endsWith("\t")) {
      escaped =
          escaped.substring(0, escaped.length() - 1) + escape(escaped.charAt(escaped.length() - 1));
    }
    boolean isIndented = isFirst && (escaped.startsWith(" ") || escaped.startsWith("\t"));
    return isIndented ? escape(escaped.charAt(0)) + escaped.substring(1) : escaped;
  }

  private static String escape(char space) {
    return space == ' ' ? "\\s" : "\\t";
  }

  private static String escaped(String text, boolean block) {
    StringBuilder safe = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        safe.append("\\\\");
      } else if (c == '"') {
        safe.append(block && !text.startsWith(QUOTES, i) && i < text.length() - 1 ? "\"" : "\\\"");
      } else if (c >= ' ' && c < 0x7F || c == '\t' && block) {
        safe.append(c);
      } else if (c == '\t') {
        safe.append("\\t");
      } else if (c == '\r') {
        safe.append("\\r");
      } else if (c < ' ') {
        // octal, three digits: a Unicode escape would be read before the literal is
        safe.append(String.format(Locale.ROOT, "\\%03o", (int) c));
      } else {
        safe.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return safe.toString();
  }
}
