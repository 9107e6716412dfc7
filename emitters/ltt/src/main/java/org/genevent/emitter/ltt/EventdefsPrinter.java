package org.genevent.emitter.ltt;

import java.util.List;
import org.genevent.model.Event;
import org.genevent.model.EventAttribute;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.model.NamedType;

/**
 * Prints a facility in the grammar of LTTV's own reader, which is narrower than XML: the declaration is exactly one, values
 * stand in double quotes, there are no references to characters and no comments, containers have two tags, and what has
 * nothing inside has one.
 *
 * <p>What only tracers need is left out: level, channel, pairs, scope and the like. So is what changed its meaning for
 * checksums in 2007, a format, unless the version is of that time; the base of an integer then is a format. Source: the
 * facility file reference, sections 1 and 2.
 */
final class EventdefsPrinter {

  private final EventdefsText text = new EventdefsText();
  private final boolean descriptions;
  private final boolean formats;

  private EventdefsPrinter(boolean descriptions, boolean formats) {
    this.descriptions = descriptions;
    this.formats = formats;
  }

  /** The file of a trace's folder. */
  static String file(Facility facility, LttVersion version) {
    return new EventdefsPrinter(true, version.isOfMid2007()).print(facility);
  }

  /** What a program carries: without descriptions, and with the formats that the runtime leaves out for 0.7. */
  static String carried(Facility facility) {
    return new EventdefsPrinter(false, true).print(facility);
  }

  /** The name that readers look for: with the architecture only where the facility's name asks for it. */
  static String fileName(Facility facility) {
    return (asksForArch(facility) ? facility.baseName() : facility.name()) + ".xml";
  }

  /** Whether readers put the architecture of the trace in the place of the name's last word. */
  static boolean asksForArch(Facility facility) {
    return facility.name().endsWith("_arch");
  }

  private String print(Facility facility) {
    text.line("<?xml version=\"1.0\"?>");
    StringBuilder tag = new StringBuilder("facility");
    tag.append(EventdefsText.attribute("name", facility.name()));
    facility.arch().ifPresent(arch -> tag.append(EventdefsText.attribute("arch", arch)));
    if (facility.packed()) {
      tag.append(EventdefsText.attribute("align", "0"));
    }
    text.open(tag.toString());
    describe(facility.description());
    for (NamedType type : facility.types()) {
      text.open("type" + EventdefsText.attribute("name", type.name()));
      // a name for a name is not known there
      TypePrinter.print(this, type.fieldClass().resolved(), "");
      text.close("type");
    }
    boolean compact = facility.name().equals("compact");
    facility.events().forEach(event -> event(event, compact));
    text.close("facility");
    return text.toString();
  }

  private void event(Event event, boolean compact) {
    String tag = "event" + EventdefsText.attribute("name", event.name());
    // elsewhere it means nothing, and readers might look for the first field in a header that does
    // not have it
    if (compact
        && event.attributes().contains(EventAttribute.COMPACT_DATA)
        && !event.fields().isEmpty()) {
      tag += EventdefsText.attribute(
          EventAttribute.COMPACT_DATA.xmlAttribute(), EventAttribute.COMPACT_DATA.xmlValue());
    }
    text.open(tag);
    describe(event.description());
    fields(event.fields());
    text.close("event");
  }

  void fields(List<Field> fields) {
    for (Field field : fields) {
      text.open("field" + EventdefsText.attribute("name", field.name()));
      describe(field.description());
      String format = formats
          ? field
              .format()
              .filter(EventdefsText::isPlain)
              .map(value -> EventdefsText.attribute("format", value))
              .orElse("")
          : "";
      TypePrinter.print(this, field.fieldClass(), format);
      text.close("field");
    }
  }

  void describe(String description) {
    if (descriptions && !description.isBlank()) {
      text.description(description);
    }
  }

  /** Whether formats are printed, and so the bases of integers, which readers know by them. */
  boolean printsFormats() {
    return formats;
  }

  EventdefsText text() {
    return text;
  }
}
