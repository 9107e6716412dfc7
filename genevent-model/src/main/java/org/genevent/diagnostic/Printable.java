package org.genevent.diagnostic;

import java.util.Locale;

/** Makes text from hostile input safe for a terminal and for a log. */
public final class Printable {

  private Printable() {}

  /**
   * The text with every control character but the line feed written as an escape, so that it cannot steer a terminal.
   *
   * @param text any text
   * @return text that can be shown
   */
  public static String line(CharSequence text) {
    return safe(text, true);
  }

  /**
   * The text without line feeds, too, so that a name with one in it cannot look like another finding.
   *
   * @param text any text
   * @return text that can be shown in one line
   */
  public static String oneLine(CharSequence text) {
    return safe(text, false);
  }

  private static String safe(CharSequence text, boolean lines) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = Character.isISOControl(c) && !(lines && c == '\n');
      // U+2028, U+2029 and the bidirectional controls reorder or break lines just as well
      boolean unseen = Character.getType(c) == Character.FORMAT
          || Character.getType(c) == Character.LINE_SEPARATOR
          || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
      if (control || unseen) {
        safe.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }
}
