package org.genevent.processor;

import java.util.LinkedHashSet;
import java.util.Set;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;

/** What reading one interface came to, besides the facility: findings, and types that are not there (yet). */
final class Report {

  private final Findings findings = new Findings();
  private final Set<String> missingTypes = new LinkedHashSet<>();

  void add(DiagnosticCode code, Spot spot, String message, String rule, String fix) {
    findings.add(Diagnostic.of(code, spot.place(), message).withRule(rule).withFix(fix));
  }

  /** A type that the compiler does not know; another processor may still make it. */
  void missing(Spot spot, String type) {
    if (missingTypes.add(type)) {
      add(
          DiagnosticCode.JAVA_TYPE_MISSING,
          spot,
          "the type " + type + " cannot be found",
          "no processor has made it by the end of the last round",
          "import it, declare it, or correct its name");
    }
  }

  boolean isMissingTypes() {
    return !missingTypes.isEmpty();
  }

  Findings findings() {
    return findings;
  }
}
