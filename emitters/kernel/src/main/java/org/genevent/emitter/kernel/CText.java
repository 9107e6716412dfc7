package org.genevent.emitter.kernel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words of the user inside C: they stay inside the comment or the string that they were put in. */
final class CText {

  private CText() {}

  /**
   * A text as words for a comment, without line breaks.
   *
   * <p>Nothing in it ends the comment or begins another one, also not by a trigraph or a spliced line, and nothing
   * reorders what an editor shows.
   */
  static String comment(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        boolean first = out.length() == 0 || out.charAt(out.length() - 1) == ' ';
        out.append(first ? "" : " ");
      } else if (isUnseen(c)) {
        out.append(String.format(Locale.ROOT, "<U+%04X>", c));
      } else {
        out.appendCodePoint(c);
      }
    });
    String words = out.toString().strip();
    // "??/" is a backslash in strict C; a backslash at the end of a line joins it with the next
    words = words.replaceAll("\\?(?=\\?)", "? ").replace("*/", "* /").replace("/*", "/ *");
    return words.endsWith("\\") ? words + " ." : words;
  }

  /** The words of a comment on lines that are not longer than a width, if no word is. */
  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : comment(text).split(" ")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(guarded(line));
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    if (line.length() > 0) {
      lines.add(guarded(line));
    }
    return lines;
  }

  private static String guarded(StringBuilder line) {
    return line.charAt(line.length() - 1) == '\\' ? line + " ." : line.toString();
  }

  /** A string literal of printable ASCII, whatever the text holds. */
  static String literal(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      switch (b) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        // two of them begin a trigraph
        case '?' -> out.append("\\?");
        default -> {
          if (b < 0x20 || b == 0x7f) {
            // always three digits, so that a digit behind it is not taken for one of them
            out.append(String.format(Locale.ROOT, "\\%03o", b & 0xFF));
          } else {
            out.append((char) b);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  private static boolean isUnseen(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> true;
      default -> false;
    };
  }
}
