package org.genevent.cli;

/** Ends a command with one line for the user: something outside could not be read or written. */
final class Failure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Failure(String message) {
    super(message, null, false, false);
  }
}
