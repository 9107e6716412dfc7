package org.genevent.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevent.model.FacilityChecksum;

/**
 * What the checksums of earlier ages were fed, taken from the elements, as it is more than facilities know: formats, and
 * in the seed's age the spelling of sizes. Source: the layout reference, sections 4 and 4.4.
 */
abstract class ChecksumTexts {

  private final List<String> texts = new ArrayList<>();
  private final Map<String, XmlElement> types = new HashMap<>();
  private Optional<XmlElement> unsayable = Optional.empty();

  ChecksumTexts() {}

  /** The number of a facility in whose reading no error was found, or empty if {@link #unsayable} is not. */
  final Optional<Integer> of(XmlElement facility) {
    for (XmlElement child : facility.children()) {
      if (child.name().equals("type")) {
        inside(child).stream().findFirst().ifPresent(type -> types.putIfAbsent(name(child), type));
      }
    }
    for (XmlElement child : facility.children()) {
      if (child.name().equals("event")) {
        feed(name(child));
        event(child);
      }
    }
    return unsayable.isPresent()
        ? Optional.empty()
        : Optional.of(FacilityChecksum.of(name(facility), texts));
  }

  /** The first element that these rules have no text for. */
  final Optional<XmlElement> unsayable() {
    return unsayable;
  }

  /** Feeds what an event has inside. */
  abstract void event(XmlElement event);

  /** Feeds a type that is no reference. */
  abstract void type(XmlElement element);

  final void feed(String text) {
    texts.add(text);
  }

  final void noText(XmlElement element) {
    unsayable = unsayable.or(() -> Optional.of(element));
  }

  final void any(XmlElement element) {
    if (element.name().equals("typeref")) {
      XmlElement target = types.get(name(element));
      if (target != null) {
        any(target);
      }
    } else {
      type(element);
    }
  }

  final void anyInside(XmlElement element) {
    inside(element).forEach(this::any);
  }

  final void fields(XmlElement element) {
    for (XmlElement field : inside(element)) {
      feed(name(field));
      anyInside(field);
    }
  }

  final void labels(XmlElement enumeration) {
    for (XmlElement label : inside(enumeration)) {
      feed(name(label));
    }
  }

  final void format(XmlElement element) {
    feed(value(element, "format"));
  }

  static List<XmlElement> inside(XmlElement element) {
    return DialectRecognition.body(element);
  }

  static String name(XmlElement element) {
    return value(element, "name");
  }

  static String value(XmlElement element, String attribute) {
    return element.attribute(attribute).map(XmlElement.Attribute::value).orElse("");
  }

  /** What all ages have for an integer of C other than {@code int} and {@code short}. */
  static String wordOfC(IntegerElement integer) {
    return FacilityChecksum.word(integer.type(), integer.signed());
  }
}
