package org.genevent.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genevent.xml.OldProblems.Kind;

/** Turns elements that were read as the original read them into elements as XML has them. */
final class OldToXml {

  /** The attributes that the original repeated for several words. */
  private static final Set<String> LISTS = Set.of("scope", "param", "attribute");

  private final OldProblems problems;

  OldToXml(OldProblems problems) {
    this.problems = problems;
  }

  XmlElement element(OldElement old) {
    List<XmlElement> children = new ArrayList<>(old.children().size());
    for (OldElement child : old.children()) {
      children.add(element(child));
    }
    // stray text was reported where it was read
    int textOffset = old.text().isBlank() ? StartTag.NO_TEXT : old.offset();
    return new XmlElement(
        old.name(), old.offset(), attributes(old), children, resolved(old.text()), textOffset);
  }

  /** A description with the characters that its writer meant; the original kept references as they stood. */
  private static String resolved(String text) {
    return text.indexOf('&') < 0
        ? text
        : text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&apos;", "'")
            .replace("&amp;", "&");
  }

  private List<XmlElement.Attribute> attributes(OldElement old) {
    List<XmlElement.Attribute> attributes = new ArrayList<>(old.attributes().size());
    for (OldElement.Attribute attribute : old.attributes()) {
      if (attribute.bare()) {
        bare(old, attribute, attributes);
      } else {
        add(
            old,
            new XmlElement.Attribute(attribute.name(), attribute.value(), attribute.offset()),
            true,
            attributes);
      }
    }
    return attributes;
  }

  private void bare(
      OldElement old, OldElement.Attribute word, List<XmlElement.Attribute> attributes) {
    Optional<EarlyFlags.Meaning> meaning = EarlyFlags.of(old.name(), word.name());
    if (meaning.isPresent()) {
      String now = meaning.get().name() + "=\"" + meaning.get().value() + "\"";
      problems.add(
          Kind.BARE, word.offset(), "there is the bare word '" + word.name() + "'", "write " + now);
      add(
          old,
          new XmlElement.Attribute(meaning.get().name(), meaning.get().value(), word.offset()),
          false,
          attributes);
    } else {
      // the original passed over words that it did not know; what is no attribute either, is
      // reported as such
      attributes.add(new XmlElement.Attribute(word.name(), "", word.offset()));
    }
  }

  /** Adds an attribute, of which several words may have been written as several: a habit, unless they were bare. */
  private void add(
      OldElement old,
      XmlElement.Attribute attribute,
      boolean isHabit,
      List<XmlElement.Attribute> attributes) {
    for (int i = 0; i < attributes.size(); i++) {
      XmlElement.Attribute earlier = attributes.get(i);
      if (!earlier.name().equals(attribute.name())) {
        continue;
      }
      if (LISTS.contains(attribute.name())) {
        String words = earlier.value() + " " + attribute.value();
        if (isHabit) {
          problems.add(
              Kind.REPEATED,
              attribute.offset(),
              "<" + old.name() + "> repeats the attribute '" + attribute.name() + "'",
              "write " + attribute.name() + "=\"" + Reading.shown(words) + "\" once");
        }
        attributes.set(i, new XmlElement.Attribute(attribute.name(), words, earlier.offset()));
      } else {
        problems.add(
            Kind.DUPLICATE,
            attribute.offset(),
            "<" + old.name() + "> has the attribute '" + attribute.name() + "' twice",
            "leave one out");
      }
      return;
    }
    attributes.add(attribute);
  }
}
