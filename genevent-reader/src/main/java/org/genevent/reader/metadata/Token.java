package org.genevent.reader.metadata;

/**
 * A word of TSDL.
 *
 * @param kind what it is
 * @param text the word itself; of a string, what it stands for
 * @param number the value of a number, as 64 bits
 * @param line its line, from 1
 * @param column its column, from 1
 */
record Token(Kind kind, String text, long number, int line, int column) {

  enum Kind {
    WORD,
    NUMBER,
    STRING,
    SYMBOL,
    END
  }

  boolean is(String symbolOrWord) {
    return (kind == Kind.SYMBOL || kind == Kind.WORD) && text.equals(symbolOrWord);
  }

  /** The token as a message names it. */
  String shown() {
    return switch (kind) {
      case END -> "the end of the metadata";
      case STRING -> "a string";
      default -> "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
    };
  }
}
