package org.genevent.xml;

import java.util.Locale;
import org.genevent.xml.OldProblems.Kind;

/**
 * Cuts a text into the tokens of the original's reader: signs, words, and values in double quotes, in which a backslash
 * keeps the next character from ending the value. White space and comments separate.
 *
 * <p>Takes two things more, so that what genevent writes can be read by this way, too: XML comments and single quotes.
 * Source: the facility XML reference, section 1.
 */
final class OldTokenizer {

  private final String text;
  private final OldProblems problems;
  private final Outline outline;
  private int at;
  private OldToken pushed;

  OldTokenizer(String text, OldProblems problems, Outline outline) {
    this.text = text;
    this.problems = problems;
    this.outline = outline;
  }

  /** The next token; END for ever at the end. */
  OldToken next() {
    if (pushed != null) {
      OldToken token = pushed;
      pushed = null;
      return token;
    }
    skipSeparators();
    if (at >= text.length() || problems.isFull()) {
      return new OldToken(OldToken.Kind.END, text.length(), text.length(), "");
    }
    char c = text.charAt(at);
    return switch (c) {
      case '/' -> sign(OldToken.Kind.SLASH);
      case '<' -> sign(OldToken.Kind.LESS);
      case '>' -> sign(OldToken.Kind.GREATER);
      case '=' -> sign(OldToken.Kind.EQUAL);
      case '?' -> sign(OldToken.Kind.QUESTION);
      case '"', '\'' -> quoted(c);
      default -> word();
    };
  }

  /** Gives a token back; {@link #next} gives it once more. */
  void push(OldToken token) {
    pushed = token;
  }

  /** Where the next token is looked for. */
  int position() {
    return pushed == null ? at : pushed.offset();
  }

  /** Goes on elsewhere, further on. */
  void moveTo(int position) {
    at = position;
    pushed = null;
  }

  /** The place of the next {@code <}, or the end of the text; nothing before it is a token. */
  int nextLess() {
    int less = text.indexOf('<', position());
    return less < 0 ? text.length() : less;
  }

  /** Reports the characters of a text that XML cannot hold. */
  void characters(int from, int to) {
    for (int i = from; i < to && !problems.isFull(); i++) {
      int c = text.codePointAt(i);
      if (!XmlText.isXmlCharacter(c)) {
        problems.add(
            Kind.CHARACTER,
            i,
            String.format(Locale.ROOT, "the character U+%04X cannot stand in XML", c),
            "leave it out");
      }
      i += Character.charCount(c) - 1;
    }
  }

  private OldToken sign(OldToken.Kind kind) {
    return new OldToken(kind, at, ++at, "");
  }

  private void skipSeparators() {
    while (at < text.length()) {
      if (TagScanner.isSpace(text.charAt(at)) || text.charAt(at) == '\f') {
        at++;
      } else if (text.startsWith("/*", at)) {
        comment("/*", "*/");
      } else if (text.startsWith("<!--", at)) {
        comment("<!--", "-->");
      } else if (text.startsWith("//", at)) {
        lineComment();
      } else {
        return;
      }
    }
  }

  private void comment(String begin, String end) {
    int from = at + begin.length();
    int found = text.indexOf(end, from);
    if (found < 0) {
      problems.add(Kind.COMMENT, at, "the comment has no end", "write " + end + " at its end");
      at = text.length();
      return;
    }
    if (begin.equals("/*")) {
      habit(at);
      outline.comment(at, found + end.length(), OldComments.text(text.substring(from, found)));
    } else {
      outline.comment(at, found + end.length(), text.substring(from, found));
    }
    at = found + end.length();
  }

  private void habit(int offset) {
    problems.add(Kind.OLD_COMMENT, offset, "there is a comment of C", "write <!-- … -->");
  }

  private void lineComment() {
    int end = at;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    String comment = text.substring(at + 2, end);
    if (comment.indexOf('<') >= 0) {
      problems.add(
          Kind.COMMENTED_OUT,
          at,
          "the tag '" + Reading.shown(comment.substring(comment.indexOf('<')).strip())
              + "' stands behind // and is not read",
          "move it into the next line; or write <!-- … --> if it is meant as a comment");
    } else {
      habit(at);
    }
    outline.lineComment(at, end, comment);
    at = end;
  }

  private OldToken quoted(char quote) {
    int begin = at;
    int end = begin + 1;
    int lineEnd = -1;
    while (end < text.length() && text.charAt(end) != quote) {
      char c = text.charAt(end);
      if (c == '\n' && lineEnd < 0) {
        lineEnd = end;
      } else if (c == '<' && lineEnd >= 0) {
        break;
      }
      // an escaped line end is one character or two
      end += c == '\\' && end + 1 < text.length() ? escaped(end) : 1;
    }
    if (end < text.length() && text.charAt(end) == quote) {
      at = end + 1;
      if (end - begin > XmlLimits.VALUE_CHARS) {
        problems.limit(begin, "a value has more than " + XmlLimits.VALUE_CHARS + " characters");
      }
      characters(begin, at);
      return new OldToken(OldToken.Kind.QUOTED, begin, at, text.substring(begin + 1, end));
    }
    problems.add(
        Kind.QUOTE,
        begin,
        "the value that begins here has no end",
        "write " + quote + " at its end");
    int stop = lineEnd < 0 ? end : lineEnd;
    int greater = text.indexOf('>', begin);
    stop = greater >= 0 && greater < stop ? greater : stop;
    at = stop;
    String value = text.substring(begin + 1, Math.min(stop, begin + 1 + XmlLimits.VALUE_CHARS));
    return new OldToken(OldToken.Kind.QUOTED, begin, stop, value.replaceFirst("\\s*/?\\s*$", ""));
  }

  private int escaped(int backslash) {
    return text.startsWith("\r\n", backslash + 1) ? 3 : 2;
  }

  private OldToken word() {
    int begin = at;
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    if (at > begin) {
      if (at - begin > XmlLimits.NAME_CHARS) {
        problems.limit(
            begin, "a name or number has more than " + XmlLimits.NAME_CHARS + " characters");
      }
      String word = text.substring(begin, Math.min(at, begin + XmlLimits.NAME_CHARS));
      return new OldToken(OldToken.Kind.WORD, begin, at, word);
    }
    while (at < text.length() && !isKnown(text.charAt(at))) {
      at++;
    }
    int c = text.codePointAt(begin);
    String shown = Character.isISOControl(c) || !XmlText.isXmlCharacter(c)
        ? String.format(Locale.ROOT, "U+%04X", c)
        : "'" + Character.toString(c) + "'";
    problems.add(
        Kind.CHARACTER,
        begin,
        "the character " + shown + " cannot stand here",
        c == '!' ? "write a comment as <!-- … -->" : "leave it out");
    return next();
  }

  private static boolean isWordPart(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '-'
        || c == ':'
        || c == '.'
        // the original read bytes beyond ASCII in quotes only; what is wrong with a name, the
        // checks
        // say
        || c > 0xA0 && XmlText.isXmlCharacter(c);
  }

  private static boolean isKnown(char c) {
    return isWordPart(c) || TagScanner.isSpace(c) || "/<>=?\"'".indexOf(c) >= 0;
  }
}
