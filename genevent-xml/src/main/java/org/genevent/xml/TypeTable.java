package org.genevent.xml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.model.ReferenceFieldClass;
import org.genevent.xml.FieldClassFromXml.Typed;

/** The named types of a facility: those that were read, and those that come later. */
final class TypeTable {

  private final Map<String, Typed> defined = new LinkedHashMap<>();
  private final Map<String, Integer> announced = new LinkedHashMap<>();
  private List<String> names;
  private String beingDefined;

  TypeTable() {}

  /** Notes which types the facility will define, and where. */
  void announce(XmlElement facility) {
    for (XmlElement child : facility.children()) {
      if (child.name().equals("type")) {
        child
            .attribute("name")
            .ifPresent(name -> announced.putIfAbsent(name.value(), child.offset()));
      }
    }
  }

  /** Notes the type whose definition is being read, as it may refer to itself. */
  void begin(String name) {
    beingDefined = name;
  }

  /** Adds a type; the first of a name counts. Gives the type as it is to be used. */
  Typed define(String name, Typed typed, Reading reading) {
    beingDefined = null;
    Typed usable = typed;
    if (typed.fieldClass() instanceof ReferenceFieldClass reference) {
      reading.report(
          DiagnosticCode.XML_CONTENT,
          typed.offset(),
          "the type '" + Reading.shown(name) + "' is only another name for '" + reference.name()
              + "'",
          "a named type is defined by a type of its own",
          "leave it out, and refer to '" + reference.name() + "'");
      usable = typed.withClass(reference.resolved());
    }
    defined.putIfAbsent(name, usable);
    return usable;
  }

  /** The type of a name, or empty and a finding. */
  Optional<Typed> find(String name, int offset, Reading reading) {
    Typed found = defined.get(name);
    if (found != null) {
      return Optional.of(found);
    }
    String shown = Reading.shown(name);
    if (name.equals(beingDefined)) {
      reading.report(
          DiagnosticCode.TYPE_UNDEFINED,
          offset,
          "the type '" + shown + "' refers to itself",
          "a value that contains its like has no end",
          "use a sequence of ids, or write an event for each of them");
    } else if (announced.containsKey(name)) {
      reading.report(
          DiagnosticCode.TYPE_UNDEFINED,
          offset,
          "the type '" + shown + "' is defined only later, at "
              + reading.place(announced.get(name)).text(),
          "a type stands before its first use",
          "move <type name=\"" + shown + "\"> up, before the element that uses it");
    } else {
      List<String> names = names();
      reading.report(
          DiagnosticCode.TYPE_UNDEFINED,
          offset,
          "there is no type '" + shown + "'",
          names.isEmpty()
              ? "the facility defines no type"
              : "types of the facility: " + Reading.some(names),
          reading.question(name, names));
    }
    return Optional.empty();
  }

  /** All names, put together once, however often a name is not among them. */
  private List<String> names() {
    if (names == null) {
      names = List.copyOf(announced.keySet());
    }
    return names;
  }
}
