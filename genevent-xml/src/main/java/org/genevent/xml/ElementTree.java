package org.genevent.xml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.xml.XmlFactory;

/**
 * Reads the elements of a text with Jackson's streaming parser.
 *
 * <p>Its tokens look alike for attributes and child elements, and tell no attribute's place. Therefore the tags that
 * {@link MarkupScanner} found are walked through in step: the tokens of an element are first its attributes, as many
 * as the tag has, then its texts (under the empty name) and child elements in order.
 */
final class ElementTree {

  private static final XmlFactory FACTORY = factory();

  private final JsonParser parser;
  private final Iterator<StartTag> tags;

  private ElementTree(JsonParser parser, Iterator<StartTag> tags) {
    this.parser = parser;
    this.tags = tags;
  }

  private static XmlFactory factory() {
    XmlFactory factory = new XmlFactory();
    // a name with a colon is a wrong name here, and no question of namespaces
    factory.getXMLInputFactory().setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    return factory;
  }

  /** The outermost element, or empty and a finding where the text is not well-formed. */
  static Optional<XmlElement> read(SourceText source, List<StartTag> tags, Findings findings) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), source.text())) {
      ElementTree tree = new ElementTree(parser, tags.iterator());
      parser.nextToken();
      XmlElement root = tree.element(tree.tags.next());
      // what follows the outermost element is looked at only when asked for
      parser.nextToken();
      return Optional.of(root);
    } catch (JacksonException malformed) {
      findings.add(malformed(source, malformed));
      return Optional.empty();
    }
  }

  private XmlElement element(StartTag tag) {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return new XmlElement(
          tag.name(), tag.offset(), List.of(), List.of(), parser.getString(), tag.textOffset());
    }
    expect(JsonToken.START_OBJECT, tag);
    List<XmlElement.Attribute> attributes = new ArrayList<>(tag.attributes().size());
    for (StartTag.Name name : tag.attributes()) {
      parser.nextToken();
      expectName(name.text(), tag);
      parser.nextToken();
      expect(JsonToken.VALUE_STRING, tag);
      attributes.add(new XmlElement.Attribute(name.text(), parser.getString(), name.offset()));
    }
    List<XmlElement> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      if (parser.currentName().isEmpty()) {
        parser.nextToken();
        expect(JsonToken.VALUE_STRING, tag);
        text.append(parser.getString());
      } else {
        StartTag child = tags.next();
        expectName(child.name(), child);
        parser.nextToken();
        children.add(element(child));
      }
    }
    expect(JsonToken.END_OBJECT, tag);
    return new XmlElement(
        tag.name(), tag.offset(), attributes, children, text.toString(), tag.textOffset());
  }

  private void expectName(String name, StartTag tag) {
    expect(JsonToken.PROPERTY_NAME, tag);
    if (!parser.currentName().equals(name)) {
      throw outOfStep(parser.currentName(), tag);
    }
  }

  private void expect(JsonToken token, StartTag tag) {
    if (parser.currentToken() != token) {
      throw outOfStep(String.valueOf(parser.currentToken()), tag);
    }
  }

  private static IllegalStateException outOfStep(String found, StartTag tag) {
    return new IllegalStateException("the parser is at " + found + ", the scanner at <" + tag.name()
        + ">, offset " + tag.offset());
  }

  private static Diagnostic malformed(SourceText source, JacksonException malformed) {
    int offset = 0;
    if (malformed.getCause() instanceof XMLStreamException cause && cause.getLocation() != null) {
      offset = cause.getLocation().getCharacterOffset();
    }
    // behind the first line the parser repeats the position, in its own numbers
    String message = malformed.getOriginalMessage().lines().findFirst().orElse("");
    String reason = message.isEmpty()
        ? ""
        : ": " + message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    return Diagnostic.of(
        DiagnosticCode.XML_MALFORMED, source.place(offset), "this is not well-formed XML" + reason);
  }
}
