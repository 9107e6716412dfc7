package org.genevent.xml;

/**
 * A token of the original's reader.
 *
 * @param kind what it is
 * @param offset where it begins
 * @param end behind its last character
 * @param text a word, or what stands between quotes; else empty
 */
record OldToken(Kind kind, int offset, int end, String text) {

  /** The kinds of tokens. */
  enum Kind {
    SLASH,
    LESS,
    GREATER,
    EQUAL,
    QUESTION,
    QUOTED,
    /** A name or a number; which of them the place decides, where the original decided by the first character. */
    WORD,
    END
  }
}
