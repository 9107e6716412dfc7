package org.genevent.xml;

import java.util.List;
import java.util.stream.Collectors;
import org.genevent.model.Event;
import org.genevent.model.EventAttribute;
import org.genevent.model.EventLevel;
import org.genevent.model.EventPair;
import org.genevent.model.Facility;
import org.genevent.model.Field;
import org.genevent.model.NamedType;

/**
 * Writes a facility as XML in its one canonical form: UTF-8, line feeds, two blanks a level, everything in the order of
 * {@code docs/facility-xml.md}, nothing that is a default.
 *
 * <p>Reading what was written gives an equal facility. A character that XML 1.0 cannot hold (most control characters,
 * half a surrogate pair, U+FFFE and U+FFFF; a reader never gives one, annotated Java may) becomes U+FFFD. Needs no XML
 * library. Stateless; safe for use by several threads.
 */
public final class FacilityWriter {

  private FacilityWriter() {}

  /**
   * Writes a facility.
   *
   * @param facility the facility; the checks find no error in it
   * @return the text of the file, to be encoded in UTF-8
   * @throws IllegalArgumentException if an integer has a sign that its type in C has not, as no element can say that
   */
  public static String write(Facility facility) {
    return write(facility, new Comments());
  }

  /** Writes a facility with the comments of the file that it was read from. */
  static String write(Facility facility, Comments comments) {
    XmlText text = new XmlText(comments);
    // no encoding: UTF-8 is what XML then means, and the original read no other declaration
    text.line("<?xml version=\"1.0\"?>");
    text.commentsBefore(facility.origin());
    text.open(facilityTag(facility));
    text.description(facility.description());
    for (NamedType type : facility.types()) {
      text.blank();
      text.commentsBefore(type.origin());
      text.open("type" + XmlText.attribute("name", type.name()));
      FieldClassWriter.write(text, type.fieldClass());
      text.close("type");
    }
    if (!facility.context().isEmpty()) {
      text.blank();
      text.open("context");
      FieldClassWriter.fields(text, "field", facility.context());
      text.close("context");
    }
    for (Event event : facility.events()) {
      text.blank();
      event(text, event);
    }
    if (!facility.pairs().isEmpty()) {
      text.blank();
      for (EventPair pair : facility.pairs()) {
        text.commentsBefore(pair.origin());
        text.line("<pair" + attributes(pair) + "/>");
      }
    }
    if (text.hasCommentsAtEnd(facility.origin())) {
      text.blank();
      text.commentsAtEnd(facility.origin());
    }
    text.close("facility");
    text.commentsBehind();
    return text.toString();
  }

  private static String facilityTag(Facility facility) {
    StringBuilder tag = new StringBuilder("facility");
    tag.append(XmlText.attribute("name", facility.name()));
    facility.arch().ifPresent(arch -> tag.append(XmlText.attribute("arch", arch)));
    if (facility.packed()) {
      tag.append(XmlText.attribute("align", "0"));
    }
    facility.layout().ifPresent(rule -> tag.append(XmlText.attribute("layout", rule)));
    if (facility.level() != EventLevel.DEFAULT) {
      tag.append(XmlText.attribute("level", facility.level().word()));
    }
    if (!facility.channel().equals(Facility.DEFAULT_CHANNEL)) {
      tag.append(XmlText.attribute("channel", facility.channel()));
    }
    return tag.toString();
  }

  private static void event(XmlText text, Event event) {
    String tag = eventTag(event);
    List<Field> fields = event.fields();
    text.commentsBefore(event.origin());
    if (event.description().isEmpty()
        && fields.isEmpty()
        && !text.hasCommentsAtEnd(event.origin())) {
      // the original read no self-closed event
      text.line("<" + tag + "></event>");
      return;
    }
    text.open(tag);
    text.description(event.description());
    FieldClassWriter.fields(text, "field", fields);
    text.commentsAtEnd(event.origin());
    text.close("event");
  }

  private static String eventTag(Event event) {
    StringBuilder tag = new StringBuilder("event");
    tag.append(XmlText.attribute("name", event.name()));
    event.id().ifPresent(id -> tag.append(XmlText.attribute("id", Integer.toString(id))));
    event.level().ifPresent(level -> tag.append(XmlText.attribute("level", level.word())));
    event.channel().ifPresent(channel -> tag.append(XmlText.attribute("channel", channel)));
    event.duration().ifPresent(duration -> {
      tag.append(XmlText.attribute("duration", "true"));
      if (duration.thresholdNanos() != 0) {
        String threshold = Long.toString(duration.thresholdNanos());
        tag.append(XmlText.attribute("duration_threshold_ns", threshold));
      }
    });
    for (String name : List.of("scope", "param", "attribute")) {
      String words = event.attributes().stream()
          .filter(attribute -> attribute.xmlAttribute().equals(name))
          .map(EventAttribute::xmlValue)
          .collect(Collectors.joining(" "));
      if (!words.isEmpty()) {
        tag.append(XmlText.attribute(name, words));
      }
    }
    return tag.toString();
  }

  private static String attributes(EventPair pair) {
    StringBuilder attributes = new StringBuilder();
    attributes.append(XmlText.attribute("name", pair.name()));
    attributes.append(XmlText.attribute("begin", pair.beginEvent()));
    attributes.append(XmlText.attribute("end", pair.endEvent()));
    if (!pair.matchFields().isEmpty()) {
      attributes.append(XmlText.attribute("match", String.join(" ", pair.matchFields())));
    }
    return attributes.toString();
  }
}
