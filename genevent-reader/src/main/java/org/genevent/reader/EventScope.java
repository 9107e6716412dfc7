package org.genevent.reader;

/** The parts of an event that have fields, in the order of their bits. */
public enum EventScope {
  /** What the event's packet carries, for example the processor. */
  PACKET_CONTEXT,
  /** What all events of the stream carry, for example the thread. */
  STREAM_CONTEXT,
  /** What the event's facility declares for all its events. */
  CONTEXT,
  /** The event's own fields. */
  FIELDS
}
