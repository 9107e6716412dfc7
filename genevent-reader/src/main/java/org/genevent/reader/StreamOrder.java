package org.genevent.reader;

/** Orders stream files as people count: {@code main_2} in front of {@code main_10}. */
final class StreamOrder {

  private static final int DIGITS = 20;

  private StreamOrder() {}

  /** A text whose order is that of the names, with every number filled up by zeros. */
  static String key(String name) {
    StringBuilder key = new StringBuilder();
    int at = 0;
    while (at < name.length()) {
      int end = at;
      while (end < name.length() && Character.isDigit(name.charAt(end))) {
        end++;
      }
      if (end > at) {
        key.append("0".repeat(Math.max(0, DIGITS - (end - at)))).append(name, at, end);
        at = end;
      } else {
        key.append(name.charAt(at++));
      }
    }
    return key.append('\0').append(name).toString();
  }
}
