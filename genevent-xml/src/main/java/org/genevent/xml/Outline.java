package org.genevent.xml;

import java.util.ArrayList;
import java.util.List;

/** Where elements begin and end, and what stands between them in comments, in the order of the text. */
final class Outline {

  enum Kind {
    START,
    END,
    COMMENT
  }

  /**
   * A beginning, an end or a comment.
   *
   * @param kind which of them
   * @param offset where it begins: of a start tag, its {@code <}
   * @param end behind its last character
   * @param text the element's name, or the comment without its delimiters
   */
  record Mark(Kind kind, int offset, int end, String text) {}

  private final String source;
  private final List<Mark> marks = new ArrayList<>();
  /** The lines of a comment that may go on in the next line, or null. */
  private StringBuilder lines;

  private int linesOffset;
  private int linesEnd;

  Outline(String source) {
    this.source = source;
  }

  List<Mark> marks() {
    endLines();
    return marks;
  }

  void start(String name, int offset) {
    endLines();
    marks.add(new Mark(Kind.START, offset, offset, name));
  }

  void end(String name, int offset, int end) {
    endLines();
    marks.add(new Mark(Kind.END, offset, end, name));
  }

  void comment(int offset, int end, String text) {
    endLines();
    marks.add(new Mark(Kind.COMMENT, offset, end, text));
  }

  /** A comment that ends with its line; several lines of them are one comment. */
  void lineComment(int offset, int end, String text) {
    if (lines != null && isNextLine(linesEnd, offset)) {
      lines.append('\n');
    } else {
      endLines();
      lines = new StringBuilder();
      linesOffset = offset;
    }
    lines.append(text);
    linesEnd = end;
  }

  private boolean isNextLine(int from, int to) {
    int ends = 0;
    for (int i = from; i < to; i++) {
      ends += source.charAt(i) == '\n' ? 1 : 0;
    }
    return ends == 1;
  }

  private void endLines() {
    if (lines != null) {
      marks.add(new Mark(Kind.COMMENT, linesOffset, linesEnd, lines.toString()));
      lines = null;
    }
  }
}
