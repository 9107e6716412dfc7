package org.genevent.reader.output;

import org.genevent.reader.TraceReader;

/** Decides which events are shown. */
@FunctionalInterface
public interface EventSelection {

  /** Shows every event. */
  EventSelection ALL = reader -> Decision.TAKE;

  /** What to do with an event. */
  enum Decision {
    /** It is shown. */
    TAKE,
    /** It is left out. */
    SKIP,
    /** It is left out, and so is everything behind it. */
    END
  }

  /**
   * Decides about the current event of a reader.
   *
   * @param reader stands at the event
   * @return what to do with it
   */
  Decision decide(TraceReader reader);
}
