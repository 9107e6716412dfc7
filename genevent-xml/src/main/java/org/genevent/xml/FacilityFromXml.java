package org.genevent.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Origin;
import org.genevent.diagnostic.Place;
import org.genevent.model.Event;
import org.genevent.model.EventLevel;
import org.genevent.model.EventPair;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.model.NamedType;

/** Makes a facility of its element. */
final class FacilityFromXml {

  private static final Map<String, Boolean> PACKED = Map.of("0", true, "1", false);

  private static final Map<String, String> LAYOUTS = Map.of("natural", "natural", "ltt", "ltt");

  private final Reading reading;
  private final FieldClassFromXml classes;
  private final FieldsFromXml fields;
  private final EventFromXml eventReader;
  private final List<NamedType> types = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final List<EventPair> pairs = new ArrayList<>();
  private Optional<List<Field>> context = Optional.empty();

  FacilityFromXml(Reading reading) {
    this.reading = reading;
    this.classes = new FieldClassFromXml(reading);
    this.fields = new FieldsFromXml(reading, classes);
    this.eventReader = new EventFromXml(reading, fields);
  }

  /** The facility, as far as it can be made out; empty if the element is no facility at all. */
  Optional<Facility> facility(XmlElement root) {
    if (!root.name().equals("facility")) {
      reading.report(
          DiagnosticCode.XML_ROOT,
          root.offset(),
          "the outermost element is <" + Reading.shown(root.name()) + ">",
          "the outermost element of a facility file is <facility name=\"…\">",
          reading.question(root.name(), List.of("facility")));
      return Optional.empty();
    }
    Attributes attributes = new Attributes(
        reading, root, List.of("name", "arch", "align", "layout", "level", "channel"));
    boolean packed = attributes.word("align", PACKED).orElse(false);
    EventLevel level = eventReader.level(attributes).orElse(EventLevel.DEFAULT);
    reading.noText(root);
    classes.types().announce(root);
    DescriptionFromXml description = new DescriptionFromXml(reading, root.name());
    XmlElement before = null;
    for (XmlElement child : root.children()) {
      if (child.name().equals("description")) {
        description.take(child, before);
      } else {
        child(child, root);
      }
      before = child;
    }
    classes.reportIgnored();
    Map<String, Place> places = new HashMap<>(attributes.places());
    description.addTo(places);
    return Optional.of(new Facility(
        attributes.name(),
        attributes.text("arch"),
        packed,
        attributes.word("layout", LAYOUTS),
        description.text(),
        level,
        attributes.text("channel").orElse(Facility.DEFAULT_CHANNEL),
        context.orElse(List.of()),
        types,
        events,
        pairs,
        Origin.of(reading.place(root.offset()), places)));
  }

  private void child(XmlElement child, XmlElement root) {
    switch (child.name()) {
      case "type" -> type(child);
      case "context" -> context(child);
      case "event" -> events.add(eventReader.event(child));
      case "pair" -> pair(child);
      default -> reading.unknownElement(child, root, Words.IN_FACILITY);
    }
  }

  private void type(XmlElement element) {
    Attributes attributes = new Attributes(reading, element, List.of("name"));
    reading.noText(element);
    TypeTable table = classes.types();
    table.begin(attributes.name());
    List<FieldClassFromXml.Typed> inside = classes.inside(element, 1);
    FieldClassFromXml.Typed typed =
        inside.isEmpty() ? FieldClassFromXml.Typed.BROKEN : inside.get(0);
    typed = table.define(attributes.name(), typed, reading);
    types.add(new NamedType(
        attributes.name(),
        typed.fieldClass(),
        attributes.origin().with(Origin.TYPE, typed.origin())));
  }

  private void context(XmlElement element) {
    new Attributes(reading, element, List.of());
    reading.noText(element);
    List<Field> found = fields.fields(element, element.children(), "field");
    if (context.isPresent()) {
      reading.report(
          DiagnosticCode.XML_CONTENT,
          element.offset(),
          "the facility has a second context",
          "a facility has one context, with all fields that its events carry",
          "move the fields into the first");
    } else {
      context = Optional.of(found);
      if (found.isEmpty() && element.children().isEmpty()) {
        reading.report(
            DiagnosticCode.XML_CONTENT,
            element.offset(),
            "the context has no field",
            "",
            "leave it out, or write <field name=\"…\">…</field> inside");
      }
    }
  }

  private void pair(XmlElement element) {
    Attributes attributes =
        new Attributes(reading, element, List.of("name", "begin", "end", "match"));
    reading.noContent(element);
    Optional<String> begin = attributes.text("begin");
    Optional<String> end = attributes.text("end");
    if (begin.isEmpty() || end.isEmpty()) {
      reading.report(
          DiagnosticCode.PAIR_INCOMPLETE,
          element.offset(),
          "the pair '" + Reading.shown(attributes.name()) + "' has no "
              + (begin.isEmpty() ? "begin" : "end"),
          "a pair names the event that begins something and the event that ends it",
          "write begin=\"…\" end=\"…\" with the names of two events");
      return;
    }
    pairs.add(new EventPair(
        attributes.name(), begin.get(), end.get(), attributes.words("match"), attributes.origin()));
  }
}
