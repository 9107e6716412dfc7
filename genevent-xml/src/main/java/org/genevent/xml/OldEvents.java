package org.genevent.xml;

import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.model.Event;
import org.genevent.model.Facility;

/** How many events a facility of the original may have, which it never checked. Source: the facility file reference, section 3. */
final class OldEvents {

  /** The numbers that one byte has. */
  private static final int MOST = 256;

  private OldEvents() {}

  /** Warns of the first event that has no number of its own in traces of the original. */
  static void check(Facility facility, Findings findings) {
    if (facility.events().size() <= MOST) {
      return;
    }
    Event event = facility.events().get(MOST);
    findings.add(Diagnostic.of(
            DiagnosticCode.OLD_EVENTS,
            event.origin().place(),
            "the event '" + event.name() + "' is number " + MOST
                + " of the facility, counted from 0")
        .withRule("traces of the original have one byte for the number of an event, so that readers"
            + " take this one for '" + facility.events().get(0).name() + "'")
        .withFix("make two facilities of it if it is for such traces"));
  }
}
