package org.genevent.xml;

import java.util.ArrayList;
import java.util.List;

/** A start tag as it stands in the text: names and positions. The values come from the parser. */
final class StartTag {

  /** What {@link #textOffset()} is where there is no text. */
  static final int NO_TEXT = -1;

  private final String name;
  private final int offset;
  private List<Name> attributes = List.of();
  private int textOffset = NO_TEXT;
  private boolean hasElements;

  /**
   * A tag.
   *
   * @param name the element's name
   * @param offset where its {@code <} stands
   */
  StartTag(String name, int offset) {
    this.name = name;
    this.offset = offset;
  }

  /** The name of an attribute, and where it begins. */
  record Name(String text, int offset) {}

  String name() {
    return name;
  }

  int offset() {
    return offset;
  }

  /** The attributes in the order of the text. */
  List<Name> attributes() {
    return attributes;
  }

  /** Where the first character stands that is directly inside the element and not white space. */
  int textOffset() {
    return textOffset;
  }

  /** Whether there is neither text nor an element inside. */
  boolean isEmpty() {
    return textOffset == NO_TEXT && !hasElements;
  }

  void add(Name attribute) {
    if (attributes.isEmpty()) {
      attributes = new ArrayList<>(4);
    }
    attributes.add(attribute);
  }

  void sawText(int at) {
    if (textOffset == NO_TEXT) {
      textOffset = at;
    }
  }

  void sawElement() {
    hasElements = true;
  }
}
