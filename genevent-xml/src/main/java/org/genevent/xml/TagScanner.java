package org.genevent.xml;

import java.util.HashSet;
import java.util.Set;
import org.genevent.xml.MarkupProblems.Kind;

/** Walks over the attributes of a tag, from behind its name to its end. */
final class TagScanner {

  /** What {@link #attributes} gives when there is no going on. */
  static final int STOP = -1;

  private final String text;
  private final MarkupProblems problems;
  private final ReferenceScanner references;
  private boolean problemInTag;
  private boolean tooManyAttributes;
  private int tooLongAt = -1;

  TagScanner(String text, MarkupProblems problems, ReferenceScanner references) {
    this.text = text;
    this.problems = problems;
    this.references = references;
  }

  /** Whether a tag had more attributes than the limit. */
  boolean tooManyAttributes() {
    return tooManyAttributes;
  }

  /** Where a name or value began that is longer than the limit, or -1. */
  int tooLongAt() {
    return tooLongAt;
  }

  /** The end of the name that begins here; the same place if none does. */
  int nameEnd(int from) {
    if (from >= text.length() || !isNameStart(text.charAt(from))) {
      return from;
    }
    int at = from + 1;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    if (at - from > XmlLimits.NAME_CHARS && tooLongAt < 0) {
      tooLongAt = from;
    }
    return at;
  }

  // beyond ASCII the parser knows better, and refuses what is no name
  static boolean isNameStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':' || c >= 0x80;
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || c >= '0' && c <= '9' || c == '-' || c == '.';
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  int skipSpace(int from) {
    int at = from;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /**
   * Reads the attributes of a tag.
   *
   * @param tag takes the attributes
   * @param from behind the tag's name
   * @return where the tag's end begins ({@code >}, {@code />}, {@code ?>}, or a {@code <} that should not be there); the
   *     text's length if there is no end; or {@link #STOP}
   */
  int attributes(StartTag tag, int from) {
    problemInTag = false;
    Set<String> names = new HashSet<>();
    int at = from;
    while (true) {
      int next = skipSpace(at);
      if (next >= text.length() || isTagEnd(next)) {
        return next;
      }
      int nameEnd = nameEnd(next);
      if (nameEnd == next) {
        problem(
            Kind.ATTRIBUTE,
            next,
            "there is a " + shown(next) + " in the tag <" + tag.name(),
            "leave it out");
        at = next + 1;
        continue;
      }
      if (tooLongAt >= 0) {
        return STOP;
      }
      String name = text.substring(next, nameEnd);
      if (next == at) {
        problem(
            Kind.ATTRIBUTE,
            next,
            "there is no blank before the attribute '" + name + "'",
            "write a blank before it");
      }
      if (!names.add(name)) {
        problem(
            Kind.DUPLICATE,
            next,
            "<" + tag.name() + "> has the attribute '" + name + "' twice",
            "leave one out; several words for scope, param or attribute go into one value: "
                + "attribute=\"force high_priority\"");
      }
      tag.add(new StartTag.Name(name, next));
      if (tag.attributes().size() > XmlLimits.ATTRIBUTES) {
        tooManyAttributes = true;
        return STOP;
      }
      at = value(tag, name, next, nameEnd);
      if (at == STOP || tooLongAt >= 0) {
        return STOP;
      }
    }
  }

  /** The raw value of an attribute that stands in quotes. */
  String valueOf(StartTag.Name attribute) {
    int quote = skipSpace(skipSpace(attribute.offset() + attribute.text().length()) + 1);
    int end = text.indexOf(text.charAt(quote), quote + 1);
    return text.substring(quote + 1, end);
  }

  private boolean isTagEnd(int at) {
    char c = text.charAt(at);
    return c == '>' || c == '<' || text.startsWith("/>", at) || text.startsWith("?>", at);
  }

  private int value(StartTag tag, String name, int nameOffset, int nameEnd) {
    int equals = skipSpace(nameEnd);
    if (equals >= text.length() || text.charAt(equals) != '=') {
      problem(
          Kind.ATTRIBUTE,
          nameOffset,
          "the attribute '" + name + "' has no value",
          "write " + name + "=\"…\"");
      return nameEnd;
    }
    int start = skipSpace(equals + 1);
    if (start >= text.length()) {
      return start;
    }
    char quote = text.charAt(start);
    if (quote != '"' && quote != '\'') {
      return unquoted(name, nameOffset, start);
    }
    int end = text.indexOf(quote, start + 1);
    int tagBegin = text.indexOf('<', start + 1);
    if (end < 0 || tagBegin >= 0 && tagBegin < end) {
      problem(
          Kind.VALUE,
          nameOffset,
          "the value of the attribute '" + name + "' in <" + tag.name() + "> does not end before "
              + (tagBegin < 0 ? "the end of the file" : "the next '<'"),
          "write the closing " + quote + ", or &lt; for a '<' in the value");
      return STOP;
    }
    if (end - start > XmlLimits.VALUE_CHARS) {
      tooLongAt = nameOffset;
    }
    references.check(start + 1, end);
    return end + 1;
  }

  private int unquoted(String name, int nameOffset, int start) {
    int end = start;
    while (end < text.length() && !isSpace(text.charAt(end)) && !isTagEnd(end)) {
      end++;
    }
    String value = text.substring(start, Math.min(end, start + 40));
    if (value.isEmpty()) {
      problem(
          Kind.ATTRIBUTE,
          nameOffset,
          "the attribute '" + name + "' has no value",
          "write " + name + "=\"…\"");
    } else {
      problem(
          Kind.UNQUOTED,
          nameOffset,
          "the value " + value + " of the attribute '" + name + "' has no quotes",
          "write " + name + "=\"" + value.replace("\"", "").replace("'", "") + "\"");
    }
    return end;
  }

  private String shown(int at) {
    int c = text.codePointAt(at);
    return c == '\'' ? "\"'\"" : "'" + Character.toString(c) + "'";
  }

  /** One problem a tag, as the second is mostly a consequence of the first; but values without quotes one by one. */
  private void problem(Kind kind, int offset, String message, String fix) {
    if (!problemInTag || kind == Kind.UNQUOTED) {
      problems.add(kind, offset, message, fix);
    }
    problemInTag |= kind != Kind.UNQUOTED;
  }
}
