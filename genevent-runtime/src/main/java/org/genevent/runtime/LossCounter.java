package org.genevent.runtime;

/** A stream as whoever overwrites its packets sees it. */
interface LossCounter {

  /** Counts events that were in a packet that nobody will read. */
  void addLost(long events);
}
