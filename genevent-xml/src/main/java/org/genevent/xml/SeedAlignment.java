package org.genevent.xml;

import java.util.Set;
import org.genevent.diagnostic.DiagnosticCode;

/**
 * The {@code align} that every type of the seed dialect may have. Today a facility is packed as a whole or not at all; so
 * it is packed if every structure of an event asks for that, and any other alignment is mentioned.
 */
final class SeedAlignment {

  private static final Set<String> VALUES = Set.of("0", "1", "2", "4", "8");

  private final Reading reading;
  private int structures;
  private int packedStructures;
  private Lost asked;
  private Lost packed;

  /** Alignments that cannot be kept: the first of them, and how many. */
  private record Lost(String element, int offset, int count) {

    static Lost more(Lost before, XmlElement element, XmlElement.Attribute align) {
      return before == null
          ? new Lost(element.name(), align.offset(), 1)
          : new Lost(before.element, before.offset, before.count + 1);
    }
  }

  SeedAlignment(Reading reading) {
    this.reading = reading;
  }

  /** Notes the structure that is all of an event. */
  void structureOfEvent(XmlElement structure) {
    structures++;
    structure.attribute("align").ifPresent(align -> {
      if (isPacked(align)) {
        packedStructures++;
      }
      type(structure, align);
    });
  }

  private static boolean isPacked(XmlElement.Attribute align) {
    return align.value().equals("0") || align.value().equals("1");
  }

  /** Notes the alignment of a type. */
  void type(XmlElement element, XmlElement.Attribute align) {
    if (!VALUES.contains(align.value())) {
      reading.accepted(
          DiagnosticCode.XML_VALUE,
          align.offset(),
          "the align of <" + element.name() + "> is '" + Reading.shown(align.value()) + "'",
          "alignments of the seed dialect: 1, 2, 4, 8, or 0 for packed; the original packed what it did"
              + " not know",
          "");
    } else if (isPacked(align)) {
      packed = Lost.more(packed, element, align);
    } else {
      asked = Lost.more(asked, element, align);
    }
  }

  /** Says what is lost; true if the whole facility is packed. */
  boolean report() {
    boolean wholly = structures > 0 && packedStructures == structures;
    report(asked);
    if (!wholly) {
      report(packed);
    }
    return wholly;
  }

  private void report(Lost lost) {
    if (lost != null) {
      reading.report(
          DiagnosticCode.OLD_SIZE,
          lost.offset,
          "the align of <" + lost.element + "> counts for nothing"
              + (lost.count > 1 ? "; " + (lost.count - 1) + " more like it in this file" : ""),
          "a facility is packed as a whole or aligned by the layout rule as a whole",
          "leave it out; align=\"0\" on the facility packs all of it");
    }
  }
}
