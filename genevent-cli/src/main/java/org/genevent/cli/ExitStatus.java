package org.genevent.cli;

/** The exit statuses of the command; a contract with scripts. */
final class ExitStatus {

  /** All went well. */
  static final int FINE = 0;

  /** There were errors in the input, differences, or something that could not be read or written. */
  static final int FINDINGS = 1;

  /** The command was called wrongly. */
  static final int USAGE = 2;

  /** The command itself is broken. */
  static final int DEFECT = 70;

  private ExitStatus() {}
}
