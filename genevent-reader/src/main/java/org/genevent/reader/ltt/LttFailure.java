package org.genevent.reader.ltt;

/** Ends the reading of a block whose bytes make no sense; never leaves the reader. */
final class LttFailure extends RuntimeException {

  static final LttFailure BEYOND_EVENT = new LttFailure("a value ends behind its event");
  static final LttFailure BEYOND_BLOCK = new LttFailure("an event ends behind its block");
  static final LttFailure TOO_LONG =
      new LttFailure("a sequence is longer than the rest of its event");
  static final LttFailure TOO_MUCH =
      new LttFailure("an event has far more elements than its block has bytes");
  static final LttFailure NO_END = new LttFailure("a string does not end within its event");
  static final LttFailure NO_OPTION = new LttFailure("a variant's tag chooses no option");
  static final LttFailure SIZE =
      new LttFailure("an event's size is not the one that its facility's declaration gives");

  private static final long serialVersionUID = 1L;

  LttFailure(String message) {
    super(message, null, false, false);
  }
}
