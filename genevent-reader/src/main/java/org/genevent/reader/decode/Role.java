package org.genevent.reader.decode;

import java.util.Optional;
import org.genevent.model.trace.FieldRole;
import org.genevent.model.trace.Scope;

/** The members of headers and contexts that a reader itself needs. Source: CTF 1.8.3, sections 5 and 6. */
enum Role {
  MAGIC,
  STREAM_ID,
  STREAM_INSTANCE_ID,
  TIMESTAMP_BEGIN,
  TIMESTAMP_END,
  CONTENT_SIZE,
  PACKET_SIZE,
  PACKET_SEQ_NUM,
  EVENTS_DISCARDED,
  EVENT_ID;

  /** What a role of the metadata is in a scope; empty for one that has no meaning there, or that only the clock needs. */
  static Optional<Role> of(Scope scope, FieldRole role) {
    boolean inPacket = scope == Scope.PACKET_HEADER || scope == Scope.PACKET_CONTEXT;
    if (!inPacket) {
      return scope == Scope.EVENT_HEADER && role == FieldRole.EVENT_RECORD_CLASS_ID
          ? Optional.of(EVENT_ID)
          : Optional.empty();
    }
    return Optional.ofNullable(
        switch (role) {
          case PACKET_MAGIC_NUMBER -> MAGIC;
          case DATA_STREAM_CLASS_ID -> STREAM_ID;
          case DATA_STREAM_ID -> STREAM_INSTANCE_ID;
          case DEFAULT_CLOCK_TIMESTAMP -> TIMESTAMP_BEGIN;
          case PACKET_END_DEFAULT_CLOCK_TIMESTAMP -> TIMESTAMP_END;
          case PACKET_CONTENT_LENGTH -> CONTENT_SIZE;
          case PACKET_TOTAL_LENGTH -> PACKET_SIZE;
          case PACKET_SEQUENCE_NUMBER -> PACKET_SEQ_NUM;
          case DISCARDED_EVENT_RECORD_COUNTER_SNAPSHOT -> EVENTS_DISCARDED;
          case METADATA_STREAM_UUID, EVENT_RECORD_CLASS_ID -> null;
        });
  }
}
