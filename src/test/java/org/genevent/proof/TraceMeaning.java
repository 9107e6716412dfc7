package org.genevent.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genevent.model.trace.ClockClass;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.FieldRole;
import org.genevent.model.trace.TraceClass;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireBitArray;
import org.genevent.model.trace.WireBitMap;
import org.genevent.model.trace.WireBoolean;
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

/** What the metadata of a CTF 2 trace says, but for where bits lie, and lengths and tags that are there for the format's sake. */
final class TraceMeaning {

  private final List<Object> lines = new ArrayList<>();

  private TraceMeaning() {}

  static List<Object> of(TraceClass trace) {
    TraceMeaning meaning = new TraceMeaning();
    meaning.lines.add(
        List.of(trace.majorVersion(), trace.identity(), trace.uuid(), trace.environment()));
    meaning.lines.add(trace.words());
    trace.clocks().forEach(meaning::clock);
    trace.dataStreamClasses().forEach(meaning::stream);
    return meaning.lines;
  }

  private void clock(ClockClass clock) {
    lines.add(clock);
  }

  private void stream(DataStreamClass stream) {
    lines.add(List.of(stream.id(), stream.identity(), stream.clock(), stream.description()));
    scope("packet", stream.packetContext());
    scope("header", stream.eventHeader());
    scope("events", stream.eventContext());
    for (EventRecordClass event : stream.eventRecordClasses()) {
      lines.add(List.of(
          event.id(), event.identity(), event.name(), event.description(), event.logLevel()));
      scope("context", event.context());
      scope("fields", event.fields());
    }
  }

  private void scope(String name, Optional<WireStructure> structure) {
    structure.ifPresent(members -> members(name, members));
  }

  private void members(String path, WireStructure structure) {
    for (WireMember member : structure.members()) {
      if (!member.name().startsWith("__") && isOwn(member.wireClass())) {
        field(path + "." + member.name() + " " + member.description(), member.wireClass());
      }
    }
  }

  private static boolean isOwn(WireClass wire) {
    return !(wire instanceof WireNumber number) || number.roles().isEmpty();
  }

  private void field(String path, WireClass wire) {
    if (wire instanceof WireStructure structure) {
      members(path, structure);
    } else if (wire instanceof WireArray array) {
      field(path + "[" + array.length() + "]", array.element());
    } else if (wire instanceof WireSequence sequence) {
      field(path + "[]", sequence.element());
    } else if (wire instanceof WireOptional optional) {
      field(path + "?", optional.content());
    } else if (wire instanceof WireChoice choice) {
      choice
          .options()
          .forEach(option ->
              field(path + "|" + option.name() + " " + option.description(), option.wireClass()));
    } else {
      lines.add(path + ": " + leaf(wire));
    }
  }

  private static Object leaf(WireClass wire) {
    if (wire instanceof WireInteger integer) {
      Set<FieldRole> roles = new HashSet<>(integer.roles());
      return List.of(integer.sizeBits(), integer.signed(), integer.base(), roles);
    } else if (wire instanceof WireEnumeration enumeration) {
      return List.of(leaf(enumeration.container()), enumeration.mappings());
    } else if (wire instanceof WireBitMap map) {
      return List.of(leaf(map.bits()), map.flags());
    } else if (wire instanceof WireBitArray bits) {
      return bits.sizeBits();
    }
    if (wire instanceof WireVariableInteger integer) {
      return List.of(Long.SIZE, integer.signed(), integer.base(), Set.of());
    } else if (wire instanceof WireBoolean) {
      return "truth";
    }
    return text(wire);
  }

  /** All of it but what says where it lies. */
  private static String text(WireClass wire) {
    return wire.toString().replaceAll("(alignmentBits|byteOrder|reversed)=[^,\\]]*,? ?", "");
  }
}
