package org.genevent.xml;

import java.util.List;
import java.util.Set;
import org.genevent.diagnostic.DiagnosticCode;

/**
 * Recognises the dialect of a file by the table at the head of the facility XML reference, and says so if it is an old
 * one.
 */
final class DialectRecognition {

  private static final Set<String> SIZE_WORDS = Set.of("short", "medium", "long");

  private XmlElement firstSeedEvent;
  private XmlElement firstSeedType;
  private int seedEvents;
  private int fieldEvents;

  private DialectRecognition() {}

  /** The dialect of a facility; an old one that nobody asked for is reported. */
  static Dialect of(XmlElement facility, Markup markup, ReadOptions options, Reading reading) {
    if (options.dialect().isPresent()) {
      return options.dialect().get();
    }
    if (markup.declared() || markup.forXml()) {
      return Dialect.STANDARD;
    }
    DialectRecognition seen = new DialectRecognition();
    facility.children().forEach(seen::child);
    boolean seed =
        seen.seedEvents > seen.fieldEvents || seen.fieldEvents == 0 && seen.firstSeedType != null;
    if (seed) {
      seen.reportSeed(reading);
      return Dialect.SEED;
    }
    boolean open = seen.fieldEvents == 0 && seen.seedEvents == 0;
    if (open && options.presumed().isPresent()) {
      return options.presumed().get();
    }
    if (!markup.old()) {
      // nothing in the file tells the early dialect from the standard one, and both mean the same
      return options.presumed().filter(age -> age == Dialect.EARLY).orElse(Dialect.STANDARD);
    }
    reading.report(
        DiagnosticCode.OLD_DIALECT,
        facility.offset(),
        "this is the early dialect (until March 2006): there is no XML declaration",
        "it means what the standard dialect means",
        "'genevent migrate' writes the standard dialect");
    return Dialect.EARLY;
  }

  private void reportSeed(Reading reading) {
    XmlElement evidence = firstSeedEvent == null ? firstSeedType : firstSeedEvent;
    String why = firstSeedEvent == null
        ? "<" + evidence.name() + "> says a size or an alignment as only that dialect does"
        : "the event '" + Reading.shown(name(evidence)) + "' holds a <"
            + body(evidence).get(0).name() + "> and no fields of its own";
    reading.report(
        DiagnosticCode.OLD_DIALECT,
        evidence.offset(),
        "this is the seed dialect (July 2005): " + why,
        "integers say their size, an event holds one structure, and types may stand behind their use",
        "'genevent migrate' writes the standard dialect; --dialect names another one");
  }

  private static String name(XmlElement element) {
    return element.attribute("name").map(XmlElement.Attribute::value).orElse("");
  }

  /** What an event has inside, but its description. */
  static List<XmlElement> body(XmlElement event) {
    return event.children().stream()
        .filter(child -> !child.name().equals("description"))
        .toList();
  }

  private void child(XmlElement child) {
    if (child.name().equals("event")) {
      List<XmlElement> body = body(child);
      boolean structure = body.size() == 1
          && (body.get(0).name().equals("struct") || body.get(0).name().equals("typeref"));
      if (structure) {
        seedEvents++;
        firstSeedEvent = firstSeedEvent == null ? child : firstSeedEvent;
      } else if (!body.isEmpty()) {
        fieldEvents++;
      }
    }
    type(child);
  }

  private void type(XmlElement element) {
    if (firstSeedType == null && isSeedType(element)) {
      firstSeedType = element;
    }
    element.children().forEach(this::type);
  }

  private static boolean isSeedType(XmlElement element) {
    String size = element.attribute("size").map(XmlElement.Attribute::value).orElse("");
    return switch (element.name()) {
      case "enum", "union" -> !size.isEmpty();
      case "sequence" -> !size.isEmpty() && element.children().size() == 1;
      case "int", "uint" -> SIZE_WORDS.contains(size);
      case "struct" -> element.attribute("align").isPresent();
      default -> false;
    };
  }
}
