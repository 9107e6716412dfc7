package org.genevent.xml;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.genevent.check.Limits;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Origin;
import org.genevent.diagnostic.Place;
import org.genevent.model.Event;
import org.genevent.model.EventAttribute;
import org.genevent.model.EventDuration;
import org.genevent.model.EventLevel;
import org.genevent.model.Field;

/** Makes an event of its element. */
final class EventFromXml {

  private static final List<String> ATTRIBUTES = List.of(
      "name",
      "id",
      "level",
      "channel",
      "duration",
      "duration_threshold_ns",
      "scope",
      "param",
      "attribute");

  /** The attributes that hold flags, and the flags by their words. */
  private static final Map<String, Map<String, EventAttribute>> FLAGS = new LinkedHashMap<>();

  static {
    for (EventAttribute flag : EventAttribute.values()) {
      FLAGS
          .computeIfAbsent(flag.xmlAttribute(), unused -> new LinkedHashMap<>())
          .put(flag.xmlValue(), flag);
    }
  }

  private final Reading reading;
  private final FieldsFromXml fieldReader;

  EventFromXml(Reading reading, FieldsFromXml fieldReader) {
    this.reading = reading;
    this.fieldReader = fieldReader;
  }

  Event event(XmlElement element) {
    Attributes attributes = new Attributes(reading, element, ATTRIBUTES);
    Optional<Integer> id = id(attributes);
    Optional<EventLevel> level = level(attributes);
    Optional<EventDuration> duration = duration(attributes, element);
    Set<EventAttribute> flags = flags(attributes);
    reading.noText(element);
    DescriptionFromXml description = new DescriptionFromXml(reading, element.name());
    List<XmlElement> members = fieldReader.withoutDescription(element, description);
    List<Field> fields = fieldReader.fields(element, members, "field");
    Map<String, Place> places = new HashMap<>(attributes.places());
    description.addTo(places);
    return new Event(
        attributes.name(),
        id,
        description.text(),
        level,
        attributes.text("channel"),
        duration,
        flags,
        fields,
        Origin.of(reading.place(element.offset()), places));
  }

  /** The level of an event or of a facility. */
  Optional<EventLevel> level(Attributes attributes) {
    Optional<String> word = attributes.text("level");
    Optional<EventLevel> level = word.flatMap(EventLevel::named);
    if (word.isPresent() && level.isEmpty()) {
      List<String> known =
          Arrays.stream(EventLevel.values()).map(EventLevel::word).toList();
      reading.report(
          DiagnosticCode.EVENT_LEVEL,
          attributes.offset("level"),
          "there is no level '" + Reading.shown(word.get()) + "'",
          "levels: " + String.join(", ", known),
          reading.question(word.get(), known));
    }
    return level;
  }

  private static Optional<Integer> id(Attributes attributes) {
    String rule = "an id is a number from 0 to " + (Limits.EVENTS - 1);
    OptionalLong id = attributes.decimal("id", rule);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    if (id.getAsLong() != (int) id.getAsLong()) {
      attributes.wrong("id", rule, "");
      return Optional.empty();
    }
    return Optional.of((int) id.getAsLong());
  }

  private Optional<EventDuration> duration(Attributes attributes, XmlElement element) {
    OptionalLong threshold =
        attributes.decimal("duration_threshold_ns", "a threshold is a number of nanoseconds");
    if (attributes.isTrue("duration")) {
      return Optional.of(new EventDuration(threshold.orElse(0)));
    }
    if (attributes.text("duration_threshold_ns").isPresent()) {
      reading.report(
          DiagnosticCode.XML_ATTRIBUTE,
          attributes.offset("duration_threshold_ns"),
          "<" + element.name() + "> has a threshold for its duration, but no duration",
          "",
          "write duration=\"true\" as well");
    }
    return Optional.empty();
  }

  private Set<EventAttribute> flags(Attributes attributes) {
    Set<EventAttribute> flags = EnumSet.noneOf(EventAttribute.class);
    FLAGS.forEach((name, known) -> {
      for (String word : attributes.words(name)) {
        if (known.containsKey(word)) {
          flags.add(known.get(word));
        } else {
          attributes.wrongWord(
              name,
              word,
              "values, also several with blanks between them: " + String.join(", ", known.keySet()),
              reading.question(word, known.keySet()));
        }
      }
    });
    return flags;
  }
}
