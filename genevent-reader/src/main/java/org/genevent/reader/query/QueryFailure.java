package org.genevent.reader.query;

import org.genevent.diagnostic.DiagnosticCode;

/** Ends the parsing of an expression; becomes a finding and never leaves the package. */
final class QueryFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final DiagnosticCode code;
  private final int column;
  private final String fix;

  QueryFailure(int column, String message, String fix) {
    this(DiagnosticCode.QUERY_SYNTAX, column, message, fix);
  }

  QueryFailure(DiagnosticCode code, int column, String message, String fix) {
    super(message, null, false, false);
    this.code = code;
    this.column = column;
    this.fix = fix;
  }

  DiagnosticCode code() {
    return code;
  }

  int column() {
    return column;
  }

  String fix() {
    return fix;
  }
}
