package org.genevent.reader.decode;

/** Ends the decoding of a packet whose bits make no sense. Made once for each reason; never leaves the reader. */
final class DecodeFailure extends RuntimeException {

  static final DecodeFailure BEYOND_CONTENT =
      new DecodeFailure("an event ends behind the content of its packet");
  static final DecodeFailure TOO_LONG =
      new DecodeFailure("a sequence is longer than the rest of its packet");
  static final DecodeFailure NO_OPTION = new DecodeFailure("a variant's tag chooses no option");
  static final DecodeFailure UNKNOWN_EVENT =
      new DecodeFailure("an event has an id that the metadata does not define");
  static final DecodeFailure NO_PROGRESS = new DecodeFailure("an event takes no space");
  static final DecodeFailure TOO_MUCH =
      new DecodeFailure("an event has far more elements than its packet has bits");
  static final DecodeFailure CUT_HEADER =
      new DecodeFailure("the file ends within the header of a packet");
  static final DecodeFailure TOO_LARGE_EVENT = new DecodeFailure("an event is larger than 1 GiB");
  static final DecodeFailure NO_END = new DecodeFailure("a string does not end within its packet");

  static final DecodeFailure NOT_READ =
      new DecodeFailure("a length or tag lies in an option that is not there");
  static final DecodeFailure TOO_LARGE = new DecodeFailure("a number has more than 64 bits");

  private static final long serialVersionUID = 1L;

  DecodeFailure(String message) {
    super(message, null, false, false);
  }

  /** Whether it could be that too few bytes were looked at. */
  boolean mayEndWithMoreBytes() {
    return this == BEYOND_CONTENT || this == TOO_LONG || this == NO_END;
  }
}
