package org.genevent.reader.metadata;

import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Place;

/** Ends the parsing at the first error: after it, TSDL means something else. Never leaves the metadata's packages. */
public final class MetadataFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Diagnostic finding;

  /**
   * Makes a failure.
   *
   * @param finding what is wrong
   */
  public MetadataFailure(Diagnostic finding) {
    super(finding.message(), null, false, false);
    this.finding = finding;
  }

  static MetadataFailure at(
      String file, Token token, DiagnosticCode code, String message, String rule) {
    Place place = new Place.InFile(file, token.line(), token.column());
    return new MetadataFailure(Diagnostic.of(code, place, message).withRule(rule));
  }

  Diagnostic finding() {
    return finding;
  }
}
