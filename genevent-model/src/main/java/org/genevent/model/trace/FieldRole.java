package org.genevent.model.trace;

/**
 * The part that a field has in the structure of packets and events. In CTF 2 a field class says it; in CTF 1.8 the member's
 * name does. Source: CTF2-SPEC-2.0, section "Roles"; CTF 1.8.3, sections 5 and 6.
 */
public enum FieldRole {
  /** In the packet header: 0xC1FC1FC1. */
  PACKET_MAGIC_NUMBER,
  /** In the packet header: the uuid of the metadata, as 16 bytes. */
  METADATA_STREAM_UUID,
  /** In the packet header: the id of the data stream class. */
  DATA_STREAM_CLASS_ID,
  /** In the packet header: the number of the data stream among those of its class. */
  DATA_STREAM_ID,
  /** In the packet context: the packet's size in bits, with its padding. */
  PACKET_TOTAL_LENGTH,
  /** In the packet context: the size in bits of what the packet holds, with its header and context. */
  PACKET_CONTENT_LENGTH,
  /** In the packet context and in event headers: the stream's clock, or its lower bits. */
  DEFAULT_CLOCK_TIMESTAMP,
  /** In the packet context: the stream's clock at the packet's end. */
  PACKET_END_DEFAULT_CLOCK_TIMESTAMP,
  /** In the packet context: how many events the stream lost up to the packet's end. */
  DISCARDED_EVENT_RECORD_COUNTER_SNAPSHOT,
  /** In the packet context: the packet's number in its stream. */
  PACKET_SEQUENCE_NUMBER,
  /** In the event header: the id of the event record class. */
  EVENT_RECORD_CLASS_ID
}
