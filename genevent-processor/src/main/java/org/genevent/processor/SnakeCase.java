package org.genevent.processor;

import java.util.Locale;

/** Names as facilities have them, made from names as Java has them. */
final class SnakeCase {

  private SnakeCase() {}

  /**
   * The name in lower case with an underscore between its words: {@code orderAccepted} becomes {@code order_accepted},
   * {@code HTTPRequest} {@code http_request}, {@code sha256Sum} {@code sha256_sum}. A run of capitals is one word, but
   * its last letter begins the next one if a small letter follows. Characters that no facility name can have are kept,
   * so that the checks find them.
   */
  static String of(String name) {
    StringBuilder words = new StringBuilder(name.length() + 4);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (i > 0 && Character.isUpperCase(c) && startsWord(name, i)) {
        words.append('_');
      }
      words.append(c);
    }
    return words.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean startsWord(String name, int i) {
    char before = name.charAt(i - 1);
    boolean smallFollows = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
    return Character.isLowerCase(before)
        || Character.isDigit(before)
        || Character.isUpperCase(before) && smallFollows;
  }
}
