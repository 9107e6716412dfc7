package org.genevent.reader.field;

/** What the values of a field are, as {@link org.genevent.reader.FieldSink} gives them. */
public enum FieldKind {
  /** An integer. */
  INTEGER("an integer"),
  /** A floating point number. */
  FLOATING("a floating point number"),
  /** A truth value. */
  BOOLEAN("a truth value"),
  /** A number with labels. */
  ENUMERATION("an enumeration"),
  /** A text. */
  TEXT("a text"),
  /** Members. */
  STRUCTURE("a structure"),
  /** One of several options, given as a structure with that option only. */
  VARIANT("a variant"),
  /** Elements. */
  LIST("a list"),
  /** Something else. */
  OTHER("a value without parts");

  private final String text;

  FieldKind(String text) {
    this.text = text;
  }

  /**
   * The kind in a sentence.
   *
   * @return it with its article
   */
  public String text() {
    return text;
  }

  /**
   * Whether values have an order among numbers.
   *
   * @return true for all that can be compared with a number
   */
  public boolean isNumber() {
    return this == INTEGER || this == FLOATING || this == BOOLEAN || this == ENUMERATION;
  }
}
