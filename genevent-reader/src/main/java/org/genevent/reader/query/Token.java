package org.genevent.reader.query;

/**
 * A word of an expression.
 *
 * @param kind what it is
 * @param text the word; of a text or a quoted name, what it stands for
 * @param column where it begins, from 1, in UTF-16 units
 * @param end where the next one may begin
 */
record Token(Kind kind, String text, int column, int end) {

  enum Kind {
    NAME,
    QUOTED_NAME,
    /** A word behind a dollar sign, which is a part of its text. */
    PSEUDO,
    NUMBER,
    TEXT,
    SYMBOL,
    END
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isWord(String word) {
    return kind == Kind.NAME && text.equals(word);
  }

  /** The token in a message. */
  String shown() {
    return switch (kind) {
      case END -> "the end";
      case TEXT -> "a text";
      default -> "'" + text + "'";
    };
  }
}
