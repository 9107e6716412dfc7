package org.genevent.emitter.ctf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genevent.model.trace.ClockClass;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.FieldRole;
import org.genevent.model.trace.Identity;
import org.genevent.model.trace.TraceClass;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireBitArray;
import org.genevent.model.trace.WireBlob;
import org.genevent.model.trace.WireBoolean;
import org.genevent.model.trace.WireChoice;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireEncoding;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireLocation;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireOptional;
import org.genevent.model.trace.WireRange;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireText;
import org.genevent.model.trace.WireVariant;

/**
 * Says of the same bits in the words of CTF 2 what {@link PayloadWire} and {@link TraceFrame} say in those of CTF 1.8.
 *
 * <p>Where CTF 1.8 has no word, CTF 2 has one: booleans, optional values, texts of fixed size, the uuid.
 */
public final class SecondForm {

  private static final List<WireEnumeration.Mapping> TRUTH = List.of(
      new WireEnumeration.Mapping("false", 0, 0), new WireEnumeration.Mapping("true", 1, 1));

  private SecondForm() {}

  /**
   * A trace in the words of CTF 2.
   *
   * @param trace a trace as our runtime and converter write it in CTF 1.8
   * @return the same bits
   */
  public static TraceClass of(TraceClass trace) {
    List<DataStreamClass> streams = new ArrayList<>();
    trace.dataStreamClasses().forEach(stream -> streams.add(of(stream, trace.clocks())));
    return new TraceClass(
        2,
        new Identity(Optional.empty(), Optional.empty(), trace.uuid().map(Object::toString)),
        trace.uuid(),
        trace.byteOrder(),
        trace.packetHeader().map(SecondForm::of),
        trace.environment(),
        trace.clocks().stream().map(SecondForm::of).toList(),
        streams,
        trace.words());
  }

  /** The clock: its offset counts from the epoch, and where it is the same clock, its uid is the same. */
  private static ClockClass of(ClockClass clock) {
    return new ClockClass(
        clock.name(),
        new Identity(
            Optional.empty(), Optional.of(clock.name()), clock.uuid().map(Object::toString)),
        Optional.empty(),
        clock.description(),
        clock.frequencyHz(),
        clock.precisionCycles(),
        clock.accuracyCycles(),
        clock.offsetSeconds(),
        clock.offsetCycles(),
        true,
        Optional.empty());
  }

  static DataStreamClass of(DataStreamClass stream, List<ClockClass> clocks) {
    return new DataStreamClass(
        stream.id(),
        Identity.NONE,
        clocks.stream().findFirst().map(ClockClass::name),
        stream.description(),
        stream.packetContext().map(SecondForm::of),
        stream.eventHeader().map(SecondForm::of),
        stream.eventContext().map(SecondForm::of),
        stream.eventRecordClasses().stream().map(SecondForm::of).toList());
  }

  private static EventRecordClass of(EventRecordClass event) {
    return new EventRecordClass(
        event.id(),
        event.name(),
        event.description(),
        event.logLevel(),
        event.context().map(SecondForm::of),
        event.fields().map(SecondForm::of));
  }

  static WireStructure of(WireStructure structure) {
    Map<String, WireEnumeration> tags = new HashMap<>();
    List<WireMember> members = new ArrayList<>();
    for (WireMember member : structure.members()) {
      if (member.wireClass() instanceof WireEnumeration tag) {
        tags.put(member.name(), tag);
      }
      members.add(new WireMember(
          member.name(), of(member.wireClass(), member.name(), tags), member.description()));
    }
    return new WireStructure(members, structure.minimumAlignmentBits());
  }

  private static WireLocation beside(WireLocation location) {
    return new WireLocation.Relative(0, location.names());
  }

  private static WireClass of(WireClass wire, String name, Map<String, WireEnumeration> tags) {
    if (wire instanceof WireEnumeration enumeration
        && enumeration.mappings().equals(TRUTH)
        && enumeration.container() instanceof WireInteger integer
        && integer.sizeBits() == Byte.SIZE) {
      return new WireBoolean(new WireBitArray(
          integer.sizeBits(), integer.alignmentBits(), integer.byteOrder(), false));
    } else if (wire instanceof WireStructure structure) {
      return of(structure);
    } else if (wire instanceof WireArray array) {
      return array(array, name);
    } else if (wire instanceof WireSequence sequence) {
      return new WireSequence(beside(sequence.length()), of(sequence.element(), "", Map.of()));
    } else if (wire instanceof WireVariant variant) {
      return variant(variant, tags.get(variant.tag().names().get(0)));
    } else if (wire instanceof WireInteger integer && integer.encoding() != WireEncoding.NONE) {
      return integer.withEncoding(WireEncoding.NONE);
    }
    return wire;
  }

  private static WireClass array(WireArray array, String name) {
    if (array.element() instanceof WireInteger integer && integer.sizeBits() == Byte.SIZE) {
      if (integer.encoding() != WireEncoding.NONE) {
        return new WireText(array.length(), integer.encoding());
      } else if (name.equals("uuid")) {
        return new WireBlob(
            array.length(), WireBlob.ANY_TYPE, Set.of(FieldRole.METADATA_STREAM_UUID));
      }
    }
    return new WireArray(array.length(), of(array.element(), "", Map.of()));
  }

  private static WireClass variant(WireVariant variant, WireEnumeration tag) {
    List<WireChoice.Option> options = new ArrayList<>();
    for (WireMember option : variant.options()) {
      List<WireRange> ranges = tag.mappings().stream()
          .filter(mapping -> mapping.label().equals(option.name()))
          .map(mapping -> WireRange.of(mapping.firstValue()))
          .toList();
      options.add(new WireChoice.Option(
          Optional.of(option.name()),
          ranges,
          of(option.wireClass(), "", Map.of()),
          option.description()));
    }
    boolean optional = options.size() == 2
        && options.get(0).name().equals(Optional.of("absent"))
        && options.get(0).wireClass() instanceof WireStructure nothing
        && nothing.members().isEmpty()
        && options.get(1).name().equals(Optional.of("present"));
    return optional
        ? new WireOptional(
            beside(variant.tag()), options.get(1).ranges(), options.get(1).wireClass())
        : new WireChoice(beside(variant.tag()), options);
  }
}
