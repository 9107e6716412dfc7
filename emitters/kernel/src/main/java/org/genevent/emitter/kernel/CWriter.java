package org.genevent.emitter.kernel;

import java.util.List;
import java.util.regex.Pattern;

/** Lines of C in the style of the kernel: indented by tabs, broken behind a comma where they get too long. */
final class CWriter {

  private static final int TAB = 8;
  private static final int WIDTH = 100;
  private static final int COMMENT_WIDTH = 76;

  private final StringBuilder out = new StringBuilder();
  private int depth;

  CWriter() {
    this(0);
  }

  CWriter(int depth) {
    this.depth = depth;
  }

  int depth() {
    return depth;
  }

  /** Whether a name stands in what was printed so far. */
  boolean mentions(String name) {
    return Pattern.compile("\\b" + name + "\\b").matcher(out).find();
  }

  boolean isEmpty() {
    return out.length() == 0;
  }

  /** A whole line; an empty text makes an empty line. */
  CWriter line(String text) {
    if (text.isEmpty()) {
      out.append('\n');
      return this;
    }
    String rest = text;
    int indent = depth * TAB;
    int outer = indent + TAB;
    while (true) {
      int end = indent + rest.length() <= WIDTH ? rest.length() : breakAt(rest, WIDTH - indent);
      indent(indent);
      out.append(rest, 0, end).append('\n');
      if (end == rest.length()) {
        return this;
      }
      indent = continuation(rest.substring(0, end), indent, outer);
      outer = indent;
      rest = rest.substring(end).stripLeading();
    }
  }

  /** A line, then one level deeper. */
  CWriter open(String text) {
    line(text);
    depth++;
    return this;
  }

  /** One level back, then a line. */
  CWriter close(String text) {
    depth--;
    return line(text);
  }

  /** One level back, without a line: behind a single statement that needs no braces. */
  CWriter end() {
    depth--;
    return this;
  }

  /** A line of the preprocessor or a label, which stands at the left whatever is around it. */
  CWriter left(String text) {
    out.append(text).append('\n');
    return this;
  }

  /** Lines that are already indented. */
  CWriter append(CWriter lines) {
    out.append(lines.out);
    return this;
  }

  /** A comment on lines of its own; nothing for an empty text. */
  CWriter comment(String text) {
    List<String> lines = CText.wrapped(text, COMMENT_WIDTH - depth * TAB);
    if (lines.size() == 1) {
      return line("/* " + lines.get(0) + " */");
    } else if (!lines.isEmpty()) {
      line("/*");
      lines.forEach(this::commentLine);
      line(" */");
    }
    return this;
  }

  /** A line inside a comment, never broken. */
  CWriter commentLine(String text) {
    indent(depth * TAB);
    out.append((" * " + text).stripTrailing()).append('\n');
    return this;
  }

  /** The head of a function, its parameters aligned behind the parenthesis. */
  CWriter function(String head, List<String> parameters) {
    return line(head + "(" + (parameters.isEmpty() ? "void" : String.join(", ", parameters)) + ")");
  }

  private void indent(int columns) {
    out.append("\t".repeat(columns / TAB)).append(" ".repeat(columns % TAB));
  }

  /** Behind the last comma or operator that still fits, or where the first one is; else not at all. */
  private static int breakAt(String text, int width) {
    int found = -1;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char before = i == 0 ? ' ' : text.charAt(i - 1);
      quoted ^= text.charAt(i) == '"' && before != '\\';
      boolean breakable = text.charAt(i) == ' '
          && (before == ',' || text.startsWith("&& ", i - 2) || text.startsWith("? ", i - 1));
      if (!quoted && breakable) {
        if (i > width && found > 0) {
          break;
        }
        found = i;
      }
    }
    return found < 0 ? text.length() : found;
  }

  /** The column behind the innermost parenthesis that the line leaves open, unless that is too far right. */
  private static int continuation(String line, int indent, int outer) {
    int[] open = new int[line.length() + 1];
    int depth = 0;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '(') {
        open[depth++] = indent + i + 1;
      } else if (line.charAt(i) == ')' && depth > 0) {
        depth--;
      }
    }
    int column = depth > 0 ? open[depth - 1] : outer;
    return column > WIDTH * 2 / 3 ? outer : column;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
