package org.genevent.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Origin;
import org.genevent.diagnostic.Place;

/** The attributes of an element, as what they mean. */
final class Attributes {

  private static final Map<String, Boolean> TRUTH = Map.of("true", true, "false", false);

  /** Attributes whose unknown values the original passed over. */
  private static final Set<String> PASSED_OVER =
      Set.of("scope", "param", "attribute", "write", "byte_order");

  private final Reading reading;
  private final XmlElement element;
  private final Map<String, Place> places = new HashMap<>();

  /** Takes the attributes of an element, and reports those that it does not have. */
  Attributes(Reading reading, XmlElement element, List<String> allowed) {
    this.reading = reading;
    this.element = element;
    for (XmlElement.Attribute attribute : element.attributes()) {
      if (allowed.contains(attribute.name())) {
        places.put(attribute.name(), reading.place(attribute.offset()));
      } else {
        unknown(attribute, allowed);
      }
    }
  }

  private void unknown(XmlElement.Attribute attribute, List<String> allowed) {
    String rule = allowed.isEmpty()
        ? "<" + element.name() + "> has no attributes"
        : "attributes of <" + element.name() + ">: " + String.join(", ", allowed);
    String fix = reading.question(attribute.name(), allowed);
    if (element.name().equals("enum") && attribute.name().equals("size")) {
      rule = "an enumeration is as large as the target's int";
      fix = "leave it out";
    } else if (attribute.name().equals("align")) {
      rule = "only the facility has an alignment: align=\"0\" there packs all of it";
      fix = "leave it out";
    }
    String message =
        "<" + element.name() + "> has no attribute '" + Reading.shown(attribute.name()) + "'";
    boolean refused = element.name().equals("label") || element.name().equals("enum");
    if (refused) {
      reading.report(DiagnosticCode.XML_ATTRIBUTE, attribute.offset(), message, rule, fix);
    } else {
      reading.accepted(DiagnosticCode.XML_ATTRIBUTE, attribute.offset(), message, rule, fix);
    }
  }

  /** The places of the attributes, under their names. */
  Map<String, Place> places() {
    return places;
  }

  Origin origin() {
    return Origin.of(reading.place(element.offset()), places);
  }

  /** Where an attribute stands; its element if there is none. */
  int offset(String name) {
    return element.attribute(name).map(XmlElement.Attribute::offset).orElse(element.offset());
  }

  Optional<String> text(String name) {
    return element.attribute(name).map(XmlElement.Attribute::value);
  }

  /** The name; empty if it is missing, which the checks report. */
  String name() {
    return text("name").orElse("");
  }

  /** An attribute that must be there. */
  Optional<String> required(String name, String example) {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      reading.report(
          DiagnosticCode.XML_ATTRIBUTE_MISSING,
          element.offset(),
          "<" + element.name() + "> has no " + name,
          "",
          "write " + example);
    }
    return value;
  }

  boolean isTrue(String name) {
    return word(name, TRUTH).orElse(false);
  }

  /** One of some words, and what it means. */
  <T> Optional<T> word(String name, Map<String, T> words) {
    Optional<String> value = text(name);
    if (value.isPresent() && !words.containsKey(value.get())) {
      List<String> known = words.keySet().stream().sorted().toList();
      wrong(name, "values: " + String.join(", ", known), reading.question(value.get(), known));
    }
    return value.map(words::get);
  }

  /** Words with blanks or commas between them. */
  List<String> words(String name) {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    for (String word : value.get().split("[\\s,]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    if (words.isEmpty()) {
      wrong(name, "", "leave it out");
    }
    return words;
  }

  /** A size: decimal, or octal after a 0. */
  OptionalInt size(String name, String rule) {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    OptionalLong number = CNumber.parseSize(value.get());
    if (number.isEmpty() || number.getAsLong() != (int) number.getAsLong()) {
      wrong(name, rule, "");
      return OptionalInt.empty();
    }
    return OptionalInt.of((int) number.getAsLong());
  }

  /** A decimal number. */
  OptionalLong decimal(String name, String rule) {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong number = CNumber.parseDecimal(value.get());
    if (number.isEmpty()) {
      wrong(name, rule, "");
    }
    return number;
  }

  /** Reports a value. */
  void wrong(String name, String rule, String fix) {
    String value = element.attribute(name).orElseThrow().value();
    wrong(name, "is '" + Reading.shown(value) + "'", rule, fix);
  }

  /** Reports one word of a value that has several. */
  void wrongWord(String name, String word, String rule, String fix) {
    wrong(name, "has the word '" + Reading.shown(word) + "'", rule, fix);
  }

  private void wrong(String name, String what, String rule, String fix) {
    String message = "the " + name + " of <" + element.name() + "> " + what;
    if (PASSED_OVER.contains(name)) {
      reading.accepted(DiagnosticCode.XML_VALUE, offset(name), message, rule, fix);
    } else {
      reading.report(DiagnosticCode.XML_VALUE, offset(name), message, rule, fix);
    }
  }
}
