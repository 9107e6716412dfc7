package org.genevent.reader.metadata.json;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genevent.model.trace.FieldRole;
import org.genevent.model.trace.Scope;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireBlob;
import org.genevent.model.trace.WireChoice;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireNumber;
import org.genevent.model.trace.WireOptional;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireVariableInteger;

/**
 * Checks the roles in a structure of packets or events, and maps what has the role of a timestamp to the stream's clock.
 * Source: CTF2-SPEC-2.0, "Roles".
 */
final class ScopeRoles {

  private static final Set<FieldRole> TIMESTAMPS =
      EnumSet.of(FieldRole.DEFAULT_CLOCK_TIMESTAMP, FieldRole.PACKET_END_DEFAULT_CLOCK_TIMESTAMP);

  private static final Map<Scope, Set<FieldRole>> ALLOWED = new EnumMap<>(Scope.class);

  static {
    ALLOWED.put(
        Scope.PACKET_HEADER,
        EnumSet.of(
            FieldRole.PACKET_MAGIC_NUMBER,
            FieldRole.METADATA_STREAM_UUID,
            FieldRole.DATA_STREAM_CLASS_ID,
            FieldRole.DATA_STREAM_ID));
    ALLOWED.put(
        Scope.PACKET_CONTEXT,
        EnumSet.of(
            FieldRole.PACKET_TOTAL_LENGTH,
            FieldRole.PACKET_CONTENT_LENGTH,
            FieldRole.DEFAULT_CLOCK_TIMESTAMP,
            FieldRole.PACKET_END_DEFAULT_CLOCK_TIMESTAMP,
            FieldRole.DISCARDED_EVENT_RECORD_COUNTER_SNAPSHOT,
            FieldRole.PACKET_SEQUENCE_NUMBER));
    ALLOWED.put(
        Scope.EVENT_HEADER,
        EnumSet.of(FieldRole.EVENT_RECORD_CLASS_ID, FieldRole.DEFAULT_CLOCK_TIMESTAMP));
  }

  private final Problems problems;
  private final RoleHolders holders;
  private final Json at;
  private final Scope scope;
  private final Optional<String> clock;

  private ScopeRoles(
      Problems problems, RoleHolders holders, Json at, Scope scope, Optional<String> clock) {
    this.problems = problems;
    this.holders = holders;
    this.at = at;
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * The structure with its timestamps mapped.
   *
   * @param problems makes failures
   * @param holders knows what has no roles, which is most
   * @param at where the structure stands
   * @param scope which structure it is
   * @param clock the name of the stream's clock, if it has one
   * @param structure the structure
   * @return the structure itself if nothing in it has a role
   */
  static WireStructure map(
      Problems problems,
      RoleHolders holders,
      Json at,
      Scope scope,
      Optional<String> clock,
      WireStructure structure) {
    return (WireStructure) new ScopeRoles(problems, holders, at, scope, clock).convert(structure);
  }

  private WireClass convert(WireClass wire) {
    if (!holders.hasRoles(wire)) {
      return wire;
    }
    if (wire instanceof WireNumber number) {
      return number(number);
    } else if (wire instanceof WireEnumeration enumeration) {
      WireNumber container = number(enumeration.container());
      return container == enumeration.container()
          ? wire
          : new WireEnumeration(container, enumeration.mappings());
    } else if (wire instanceof WireBlob blob) {
      check(blob.roles());
    } else if (wire instanceof WireStructure structure) {
      return structure(structure);
    } else if (wire instanceof WireArray array) {
      WireClass element = convert(array.element());
      return element == array.element()
          ? wire
          : new WireArray(array.length(), element, array.minimumAlignmentBits());
    } else if (wire instanceof WireSequence sequence) {
      WireClass element = convert(sequence.element());
      return element == sequence.element()
          ? wire
          : new WireSequence(sequence.length(), element, sequence.minimumAlignmentBits());
    } else if (wire instanceof WireOptional optional) {
      WireClass content = convert(optional.content());
      return content == optional.content()
          ? wire
          : new WireOptional(optional.selector(), optional.ranges(), content);
    } else if (wire instanceof WireChoice choice) {
      return choice(choice);
    }
    return wire;
  }

  private WireClass structure(WireStructure structure) {
    List<WireMember> members = new ArrayList<>();
    boolean same = true;
    for (WireMember member : structure.members()) {
      WireClass converted = convert(member.wireClass());
      same &= converted == member.wireClass();
      members.add(new WireMember(member.name(), converted, member.description()));
    }
    return same ? structure : new WireStructure(members, structure.minimumAlignmentBits());
  }

  private WireClass choice(WireChoice choice) {
    List<WireChoice.Option> options = new ArrayList<>();
    boolean same = true;
    for (WireChoice.Option option : choice.options()) {
      WireClass converted = convert(option.wireClass());
      same &= converted == option.wireClass();
      options.add(
          new WireChoice.Option(option.name(), option.ranges(), converted, option.description()));
    }
    return same ? choice : new WireChoice(choice.selector(), options);
  }

  private void check(Set<FieldRole> roles) {
    for (FieldRole role : roles) {
      if (!ALLOWED.getOrDefault(scope, Set.of()).contains(role)) {
        throw problems.meaning(
            at, "a field of this structure cannot have the role '" + RoleNames.of(role) + "'");
      }
    }
  }

  private WireNumber number(WireNumber number) {
    check(number.roles());
    if (number.roles().stream().noneMatch(TIMESTAMPS::contains)) {
      return number;
    } else if (clock.isEmpty()) {
      throw problems.meaning(
          at, "a field has the role of a timestamp, but the data stream class has no clock");
    } else if (number instanceof WireInteger integer) {
      return integer.withClock(clock.get());
    }
    return new WireVariableInteger(number.signed(), number.base(), clock, number.roles());
  }
}
