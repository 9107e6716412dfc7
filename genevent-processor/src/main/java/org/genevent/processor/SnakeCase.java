package org.genevent.processor;

import java.util.Locale;
import org.genevent.binding.TracerNames;

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
    return TracerNames.wordsApart(name).toLowerCase(Locale.ROOT);
  }
}
