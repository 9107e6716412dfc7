package org.genevent.reader.decode;

import java.util.List;
import java.util.Optional;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireStructure;

/** Finds out which field of an event could not be decoded, by decoding it once more, field by field. Used by one thread. */
final class DamagedField {

  private final TracePlan plan;
  private final TracePlan.StreamPlan stream;
  private final BitInput in;
  private final State state;

  DamagedField(TracePlan plan, TracePlan.StreamPlan stream, BitInput in, State state) {
    this.plan = plan;
    this.stream = stream;
    this.in = in;
    this.state = state;
  }

  /**
   * Describes it.
   *
   * @param eventStart where the event or the padding in front of it begins, in bits of the packet
   * @return words that follow the place of the damage, with the metadata's line; empty if nothing is to be said
   */
  String text(long eventStart) {
    long clock = state.clock;
    long position = in.position();
    long workLeft = state.workLeft;
    try {
      return find(eventStart);
    } catch (DecodeFailure e) {
      return "";
    } finally {
      state.clock = clock;
      state.workLeft = workLeft;
      in.position(position);
    }
  }

  private String find(long eventStart) {
    in.position(eventStart);
    in.align(stream.eventHeader.alignmentBits);
    state.rolesSeen &= ~(1 << Role.EVENT_ID.ordinal());
    Optional<String> found =
        member(stream.eventHeader, stream.streamClass.eventHeader(), "of the event header");
    if (found.isPresent()) {
      return found.get();
    }
    TracePlan.EventPlan event =
        state.has(Role.EVENT_ID) ? stream.event(state.get(Role.EVENT_ID)) : stream.onlyEvent;
    if (event == null) {
      return state.has(Role.EVENT_ID)
          ? "; the id is " + Long.toUnsignedString(state.get(Role.EVENT_ID))
          : "";
    }
    String of = "of an event '" + event.eventClass.name() + "'";
    return member(stream.eventContext, stream.streamClass.eventContext(), of)
        .or(() -> member(event.context, event.eventClass.context(), of))
        .or(() -> member(event.fields, event.eventClass.fields(), of))
        .orElse("; the event is a '" + event.eventClass.name() + "'");
  }

  private Optional<String> member(
      Nodes.StructureNode structure, Optional<WireStructure> wire, String of) {
    if (wire.isEmpty()) {
      return Optional.empty();
    }
    in.align(structure.alignmentBits);
    List<WireMember> members = wire.get().members();
    for (int i = 0; i < structure.members.length; i++) {
      boolean failed = false;
      try {
        structure.members[i].decode(in, state, null);
      } catch (DecodeFailure e) {
        failed = true;
      }
      if (failed || in.remaining() < 0) {
        String where = plan.places.apply(members.get(i)).text();
        return Optional.of("; it is the field '"
            + Conventions.shown(members.get(i).name()) + "' " + of + ", " + where);
      }
    }
    return Optional.empty();
  }
}
