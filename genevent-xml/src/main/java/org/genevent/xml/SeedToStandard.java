package org.genevent.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevent.diagnostic.DiagnosticCode;

/**
 * Turns a facility of the seed dialect into what it means in the standard one: the structure of an event into the event's
 * fields, sizes into types, lengths of sequences into types of their own. Source: the facility XML reference, section 4.
 */
final class SeedToStandard {

  private final Reading reading;
  private final SeedAlignment alignment;
  private final Map<String, XmlElement> types = new HashMap<>();
  private int elements;

  /** Leaves all levels at once when the events unfold to more than any file may have. */
  private static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLarge() {
      super(null, null, false, false);
    }
  }

  SeedToStandard(Reading reading) {
    this.reading = reading;
    this.alignment = new SeedAlignment(reading);
  }

  /** The facility in the standard dialect; empty, with a finding, if it unfolds to more than the limit. */
  Optional<XmlElement> facility(XmlElement facility) {
    try {
      return Optional.of(convert(facility));
    } catch (TooLarge beyond) {
      reading.report(
          DiagnosticCode.XML_LIMIT,
          facility.offset(),
          "the events unfold to more than " + XmlLimits.ELEMENTS + " elements",
          "an event that refers to a structure has all its fields",
          "");
      return Optional.empty();
    }
  }

  private XmlElement convert(XmlElement facility) {
    for (XmlElement child : facility.children()) {
      if (child.name().equals("type") && !child.children().isEmpty()) {
        types.putIfAbsent(name(child), child.children().get(child.children().size() - 1));
      }
    }
    List<XmlElement> ordered = SeedTypeOrder.definedFirst(facility.children());
    List<XmlElement> children = new ArrayList<>(ordered.size());
    for (XmlElement child : ordered) {
      children.add(
          child.name().equals("event") ? event(child) : withChildren(child, inside(child)));
    }
    List<XmlElement.Attribute> attributes = new ArrayList<>(facility.attributes());
    if (alignment.report()) {
      attributes.add(new XmlElement.Attribute("align", "0", facility.offset()));
    }
    return new XmlElement(
        facility.name(),
        facility.offset(),
        attributes,
        children,
        facility.text(),
        facility.textOffset());
  }

  private static String name(XmlElement element) {
    return element.attribute("name").map(XmlElement.Attribute::value).orElse("");
  }

  private static XmlElement withChildren(XmlElement element, List<XmlElement> children) {
    return new XmlElement(
        element.name(),
        element.offset(),
        element.attributes(),
        children,
        element.text(),
        element.textOffset());
  }

  private List<XmlElement> inside(XmlElement element) {
    List<XmlElement> children = new ArrayList<>(element.children().size());
    for (XmlElement child : element.children()) {
      children.add(type(child));
    }
    return children;
  }

  private XmlElement event(XmlElement event) {
    List<XmlElement> children = new ArrayList<>();
    List<XmlElement> body = new ArrayList<>();
    for (XmlElement child : event.children()) {
      (child.name().equals("description") ? children : body).add(child);
    }
    if (body.isEmpty()) {
      return event;
    }
    Optional<XmlElement> structure = body.size() == 1 ? structure(body.get(0)) : Optional.empty();
    if (structure.isEmpty()) {
      reading.report(
          DiagnosticCode.OLD_NOT_IN_DIALECT,
          body.get(body.size() == 1 ? 0 : 1).offset(),
          body.size() == 1
              ? "the event '" + Reading.shown(name(event))
                  + "' holds something else than a structure"
              : "the event '" + Reading.shown(name(event)) + "' holds more than one structure",
          "in the seed dialect an event holds nothing, one <struct>, or a <typeref> to one",
          body.stream().anyMatch(child -> child.name().equals("field"))
              ? "write <struct>…</struct> around the fields; or name the dialect: --dialect early"
              : "write <struct><field name=\"…\">…</field></struct>");
      return withChildren(event, children);
    }
    alignment.structureOfEvent(structure.get());
    children.addAll(inside(structure.get()));
    return withChildren(event, children);
  }

  /** The structure that a body is or refers to. */
  private Optional<XmlElement> structure(XmlElement body) {
    XmlElement structure = body.name().equals("typeref") ? types.get(name(body)) : body;
    return Optional.ofNullable(structure).filter(found -> found.name().equals("struct"));
  }

  private XmlElement type(XmlElement element) {
    if (++elements > XmlLimits.ELEMENTS) {
      // events may all refer to one large structure, each of them with all its fields
      throw new TooLarge();
    }
    return switch (element.name()) {
      case "int", "uint" -> integer(element);
      case "enum" -> enumeration(element);
      case "sequence" -> sequence(element);
      case "float" -> floating(element);
      case "union" ->
        without(element, "size", "the size of a <union> is that of its largest member");
      default -> converted(element, element.name(), element.attributes(), inside(element));
    };
  }

  /** An element without what the standard dialect does not have. */
  private XmlElement converted(
      XmlElement old,
      String name,
      List<XmlElement.Attribute> attributes,
      List<XmlElement> children) {
    List<XmlElement.Attribute> kept = new ArrayList<>(attributes.size());
    for (XmlElement.Attribute attribute : attributes) {
      if (attribute.name().equals("align") && Words.isType(old.name())) {
        alignment.type(old, attribute);
      } else {
        kept.add(attribute);
      }
    }
    return new XmlElement(name, old.offset(), kept, children, old.text(), old.textOffset());
  }

  private static List<XmlElement.Attribute> but(XmlElement element, String name) {
    return element.attributes().stream()
        .filter(attribute -> !attribute.name().equals(name))
        .toList();
  }

  private XmlElement without(XmlElement element, String attribute, String rule) {
    element
        .attribute(attribute)
        .ifPresent(found -> reading.report(
            DiagnosticCode.OLD_SIZE,
            found.offset(),
            "the " + attribute + " of <" + element.name() + "> counts for nothing",
            rule,
            "leave it out"));
    return converted(element, element.name(), but(element, attribute), inside(element));
  }

  /** The size that an element must have; empty, with a finding, if it has none. */
  private Optional<SeedSize> size(XmlElement element) {
    Optional<XmlElement.Attribute> attribute = element.attribute("size");
    if (attribute.isEmpty()) {
      reading.report(
          DiagnosticCode.XML_ATTRIBUTE_MISSING,
          element.offset(),
          "<" + element.name() + "> has no size",
          SeedSize.RULE,
          "write size=\"4\"");
      return Optional.empty();
    }
    Optional<SeedSize> size = SeedSize.named(attribute.get().value());
    if (size.isEmpty()) {
      reading.report(
          DiagnosticCode.XML_VALUE,
          attribute.get().offset(),
          "the size of <" + element.name() + "> is '"
              + Reading.shown(attribute.get().value()) + "'",
          SeedSize.RULE,
          "");
    }
    return size;
  }

  private XmlElement integer(XmlElement element) {
    boolean signed = element.name().equals("int");
    SeedSize size = size(element).orElse(SeedSize.BYTES_4);
    List<XmlElement.Attribute> attributes = new ArrayList<>(but(element, "size"));
    if (size.isFixed()) {
      int offset =
          element.attribute("size").map(XmlElement.Attribute::offset).orElse(element.offset());
      attributes.add(0, new XmlElement.Attribute("size", size.word(), offset));
    }
    return converted(element, size.element(signed), attributes, inside(element));
  }

  private XmlElement enumeration(XmlElement element) {
    Optional<SeedSize> size = size(element);
    if (size.isPresent() && size.get() != SeedSize.BYTES_4 && size.get() != SeedSize.MEDIUM) {
      reading.report(
          DiagnosticCode.OLD_SIZE,
          element.attribute("size").orElseThrow().offset(),
          "the enumeration of size " + size.get().word() + " becomes as large as the target's int",
          "since December 2005 every enumeration has the size of an int, so its place in the trace changes",
          "where the size matters, use <uint_fixed size=\"…\"/> instead");
    }
    return converted(element, "enum", but(element, "size"), inside(element));
  }

  private XmlElement floating(XmlElement element) {
    Optional<XmlElement.Attribute> size = element.attribute("size");
    String word = size.map(XmlElement.Attribute::value).orElse("");
    if (!word.equals("medium") && !word.equals("long")) {
      return converted(element, "float", element.attributes(), inside(element));
    }
    List<XmlElement.Attribute> attributes = new ArrayList<>(but(element, "size"));
    String bytes = word.equals("medium") ? "4" : "8";
    attributes.add(0, new XmlElement.Attribute("size", bytes, size.get().offset()));
    return converted(element, "float", attributes, inside(element));
  }

  /** In this dialect the size of a sequence is that of its length. */
  private XmlElement sequence(XmlElement element) {
    List<XmlElement> children = new ArrayList<>();
    Optional<SeedSize> size = size(element);
    SeedSize length = size.orElse(SeedSize.BYTES_4);
    int offset =
        element.attribute("size").map(XmlElement.Attribute::offset).orElse(element.offset());
    List<XmlElement.Attribute> attributes = length.isFixed()
        ? List.of(new XmlElement.Attribute("size", length.word(), offset))
        : List.of();
    children.add(
        new XmlElement(length.element(false), offset, attributes, List.of(), "", StartTag.NO_TEXT));
    children.addAll(inside(element));
    return converted(element, "sequence", but(element, "size"), children);
  }
}
