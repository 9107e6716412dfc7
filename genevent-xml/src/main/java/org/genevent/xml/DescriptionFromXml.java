package org.genevent.xml;

import java.util.List;
import java.util.Map;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Place;

/** Collects the description of one thing, which stands first inside it and once. */
final class DescriptionFromXml {

  private static final String SPACE = "xml:space";
  private static final Map<String, Boolean> SPACES = Map.of("preserve", true, "default", false);

  private final Reading reading;
  private final String owner;
  private String text = "";
  private Place place;

  /**
   * A description that was not seen yet.
   *
   * @param reading the file
   * @param owner the element that is described
   */
  DescriptionFromXml(Reading reading, String owner) {
    this.reading = reading;
    this.owner = owner;
  }

  String text() {
    return text;
  }

  /** Adds where the description stands, if there is one, under the name that checks look for. */
  void addTo(Map<String, Place> places) {
    if (place != null) {
      places.put("description", place);
    }
  }

  /** Takes a description; {@code before} is what stood there before it, or null. */
  void take(XmlElement description, XmlElement before) {
    if (place != null) {
      reading.report(
          DiagnosticCode.XML_DESCRIPTION,
          description.offset(),
          "this <" + owner + "> has a second description",
          "",
          "make them one");
    } else if (before != null) {
      reading.report(
          DiagnosticCode.XML_DESCRIPTION,
          description.offset(),
          "the description stands behind <" + before.name() + ">",
          "a description is the first thing inside <" + owner + ">",
          "move it up");
    }
    place = reading.place(description.offset());
    text = read(reading, description);
  }

  /** The text of a description element. */
  static String read(Reading reading, XmlElement description) {
    Attributes attributes = new Attributes(reading, description, List.of(SPACE));
    for (XmlElement child : description.children()) {
      reading.report(
          DiagnosticCode.XML_ELEMENT,
          child.offset(),
          "<" + Reading.shown(child.name()) + "> does not stand inside a description",
          "a description is text only",
          "write &lt;" + Reading.shown(child.name()) + "&gt; if the text is meant");
    }
    boolean preserve = attributes.word(SPACE, SPACES).orElse(false);
    return preserve ? description.text() : DescriptionText.clean(description.text());
  }
}
