package org.genevent.reader.field;

/** The parts of an event that have fields, and how paths name them. */
public enum FieldScope {
  /** Whichever has the field, in the order of the others; never the packet. */
  ANY(""),
  /** The event's own fields. */
  FIELDS("$fields"),
  /** What the event's facility declares for all its events. */
  CONTEXT("$ctx"),
  /** What all events of the stream carry, for example the thread. */
  COMMON("$common"),
  /** What the event's packet carries, for example the processor. */
  PACKET("$packet");

  private final String prefix;

  FieldScope(String prefix) {
    this.prefix = prefix;
  }

  /**
   * How paths begin that mean this part.
   *
   * @return a word with a dollar sign, empty for any
   */
  public String prefix() {
    return prefix;
  }
}
