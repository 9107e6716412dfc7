package org.genevent.emitter.ltt;

import java.nio.charset.StandardCharsets;

/** Lines of markup, indented by two blanks a level; what is put in was checked to need no escape. */
final class EventdefsText {

  /** The original's reader takes shorter ones. */
  static final int MAX_VALUE_BYTES = 1_024;

  private final StringBuilder text = new StringBuilder();
  private int depth;

  void open(String tag) {
    line("<" + tag + ">");
    depth++;
  }

  void close(String name) {
    depth--;
    line("</" + name + ">");
  }

  /** The tag of something that has nothing inside. */
  void leaf(String tag) {
    line("<" + tag + "/>");
  }

  void line(String markup) {
    text.append("  ".repeat(depth)).append(markup).append('\n');
  }

  /** A description on a line of its own, with single blanks between its words. */
  void description(String words) {
    line("<description>" + plain(words) + "</description>");
  }

  /** A text with single blanks where it has white space. */
  static String plain(String words) {
    return words.strip().replaceAll("\\s+", " ");
  }

  /** Whether a value can stand in quotes: LTTV's reader has no way to write a quote, and keeps backslashes and references. */
  static boolean isPlain(String value) {
    return value.chars().noneMatch(c -> "\"\\<&".indexOf(c) >= 0 || isControl(c))
        && value.getBytes(StandardCharsets.UTF_8).length < MAX_VALUE_BYTES;
  }

  /** Whether a character is none that people can read; two of them make one beyond the first 65536. */
  static boolean isControl(int c) {
    boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !half && (Character.isISOControl(c) || c >= 0xFFFE);
  }

  /** An attribute with a blank before it. */
  static String attribute(String name, String value) {
    return " " + name + "=\"" + value + "\"";
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
