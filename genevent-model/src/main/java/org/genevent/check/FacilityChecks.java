package org.genevent.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genevent.abi.Abi;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Origin;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Event;
import org.genevent.model.Facility;
import org.genevent.model.NamedType;

/** Runs all checks over facilities. */
public final class FacilityChecks {

  private FacilityChecks() {}

  /**
   * Checks the facilities of a run, each by itself and all together.
   *
   * @param facilities the facilities, in the order given
   * @param rule the layout rule that they will be laid out by
   * @param abis the targets that they will be laid out for
   * @param findings takes everything that is found
   */
  public static void check(
      List<Facility> facilities, LayoutRule rule, List<Abi> abis, Findings findings) {
    Map<String, Facility> byName = new HashMap<>();
    for (Facility facility : facilities) {
      check(facility, rule, abis, findings);
      Facility first = byName.putIfAbsent(facility.baseName(), facility);
      if (first != null) {
        findings.add(Diagnostic.of(
                DiagnosticCode.FACILITY_DUPLICATE,
                facility.origin().part("name"),
                "the facility '" + facility.baseName() + "' is given twice")
            .withRule("the first is at " + first.origin().part("name").text())
            .withFix("leave one out, or give one another name or arch"));
      }
    }
  }

  /**
   * Checks one facility.
   *
   * @param facility the facility
   * @param rule the layout rule that it will be laid out by, if it has none of its own
   * @param abis the targets that it will be laid out for
   * @param findings takes everything that is found
   */
  public static void check(Facility facility, LayoutRule rule, List<Abi> abis, Findings findings) {
    NameChecks names = new NameChecks(findings);
    names.identifier("facility", facility.name(), facility.origin());
    facility.arch().ifPresent(arch -> names.fileWord("arch", "arch", arch, facility.origin()));
    names.fileWord("channel", "channel", facility.channel(), facility.origin());
    description(facility.description(), facility.origin(), findings);
    FieldClassChecks classes =
        new FieldClassChecks(names, LayoutRule.of(facility, rule), abis, findings);
    NameChecks.Unique typeNames = names.unique("type");
    for (NamedType type : facility.types()) {
      names.identifier("type", type.name(), type.origin());
      typeNames.add(type.name(), type.origin());
      classes.type(type);
    }
    classes.context(facility.context(), facility.origin());
    EventChecks events = new EventChecks(facility, names, classes, findings);
    events.check();
    new PairChecks(facility, names, findings).check();
  }

  static void description(String text, Origin origin, Findings findings) {
    if (text.length() > Limits.DESCRIPTION_CHARS) {
      findings.add(Diagnostic.of(
          DiagnosticCode.DESCRIPTION_TOO_LONG,
          origin.part("description"),
          "a description has " + text.length() + " characters, the limit is "
              + Limits.DESCRIPTION_CHARS));
    }
  }

  /** The first thing that a message about an event says. */
  static String eventName(Facility facility, Event event) {
    return "event '" + NameChecks.shown(facility.name()) + "." + NameChecks.shown(event.name())
        + "'";
  }
}
