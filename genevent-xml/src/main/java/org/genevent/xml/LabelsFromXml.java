package org.genevent.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Origin;
import org.genevent.diagnostic.Place;
import org.genevent.model.EnumerationLabel;

/** Makes the labels of an enumeration, each with the description that stands behind it. */
final class LabelsFromXml {

  private static final String RANGE = "..";

  private final Reading reading;
  private final List<EnumerationLabel> labels = new ArrayList<>();
  private XmlElement last;
  private DescriptionFromXml description;

  private LabelsFromXml(Reading reading) {
    this.reading = reading;
  }

  static List<EnumerationLabel> labels(Reading reading, XmlElement enumeration) {
    LabelsFromXml labels = new LabelsFromXml(reading);
    for (XmlElement child : enumeration.children()) {
      switch (child.name()) {
        case "label" -> labels.begin(child);
        case "description" -> labels.describe(child);
        default -> reading.unknownElement(child, enumeration, List.of("label", "description"));
      }
    }
    labels.finish();
    return labels.labels;
  }

  private void begin(XmlElement label) {
    finish();
    last = label;
    description = new DescriptionFromXml(reading, "label");
    reading.noText(label);
    for (XmlElement child : label.children()) {
      if (child.name().equals("description")) {
        reading.report(
            DiagnosticCode.XML_DESCRIPTION,
            child.offset(),
            "the description stands inside the label",
            "the description of a label stands behind it",
            "write <label …/><description>…</description>");
      } else {
        reading.unknownElement(child, label, List.of());
      }
    }
  }

  private void describe(XmlElement text) {
    if (last == null) {
      reading.report(
          DiagnosticCode.XML_DESCRIPTION,
          text.offset(),
          "there is a description before the first label",
          "the description of a label stands behind it, and an enumeration has none of its own",
          "describe the fields of this type, or write a comment: <!-- … -->");
      return;
    }
    description.take(text, null);
  }

  private void finish() {
    if (last == null) {
      return;
    }
    Attributes attributes = new Attributes(reading, last, List.of("name", "value"));
    Map<String, Place> places = new HashMap<>(attributes.places());
    description.addTo(places);
    Range range = range(attributes);
    labels.add(new EnumerationLabel(
        attributes.name(),
        range.first,
        range.last,
        description.text(),
        Origin.of(reading.place(last.offset()), places)));
  }

  private record Range(long first, long last) {}

  private Range range(Attributes attributes) {
    long previous = labels.isEmpty() ? -1 : labels.get(labels.size() - 1).lastValue();
    long next = previous == Long.MAX_VALUE ? previous : previous + 1;
    Optional<String> text = attributes.text("value");
    if (text.isEmpty()) {
      return new Range(next, next);
    }
    if (text.get().isEmpty()) {
      reading.report(
          DiagnosticCode.XML_OLD_MEANING,
          attributes.offset("value"),
          "the empty value of the label '" + Reading.shown(attributes.name()) + "' counts as 0",
          "the original read it so; a label without a value has the one after its predecessor's",
          "write value=\"0\", or leave the value out");
      return new Range(0, 0);
    }
    int range = text.get().indexOf(RANGE);
    String firstText = range < 0 ? text.get() : text.get().substring(0, range);
    String lastText = range < 0 ? text.get() : text.get().substring(range + RANGE.length());
    OptionalLong first = CNumber.parse(firstText);
    OptionalLong last = CNumber.parse(lastText);
    if (first.isEmpty() || last.isEmpty()) {
      attributes.wrong(
          "value",
          "a value is a decimal, octal (0…) or hexadecimal (0x…) number, or a range of them as in 1..5",
          "");
      return new Range(next, next);
    }
    boolean cut = first.getAsLong() != (int) first.getAsLong() && range < 0 && reading.lenient();
    return cut
        ? cut(attributes, first.getAsLong())
        : new Range(first.getAsLong(), last.getAsLong());
  }

  /** The value as the original had it: of an int, which is what the checks would demand. */
  private Range cut(Attributes attributes, long value) {
    reading.accepted(
        DiagnosticCode.TYPE_LABEL_VALUE,
        attributes.offset("value"),
        "the value " + value + " of the label '" + Reading.shown(attributes.name())
            + "' does not fit an int of 4 bytes and becomes " + (int) value,
        "the original cut values to 32 bits",
        "write value=\"" + (int) value + "\"");
    return new Range((int) value, (int) value);
  }
}
