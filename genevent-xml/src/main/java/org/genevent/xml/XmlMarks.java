package org.genevent.xml;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether a text was written for an XML parser or for the original's reader: each takes things that the other
 * refused. The original knew no XML comments, no single quotes, no self-closed containers and no encoding; XML has no C
 * comments.
 */
final class XmlMarks {

  private static final Pattern OLD_DECLARATION =
      Pattern.compile("<\\?\\s*xml\\s+version\\s*=\\s*\"1\\.0\"\\s*\\?");

  private static final Set<String> CONTAINERS = Set.of(
      "facility",
      "description",
      "type",
      "event",
      "field",
      "enum",
      "struct",
      "union",
      "sequence",
      "context",
      "option",
      "variant",
      "optional");

  private final String text;
  private int at;
  private boolean inDescription;
  private boolean onlyXml;
  private boolean oldComment;

  private XmlMarks(String text) {
    this.text = text;
  }

  static XmlMarks of(String text) {
    XmlMarks marks = new XmlMarks(text);
    while (marks.at < text.length()) {
      marks.step();
    }
    return marks;
  }

  /** Whether something stands there that the original refused. */
  boolean onlyXml() {
    return onlyXml;
  }

  /** Whether there is a C comment where the original took it for one. */
  boolean oldComment() {
    return oldComment;
  }

  private void step() {
    char c = text.charAt(at);
    if (c == '<') {
      markup();
    } else if (inDescription || !comment()) {
      at++;
    }
  }

  /** Passes over a C comment, if one begins here. */
  private boolean comment() {
    if (text.startsWith("/*", at)) {
      skipBehind("*/", at + 2);
    } else if (text.startsWith("//", at)) {
      skipBehind("\n", at);
    } else {
      return false;
    }
    oldComment = true;
    return true;
  }

  private void skipBehind(String end, int from) {
    int found = text.indexOf(end, from);
    at = found < 0 ? text.length() : found + end.length();
  }

  private void markup() {
    if (text.startsWith("<!", at)) {
      onlyXml = true;
      if (text.startsWith("<!--", at)) {
        skipBehind("-->", at + 4);
      } else if (text.startsWith("<![CDATA[", at)) {
        skipBehind("]]>", at + 9);
      } else {
        at += 2;
      }
    } else if (text.startsWith("<?", at)) {
      int from = at;
      skipBehind("?", at + 2);
      onlyXml |= !OLD_DECLARATION.matcher(text.substring(from, at)).matches();
    } else {
      tag();
    }
  }

  private void tag() {
    boolean closing = text.startsWith("</", at);
    int from = closing ? at + 2 : at + 1;
    int nameEnd = from;
    while (nameEnd < text.length() && nameEnd - from < 12 && isLetter(text.charAt(nameEnd))) {
      nameEnd++;
    }
    String name = text.substring(from, nameEnd);
    boolean afterEquals = false;
    char last = ' ';
    at = nameEnd;
    while (at < text.length() && text.charAt(at) != '>' && text.charAt(at) != '<') {
      char c = text.charAt(at);
      if (comment()) {
        continue;
      } else if (c == '\'' && afterEquals) {
        onlyXml = true;
        skipValue('\'');
      } else if (c == '"' && afterEquals) {
        skipValue('"');
      } else {
        at++;
      }
      if (!TagScanner.isSpace(c)) {
        afterEquals = c == '=';
        last = c;
      }
    }
    boolean closed = at < text.length() && text.charAt(at) == '>' && last == '/';
    onlyXml |= closed && CONTAINERS.contains(name);
    if (name.equals("description")) {
      inDescription = !closing && !closed;
    }
  }

  /** Passes over a value, if it ends in its line; else only over the quote. */
  private void skipValue(char quote) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != '\n') {
      char c = text.charAt(end);
      if (c == quote) {
        at = end + 1;
        return;
      }
      end += c == '\\' && quote == '"' ? 2 : 1;
    }
    at++;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c == '_';
  }
}
