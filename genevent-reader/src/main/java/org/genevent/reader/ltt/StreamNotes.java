package org.genevent.reader.ltt;

/**
 * What our own runtime tells of a stream, as LTT has no place for it: by events of the facility {@code genevent}, {@code block}
 * with the number of a sub-buffer, and {@code discarded} with how many events were lost since the stream began.
 */
final class StreamNotes {

  /** The facility whose events are notes. */
  static final String FACILITY = "genevent";

  /** The field that has the number of lost events. */
  static final String DISCARDED_FIELD = "events";

  private long discardedEvents;
  private long lostBlocks;
  private long nextSequence = -1;
  private long repeatedBlocks;

  /** The field of an event that is such a note; empty for all others. */
  static String field(String facility, String event) {
    if (!facility.equals(FACILITY)) {
      return "";
    }
    return event.equals("discarded") ? DISCARDED_FIELD : event.equals("block") ? "sequence" : "";
  }

  /** Takes a note. */
  void take(String field, long value) {
    if (field.equals(DISCARDED_FIELD)) {
      discardedEvents = Math.max(discardedEvents, value);
    } else {
      if (nextSequence >= 0 && value > nextSequence) {
        lostBlocks += value - nextSequence;
      }
      if (value < nextSequence - 1) {
        repeatedBlocks++;
      }
      // the parts of a sub-buffer have one number
      nextSequence = value + 1;
    }
  }

  /** Reading goes on elsewhere: what is between is not lost. */
  void forgetSequence() {
    nextSequence = -1;
  }

  long discardedEvents() {
    return discardedEvents;
  }

  long repeatedBlocks() {
    return repeatedBlocks;
  }

  long lostBlocks() {
    return lostBlocks;
  }
}
