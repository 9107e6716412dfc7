package org.genevent.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Origin;
import org.genevent.diagnostic.Place;
import org.genevent.model.Field;

/** Makes fields and options of their elements. */
final class FieldsFromXml {

  private final Reading reading;
  private final FieldClassFromXml classes;

  FieldsFromXml(Reading reading, FieldClassFromXml classes) {
    this.reading = reading;
    this.classes = classes;
    classes.membersBy(this);
  }

  /** Takes the description out of the children of an element. */
  List<XmlElement> withoutDescription(XmlElement element, DescriptionFromXml description) {
    List<XmlElement> rest = new ArrayList<>(element.children().size());
    for (XmlElement child : element.children()) {
      if (child.name().equals("description")) {
        description.take(child, rest.isEmpty() ? null : rest.get(rest.size() - 1));
      } else {
        rest.add(child);
      }
    }
    return rest;
  }

  /** The fields among some children of an element; {@code word} is {@code field} or {@code option}. */
  List<Field> fields(XmlElement parent, List<XmlElement> children, String word) {
    List<Field> fields = new ArrayList<>(children.size());
    for (XmlElement child : children) {
      if (child.name().equals(word)) {
        fields.add(field(child));
      } else if (child.name().equals("description")) {
        reading.report(
            DiagnosticCode.XML_DESCRIPTION,
            child.offset(),
            "<" + parent.name() + "> has no description",
            "facilities, events, fields, options and labels have descriptions",
            "describe the field that it is the type of, or write a comment: <!-- … -->");
      } else if (Words.isType(child.name())) {
        reading.report(
            DiagnosticCode.XML_ELEMENT,
            child.offset(),
            "the type <" + child.name() + "> stands inside <" + parent.name() + "> without <" + word
                + "> around it",
            "",
            "write <" + word + " name=\"…\"><" + child.name() + "…></" + word + ">");
      } else {
        reading.unknownElement(
            child,
            parent,
            parent.name().equals("event") ? List.of("description", word) : List.of(word));
      }
    }
    return fields;
  }

  private Field field(XmlElement element) {
    Attributes attributes = new Attributes(reading, element, List.of("name"));
    reading.noText(element);
    DescriptionFromXml description = new DescriptionFromXml(reading, element.name());
    List<XmlElement> rest = withoutDescription(element, description);
    XmlElement types = new XmlElement(
        element.name(), element.offset(), element.attributes(), rest, "", StartTag.NO_TEXT);
    List<FieldClassFromXml.Typed> inside = classes.inside(types, 1);
    FieldClassFromXml.Typed typed =
        inside.isEmpty() ? FieldClassFromXml.Typed.BROKEN : inside.get(0);
    Map<String, Place> places = new HashMap<>(attributes.places());
    description.addTo(places);
    Origin origin = Origin.of(reading.place(element.offset()), places);
    return new Field(
        attributes.name(),
        description.text(),
        typed.format(),
        typed.fieldClass(),
        typed.isBroken() ? origin : origin.with(Origin.TYPE, typed.origin()));
  }
}
