package org.genevent.reader.replay;

/** An event cannot be bound to its method; the message says why. */
final class BindingFailure extends Exception {
  private static final long serialVersionUID = 1;

  BindingFailure(String message) {
    super(message);
  }
}
