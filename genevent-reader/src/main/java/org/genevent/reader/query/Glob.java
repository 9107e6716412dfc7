package org.genevent.reader.query;

import java.util.Arrays;

/**
 * A pattern of text: {@code *} stands for any characters, {@code ?} for one, a backslash makes the next character stand for
 * itself. Matching takes time in proportion to the product of the lengths at most, whatever the pattern.
 */
final class Glob {

  private static final int ANY = -1;
  private static final int ONE = -2;

  private final int[] pattern;

  Glob(String text) {
    int[] given = text.codePoints().toArray();
    int[] compiled = new int[given.length];
    int length = 0;
    for (int i = 0; i < given.length; i++) {
      if (given[i] == '\\' && i + 1 < given.length) {
        compiled[length++] = given[++i];
      } else {
        compiled[length++] = given[i] == '*' ? ANY : given[i] == '?' ? ONE : given[i];
      }
    }
    pattern = Arrays.copyOf(compiled, length);
  }

  boolean matches(String text) {
    int at = 0;
    int p = 0;
    // where to go on when what follows the last star did not fit
    int starPattern = -1;
    int starText = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (p < pattern.length && pattern[p] == ANY) {
        starPattern = ++p;
        starText = at;
      } else if (p < pattern.length && (pattern[p] == ONE || pattern[p] == c)) {
        p++;
        at += Character.charCount(c);
      } else if (starPattern >= 0) {
        p = starPattern;
        starText += Character.charCount(text.codePointAt(starText));
        at = starText;
      } else {
        return false;
      }
    }
    while (p < pattern.length && pattern[p] == ANY) {
      p++;
    }
    return p == pattern.length;
  }
}
