package org.genevent.xml;

/**
 * The white space of descriptions.
 *
 * <p>A description in a file is indented like everything else, and nobody means the indentation. So the reader strips
 * every line at both ends and drops empty lines at the beginning and at the end, unless the element says {@code
 * xml:space="preserve"}; the writer says that where it would lose something otherwise.
 */
final class DescriptionText {

  private DescriptionText() {}

  /** The text as it is meant: lines without indentation. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    int pendingBreaks = 0;
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        end = text.length();
      }
      int from = start;
      int to = end;
      while (from < to && isSpace(text.charAt(from))) {
        from++;
      }
      while (from < to && isSpace(text.charAt(to - 1))) {
        to--;
      }
      if (from < to) {
        if (clean.length() > 0) {
          clean.append("\n".repeat(pendingBreaks));
        }
        clean.append(text, from, to);
        pendingBreaks = 0;
      }
      pendingBreaks++;
      start = end + 1;
    }
    return clean.toString();
  }

  /** White space of XML; what else Unicode has of it is a character like any other. */
  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
