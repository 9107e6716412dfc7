package org.genevent.reader.query;

/** What is known of every event beside its fields. */
public enum EventFact {
  /** Nanoseconds since the epoch. */
  TIMESTAMP("timestamp"),
  /** The full name. */
  EVENT("event"),
  /** What stands in front of the colon of the name. */
  FACILITY("facility"),
  /** The name of the stream file. */
  STREAM("stream");

  private final String word;

  EventFact(String word) {
    this.word = word;
  }

  /**
   * The word for it in expressions, where a dollar sign in front of it says that no field is meant.
   *
   * @return the word
   */
  public String word() {
    return word;
  }
}
