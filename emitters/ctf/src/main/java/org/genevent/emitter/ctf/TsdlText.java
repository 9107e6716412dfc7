package org.genevent.emitter.ctf;

import java.util.Locale;
import java.util.Set;

/** Words of the user inside TSDL: they stay inside the comment, the string or the identifier that they were put in. */
final class TsdlText {

  private static final Set<String> KEYWORDS = Set.of(
      "align",
      "callsite",
      "char",
      "clock",
      "const",
      "double",
      "enum",
      "env",
      "event",
      "float",
      "floating_point",
      "int",
      "integer",
      "long",
      "short",
      "signed",
      "stream",
      "string",
      "struct",
      "trace",
      "typealias",
      "typedef",
      "unsigned",
      "variant",
      "void",
      "_Bool",
      "_Complex",
      "_Imaginary");

  private TsdlText() {}

  /** Whether a word means something to a parser of TSDL, so that it cannot name anything. */
  static boolean isKeyword(String word) {
    return KEYWORDS.contains(word);
  }

  /** A string with its quotes. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(c -> {
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        // a zero byte would end the string for readers written in C
        case 0 -> out.append('\u2400');
        default -> {
          if (c < 0x20 || c == 0x7f) {
            // three digits, so that a digit that follows is not taken for a part of it
            out.append(String.format(Locale.ROOT, "\\%03o", c));
          } else {
            out.appendCodePoint(isHalfPair(c) ? '?' : c);
          }
        }
      }
    });
    return out.append('"').toString();
  }

  /**
   * The lines of a text that can stand between the marks of a comment.
   *
   * <p>Nothing in them ends the comment, and nothing steers the terminal or the editor that shows it.
   */
  static String[] commentLines(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.strip().replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
      int type = Character.getType(c);
      boolean unseen = Character.isISOControl(c)
          || isHalfPair(c)
          || type == Character.FORMAT
          || type == Character.LINE_SEPARATOR
          || type == Character.PARAGRAPH_SEPARATOR;
      if (c == '\n' || c == '\t') {
        out.appendCodePoint(c);
      } else if (unseen) {
        out.append(String.format(Locale.ROOT, "\\u%04x", c));
      } else {
        out.appendCodePoint(c);
      }
    });
    return out.toString().replace("*/", "* /").split("\n", -1);
  }

  private static boolean isHalfPair(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
