package org.genevent.reader.replay;

/** A trace gives a value of another kind than its metadata was taken to say. */
final class Mismatch extends RuntimeException {
  private static final long serialVersionUID = 1;

  Mismatch(String message) {
    super(message);
  }
}
