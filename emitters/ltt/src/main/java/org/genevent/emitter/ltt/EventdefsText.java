package org.genevent.emitter.ltt;

/** Lines of markup, indented by two blanks a level; what is put in was checked to need no escape. */
final class EventdefsText {

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

  /** An attribute with a blank before it. */
  static String attribute(String name, String value) {
    return " " + name + "=\"" + value + "\"";
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
