package org.genevent.reader.decode;

import org.genevent.diagnostic.Diagnostic;

/** Ends the compilation of a plan; never leaves the reader. */
final class PlanFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Diagnostic finding;

  PlanFailure(Diagnostic finding) {
    super(finding.message(), null, false, false);
    this.finding = finding;
  }

  Diagnostic finding() {
    return finding;
  }
}
