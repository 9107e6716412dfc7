package org.genevent.model.trace;

/** The six structures that a packet and its events are made of, in the order of their bits. */
public enum Scope {
  /** What each packet begins with: {@code trace.packet.header}. */
  PACKET_HEADER,
  /** What follows it: {@code stream.packet.context}. */
  PACKET_CONTEXT,
  /** What each event begins with: {@code stream.event.header}. */
  EVENT_HEADER,
  /** The context that all events of a stream have: {@code stream.event.context}. */
  STREAM_EVENT_CONTEXT,
  /** The context that events of one class have: {@code event.context}. */
  EVENT_CONTEXT,
  /** The payload: {@code event.fields}. */
  EVENT_FIELDS
}
