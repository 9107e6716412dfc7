package org.genevent.xml;

import java.util.List;
import java.util.Optional;

/**
 * An element with its values and positions.
 *
 * @param name the name
 * @param offset where its start tag begins
 * @param attributes the attributes, in the order of the text
 * @param children the elements directly inside
 * @param text the text directly inside, with references and CDATA sections resolved
 * @param textOffset where the first character of that text stands that is not white space, or {@link StartTag#NO_TEXT}
 */
record XmlElement(
    String name,
    int offset,
    List<Attribute> attributes,
    List<XmlElement> children,
    String text,
    int textOffset) {

  /**
   * An attribute.
   *
   * @param name the name
   * @param value the value, with references resolved
   * @param offset where its name begins
   */
  record Attribute(String name, String value, int offset) {}

  Optional<Attribute> attribute(String wanted) {
    for (Attribute attribute : attributes) {
      if (attribute.name.equals(wanted)) {
        return Optional.of(attribute);
      }
    }
    return Optional.empty();
  }
}
