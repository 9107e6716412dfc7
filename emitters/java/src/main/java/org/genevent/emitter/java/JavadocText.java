package org.genevent.emitter.java;

import java.util.Locale;

/**
 * Texts of the user as they can stand in a Javadoc comment, whatever they hold.
 *
 * <p>Plain ASCII comes out, so that the encoding that a compiler assumes makes no difference. Everything that means
 * something to the compiler (the end of the comment, a backslash that could begin a Unicode escape) or to the Javadoc tool
 * (tags, HTML) is written as a character reference.
 */
final class JavadocText {

  private static final String UNPRINTABLE = "&#xFFFD;";

  private JavadocText() {}

  /** The text as one paragraph: escaped, with single spaces, and with a full stop at its end. */
  static String sentence(String text) {
    String one = spaced(text);
    if (one.isEmpty()) {
      return one;
    }
    boolean ends = ".!?:".indexOf(one.charAt(one.length() - 1)) >= 0;
    return escape(ends ? one : one + ".");
  }

  private static String spaced(String text) {
    StringBuilder one = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || Character.isISOControl(c) || Character.isSpaceChar(c)) {
        space = one.length() > 0;
      } else {
        one.append(space ? " " : "").append(c);
        space = false;
      }
    }
    return one.toString();
  }

  private static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    int before = ' ';
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      // a star in front would be taken for the comment's frame, "*/" for its end
      boolean frame = c == '*' && before == ' ' || c == '/' && before == '*';
      if (frame || "&<>@\\".indexOf(c) >= 0) {
        safe.append("&#").append(c).append(';');
      } else if (c < 0x7F) {
        safe.appendCodePoint(c);
      } else {
        safe.append(reference(c));
      }
      before = c;
    }
    return safe.toString();
  }

  private static String reference(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.SURROGATE,
          Character.FORMAT,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.CONTROL -> UNPRINTABLE;
      default -> String.format(Locale.ROOT, "&#x%X;", codePoint);
    };
  }

  /**
   * Breaks a text at its spaces.
   *
   * @param text escaped text; its line feeds stay
   * @param width the longest line, but for words that are longer themselves
   */
  static String wrapped(String text, int width) {
    StringBuilder lines = new StringBuilder(text.length() + 16);
    int column = 0;
    for (String line : text.split("\n", -1)) {
      lines.append(lines.length() > 0 ? "\n" : "");
      column = 0;
      for (String word : line.split(" ")) {
        boolean fits = column == 0 || column + 1 + word.length() <= width;
        lines.append(column == 0 ? "" : fits ? " " : "\n");
        column = (fits && column > 0 ? column + 1 : 0) + word.length();
        lines.append(word);
      }
    }
    return lines.toString();
  }
}
