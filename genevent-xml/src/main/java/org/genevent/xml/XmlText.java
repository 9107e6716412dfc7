package org.genevent.xml;

import java.util.List;
import org.genevent.diagnostic.Origin;

/** Collects XML text, one element a line, indented by two blanks a level, with the comments that belong to elements. */
final class XmlText {

  private static final char REPLACEMENT = '\uFFFD';

  private final StringBuilder text = new StringBuilder();
  private final Comments comments;
  private int depth;

  /** An empty text. */
  XmlText(Comments comments) {
    this.comments = comments;
  }

  /** The comments that stand before an element. */
  void commentsBefore(Origin element) {
    comments.before(element.place()).forEach(this::comment);
  }

  /** The comments that stand last inside an element. */
  void commentsAtEnd(Origin element) {
    comments.atEnd(element.place()).forEach(this::comment);
  }

  /** Whether comments stand last inside an element. */
  boolean hasCommentsAtEnd(Origin element) {
    return !comments.atEnd(element.place()).isEmpty();
  }

  /** The comments behind the outermost element. */
  void commentsBehind() {
    comments.behind().forEach(this::comment);
  }

  /** A comment; what cannot stand in one is replaced by what looks most like it. */
  void comment(String comment) {
    StringBuilder legal = new StringBuilder(comment.length());
    comment
        .codePoints()
        .forEach(c -> legal.appendCodePoint(isXmlCharacter(c) && c != '\r' ? c : REPLACEMENT));
    String words = legal.toString().replace("--", "- -").replace("--", "- -");
    if (words.indexOf('\n') < 0) {
      line("<!-- " + words + " -->");
      return;
    }
    line("<!--");
    depth++;
    for (String row : List.of(words.split("\n"))) {
      if (row.isEmpty()) {
        blank();
      } else {
        line(row);
      }
    }
    depth--;
    line("-->");
  }

  /** A start tag on a line of its own; what follows is one level deeper. */
  void open(String tag) {
    line("<" + tag + ">");
    depth++;
  }

  /** The end tag for the last {@link #open}. */
  void close(String name) {
    depth--;
    line("</" + name + ">");
  }

  /** A line as it is. */
  void line(String markup) {
    text.append("  ".repeat(depth)).append(markup).append('\n');
  }

  /** An empty line. */
  void blank() {
    text.append('\n');
  }

  /** A description, or nothing for an empty one. */
  void description(String description) {
    if (description.isEmpty()) {
      return;
    }
    if (!DescriptionText.clean(description).equals(description)) {
      line("<description xml:space=\"preserve\">" + content(description) + "</description>");
    } else if (description.indexOf('\n') < 0) {
      line("<description>" + content(description) + "</description>");
    } else {
      open("description");
      for (String row : content(description).split("\n")) {
        if (row.isEmpty()) {
          blank();
        } else {
          line(row);
        }
      }
      close("description");
    }
  }

  /** An attribute with a blank before it, to be put behind an element's name. */
  static String attribute(String name, String value) {
    StringBuilder out = new StringBuilder(" ").append(name).append("=\"");
    escape(value, true, out);
    return out.append('"').toString();
  }

  private static String content(String value) {
    StringBuilder out = new StringBuilder(value.length() + 16);
    escape(value, false, out);
    return out.toString();
  }

  private static void escape(String value, boolean inAttribute, StringBuilder out) {
    value.codePoints().forEach(c -> {
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append(inAttribute ? "&quot;" : "\"");
        case '\n' -> out.append(inAttribute ? "&#10;" : "\n");
        default -> character(c, out);
      }
    });
  }

  private static void character(int c, StringBuilder out) {
    if (!isXmlCharacter(c)) {
      out.append(REPLACEMENT);
    } else if (Character.isISOControl(c)) {
      out.append("&#").append(c).append(';');
    } else if (isUnseen(c)) {
      out.append("&#x").append(Integer.toHexString(c)).append(';');
    } else {
      out.appendCodePoint(c);
    }
  }

  /** Whether XML 1.0 can hold the character at all, be it by a reference. Source: XML 1.0, production 2. */
  static boolean isXmlCharacter(int c) {
    if (c < 0x20) {
      return c == '\t' || c == '\n' || c == '\r';
    }
    return c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE && c != 0xFFFE && c != 0xFFFF;
  }

  /** Characters that reorder or break a line, or that nobody sees: in a file, they are better seen. */
  private static boolean isUnseen(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
