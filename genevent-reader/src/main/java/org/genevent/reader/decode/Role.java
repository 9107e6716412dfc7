package org.genevent.reader.decode;

import java.util.Optional;

/** The members of headers and contexts that a reader itself needs. Source: CTF 1.8.3, sections 5 and 6. */
enum Role {
  MAGIC("magic"),
  STREAM_ID("stream_id"),
  STREAM_INSTANCE_ID("stream_instance_id"),
  TIMESTAMP_BEGIN("timestamp_begin"),
  TIMESTAMP_END("timestamp_end"),
  CONTENT_SIZE("content_size"),
  PACKET_SIZE("packet_size"),
  PACKET_SEQ_NUM("packet_seq_num"),
  EVENTS_DISCARDED("events_discarded"),
  EVENT_ID("id");

  private final String member;

  Role(String member) {
    this.member = member;
  }

  /** The role of a member of a packet's header or context, or of an event's header. */
  static Optional<Role> of(Scope scope, String memberName) {
    for (Role role : values()) {
      boolean inEvent = role == EVENT_ID;
      boolean here = switch (scope) {
        case PACKET_HEADER, PACKET_CONTEXT -> !inEvent;
        case EVENT_HEADER -> inEvent;
        default -> false;
      };
      if (here && role.member.equals(memberName)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
