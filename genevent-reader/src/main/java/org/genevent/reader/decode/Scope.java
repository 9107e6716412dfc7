package org.genevent.reader.decode;

/** The six structures that a packet and its events are made of, in the order of their bits. */
enum Scope {
  PACKET_HEADER("trace.packet.header"),
  PACKET_CONTEXT("stream.packet.context"),
  EVENT_HEADER("stream.event.header"),
  STREAM_EVENT_CONTEXT("stream.event.context"),
  EVENT_CONTEXT("event.context"),
  EVENT_FIELDS("event.fields");

  private final String path;

  Scope(String path) {
    this.path = path;
  }

  /** How absolute references begin. */
  String path() {
    return path;
  }
}
