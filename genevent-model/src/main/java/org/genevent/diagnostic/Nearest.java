package org.genevent.diagnostic;

import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a mistyped one most likely meant. */
public final class Nearest {

  /** Longer names are not compared: the table of the comparison grows with the product of the lengths. */
  private static final int MAX_LENGTH_CHARS = 128;

  private Nearest() {}

  /**
   * The nearest of the known names, by the number of characters to insert, delete, replace or swap.
   *
   * @param name the name that was not found
   * @param known the names that exist, in the order in which equal distances are decided
   * @return the nearest, or empty when none is within a third of the length
   */
  public static Optional<String> to(String name, Iterable<String> known) {
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String candidate : known) {
      if (candidate.length() > MAX_LENGTH_CHARS || name.length() > MAX_LENGTH_CHARS) {
        continue;
      }
      int distance = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    int limit = Math.max(1, name.length() / 3);
    // of a name of one letter, a change leaves nothing
    boolean near = bestDistance <= limit && bestDistance < Math.max(1, name.length());
    return near ? Optional.of(best) : Optional.empty();
  }

  /**
   * The nearest of the known names as a question.
   *
   * @param name the name that was not found
   * @param known the names that exist
   * @return {@code did you mean 'x'?}, or an empty text when nothing is near
   */
  public static String question(String name, Iterable<String> known) {
    return to(name, known).map(found -> "did you mean '" + found + "'?").orElse("");
  }

  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replace, Math.min(last[j], current[j - 1]) + 1);
        boolean swapped = i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = current;
      current = free;
    }
    return last[b.length()];
  }
}
