package org.genevent.reader.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genevent.model.trace.FieldRole;
import org.genevent.model.trace.Scope;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireVariant;

/** Gives the members of headers and contexts the roles that TSDL means by their names. Source: CTF 1.8.3, sections 5 and 6. */
final class MemberRoles {

  private final Scope scope;

  private MemberRoles(Scope scope) {
    this.scope = scope;
  }

  static Optional<WireStructure> in(Scope scope, Optional<WireStructure> structure) {
    return structure.map(one -> new MemberRoles(scope).structure(one));
  }

  private WireStructure structure(WireStructure structure) {
    return new WireStructure(members(structure.members()), structure.minimumAlignmentBits());
  }

  private List<WireMember> members(List<WireMember> members) {
    List<WireMember> with = new ArrayList<>(members.size());
    for (WireMember member : members) {
      with.add(new WireMember(
          member.name(), convert(member.wireClass(), member.name()), member.description()));
    }
    return with;
  }

  private WireClass convert(WireClass wire, String name) {
    if (wire instanceof WireInteger integer) {
      return integer(integer, name);
    } else if (wire instanceof WireEnumeration enumeration) {
      return enumeration.container() instanceof WireInteger integer
          ? new WireEnumeration(integer(integer, name), enumeration.mappings())
          : enumeration;
    } else if (wire instanceof WireStructure structure) {
      return structure(structure);
    } else if (wire instanceof WireVariant variant) {
      return new WireVariant(variant.tag(), members(variant.options()));
    } else if (wire instanceof WireArray array) {
      return new WireArray(array.length(), convert(array.element(), ""));
    } else if (wire instanceof WireSequence sequence) {
      return new WireSequence(sequence.length(), convert(sequence.element(), ""));
    }
    return wire;
  }

  private WireInteger integer(WireInteger integer, String name) {
    FieldRole role = role(name, integer.signed());
    return role == null ? integer : integer.withRoles(Set.of(role));
  }

  private FieldRole role(String name, boolean signed) {
    if (scope == Scope.EVENT_HEADER) {
      return switch (name) {
        case "id" -> FieldRole.EVENT_RECORD_CLASS_ID;
        case "timestamp" -> signed ? null : FieldRole.DEFAULT_CLOCK_TIMESTAMP;
        default -> null;
      };
    }
    return switch (name) {
      case "magic" -> FieldRole.PACKET_MAGIC_NUMBER;
      case "stream_id" -> FieldRole.DATA_STREAM_CLASS_ID;
      case "stream_instance_id" -> FieldRole.DATA_STREAM_ID;
      case "timestamp_begin" ->
        scope == Scope.PACKET_CONTEXT ? FieldRole.DEFAULT_CLOCK_TIMESTAMP : null;
      case "timestamp_end" -> FieldRole.PACKET_END_DEFAULT_CLOCK_TIMESTAMP;
      case "content_size" -> FieldRole.PACKET_CONTENT_LENGTH;
      case "packet_size" -> FieldRole.PACKET_TOTAL_LENGTH;
      case "packet_seq_num" -> FieldRole.PACKET_SEQUENCE_NUMBER;
      case "events_discarded" -> FieldRole.DISCARDED_EVENT_RECORD_COUNTER_SNAPSHOT;
      default -> null;
    };
  }
}
