package org.genevent.xml;

import java.util.ArrayList;
import java.util.List;

/** An element as the original's reader took it, while it is put together. */
final class OldElement {

  /**
   * An attribute.
   *
   * @param name the name
   * @param value the value; empty for a bare word
   * @param offset where the name begins
   * @param bare whether it is a word without a value
   */
  record Attribute(String name, String value, int offset, boolean bare) {}

  private final String name;
  private final int offset;
  private final List<Attribute> attributes = new ArrayList<>(2);
  private final List<OldElement> children = new ArrayList<>(2);
  private String text = "";

  OldElement(String name, int offset) {
    this.name = name;
    this.offset = offset;
  }

  String name() {
    return name;
  }

  int offset() {
    return offset;
  }

  List<Attribute> attributes() {
    return attributes;
  }

  List<OldElement> children() {
    return children;
  }

  String text() {
    return text;
  }

  void setText(String description) {
    text = description;
  }
}
