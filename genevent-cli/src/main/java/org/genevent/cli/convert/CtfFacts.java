package org.genevent.cli.convert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.genevent.model.trace.ClockClass;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.Identity;
import org.genevent.model.trace.TraceClass;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireBitArray;
import org.genevent.model.trace.WireBitMap;
import org.genevent.model.trace.WireBlob;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireDynamicBlob;
import org.genevent.model.trace.WireEncoding;
import org.genevent.model.trace.WireInteger;
import org.genevent.model.trace.WireSequence;

/**
 * What CTF 2 says and CTF 1.8 has no words for, as facts about the trace, and back: descriptions, and of {@link
 * PathFacts.Kind#SECOND} each by the path of what it is about, {@code #} and the name of the property.
 */
final class CtfFacts {

  private static final String ID = "#id";
  private static final String NAMESPACE = "#namespace";
  private static final String NAME = "#name";
  private static final String UID = "#uid";
  private static final String ACCURACY = "#accuracy";
  private static final String ORIGIN = "#origin";
  private static final String MEDIA_TYPE = "#media-type";
  private static final String BITS = "#bit-array";
  private static final String FLAG = "#flag/";

  /** What stands for a name or uid that there is not, although CTF 1.8 has a name or a uuid; no identity has it. */
  private static final String NONE = "\u2205";

  private static final String TRACE = "trace";
  private static final String FACT = "fact/";

  private CtfFacts() {}

  /**
   * Takes down what CTF 1.8 has no words for.
   *
   * @param clockNames the names that clocks have in the new trace, by their own
   * @param factNames those of facts about the trace
   */
  static void take(
      TraceClass trace,
      Map<String, String> clockNames,
      Map<String, String> factNames,
      PathFacts facts) {
    descriptions(trace, facts);
    identity(TRACE, trace.identity(), NONE, TraceLosses.uuid(trace), facts);
    trace.clocks().forEach(clock -> takeClock(clock, clockNames.get(clock.name()), facts));
    factNames.forEach((own, name) -> {
      if (!own.equals(name)) {
        put(facts, FACT + name + NAME, own);
      }
    });
    for (DataStreamClass stream : trace.dataStreamClasses()) {
      identity(TracePaths.of(stream), stream.identity(), NONE, Optional.empty(), facts);
      for (EventRecordClass event : stream.eventRecordClasses()) {
        identity(
            TracePaths.of(stream, event), event.identity(), event.name(), Optional.empty(), facts);
      }
    }
    TracePaths.map(trace, new Classes(facts));
    WordFacts.take(trace.words(), clockNames, facts);
  }

  private static void put(PathFacts facts, String path, Object text) {
    facts.put(PathFacts.Kind.SECOND, path, String.valueOf(text));
  }

  private static void takeClock(ClockClass clock, String name, PathFacts facts) {
    String path = clock(name);
    if (!clock.name().equals(name)) {
      put(facts, path + ID, clock.name());
    }
    identity(path, clock.identity(), clock.name(), TraceLosses.uuid(clock), facts);
    if (clock.accuracyCycles() != 0) {
      put(facts, path + ACCURACY, clock.accuracyCycles());
    }
    clock
        .origin()
        .ifPresent(origin -> identity(path + ORIGIN, origin, NONE, Optional.empty(), facts));
  }

  private static String clock(String name) {
    return "clock/" + TracePaths.encoded(name);
  }

  /** A name or uid that CTF 1.8 has in another place is no fact. */
  private static void identity(
      String path, Identity identity, String known, Optional<UUID> uuid, PathFacts facts) {
    identity.namespace().ifPresent(text -> put(facts, path + NAMESPACE, text));
    identity
        .name()
        .filter(text -> !text.equals(known))
        .ifPresent(text -> put(facts, path + NAME, text));
    identity
        .uid()
        .filter(text -> !text.equals(uuid.map(UUID::toString).orElse(null)))
        .ifPresent(text -> put(facts, path + UID, text));
    if (uuid.isPresent() && identity.uid().isEmpty()) {
      put(facts, path + UID, NONE);
    }
    if (uuid.isPresent() && !known.equals(NONE) && identity.name().isEmpty()) {
      put(facts, path + NAME, NONE);
    }
  }

  /** Descriptions by names, but where the same names have several, by the paths that only one thing has. */
  static void descriptions(TraceClass trace, PathFacts facts) {
    Map<TracePaths.Path, String> found = new LinkedHashMap<>();
    Map<String, String> byName = new HashMap<>();
    Map<String, Boolean> several = new HashMap<>();
    TracePaths.map(trace, new Texts() {
      @Override
      public String description(TracePaths.Path path, String text) {
        found.putIfAbsent(path, text);
        String known = byName.putIfAbsent(path.named(), text);
        several.merge(path.named(), known != null && !known.equals(text), Boolean::logicalOr);
        return text;
      }
    });
    found.forEach((path, text) -> {
      boolean own = path.named().isEmpty()
          || several.get(path.named())
          || path.named().indexOf(' ') >= 0
          || path.named().indexOf(0) >= 0;
      if (!text.isBlank()) {
        facts.put(PathFacts.Kind.DESCRIPTION, own ? path.own() : path.named(), text);
      }
    });
  }

  /** Only descriptions are of interest. */
  private interface Texts extends TracePaths.Visitor {
    @Override
    default WireClass leaf(TracePaths.Path path, WireClass wire) {
      return wire;
    }
  }

  /** What classes say of bytes and bits. */
  private record Classes(PathFacts facts) implements TracePaths.Visitor {
    @Override
    public String description(TracePaths.Path path, String text) {
      return text;
    }

    @Override
    public WireClass leaf(TracePaths.Path path, WireClass wire) {
      if (wire instanceof WireBlob blob && blob.roles().isEmpty()) {
        put(facts, path.own() + MEDIA_TYPE, blob.mediaType());
      } else if (wire instanceof WireDynamicBlob blob) {
        put(facts, path.own() + MEDIA_TYPE, blob.mediaType());
      } else if (wire instanceof WireBitArray bits) {
        put(facts, path.own() + BITS, bits.sizeBits());
      } else if (wire instanceof WireBitMap map) {
        int number = 0;
        for (WireBitMap.Flag flag : map.flags()) {
          String bits = "/" + flag.firstBit() + "/" + flag.lastBit();
          put(facts, path.own() + FLAG + number++ + bits, flag.label());
        }
      }
      return wire;
    }
  }

  /** A trace of CTF 2 with what is among its facts in its own place. */
  static TraceClass restored(TraceClass trace) {
    PathFacts facts = new PathFacts(trace.environment(), null);
    TraceClass restored = restored(trace, facts);
    Map<String, String> names = new HashMap<>();
    trace
        .environment()
        .keySet()
        .forEach(name -> facts.second(FACT + name + NAME).ifPresent(own -> names.put(name, own)));
    Map<String, Object> environment = new LinkedHashMap<>();
    trace.environment().forEach((name, value) -> {
      if (!facts.isUsed(name, value)) {
        environment.putIfAbsent(names.getOrDefault(name, name), value);
      }
    });
    return new TraceClass(
        restored.majorVersion(),
        restored.identity(),
        restored.uuid(),
        restored.byteOrder(),
        restored.packetHeader(),
        environment,
        restored.clocks(),
        restored.dataStreamClasses(),
        restored.words());
  }

  /** A trace of CTF 2 with what was taken down in its own place. */
  static TraceClass restored(TraceClass trace, PathFacts facts) {
    Map<String, Map<String, WireBitMap.Flag>> flags = flags(facts);
    TraceClass described = TracePaths.map(trace, new TracePaths.Visitor() {
      @Override
      public String description(TracePaths.Path path, String text) {
        if (!text.isEmpty()) {
          return text;
        }
        String own = facts.description(path.own());
        return own.isEmpty() && !path.named().isEmpty() ? facts.description(path.named()) : own;
      }

      @Override
      public WireClass leaf(TracePaths.Path path, WireClass wire) {
        return withMeaning(wire, path.own(), facts, flags);
      }
    });
    List<DataStreamClass> streams = new ArrayList<>();
    for (DataStreamClass stream : described.dataStreamClasses()) {
      streams.add(new DataStreamClass(
          stream.id(),
          identity(TracePaths.of(stream), stream.identity(), facts),
          stream.clock().map(name -> facts.second(clock(name) + ID).orElse(name)),
          stream.description(),
          stream.packetContext(),
          stream.eventHeader(),
          stream.eventContext(),
          stream.eventRecordClasses().stream()
              .map(event -> event(stream, event, facts))
              .toList()));
    }
    Identity identity = identity(TRACE, trace.identity(), facts);
    Map<String, ClockClass> clocks = new LinkedHashMap<>();
    trace.clocks().forEach(clock -> clocks.put(clock.name(), clock(clock, facts)));
    return new TraceClass(
        trace.majorVersion(),
        identity,
        trace.uuid(),
        trace.byteOrder(),
        described.packetHeader(),
        trace.environment(),
        List.copyOf(clocks.values()),
        streams,
        WordFacts.restored(trace, clocks, facts));
  }

  private static EventRecordClass event(
      DataStreamClass stream, EventRecordClass event, PathFacts facts) {
    return new EventRecordClass(
        event.id(),
        identity(TracePaths.of(stream, event), event.identity(), facts),
        event.name(),
        event.description(),
        event.logLevel(),
        event.context(),
        event.fields());
  }

  private static Identity identity(String path, Identity known, PathFacts facts) {
    return new Identity(
        facts.second(path + NAMESPACE).or(known::namespace),
        facts.second(path + NAME).or(known::name).filter(text -> !text.equals(NONE)),
        facts.second(path + UID).or(known::uid).filter(text -> !text.equals(NONE)));
  }

  private static ClockClass clock(ClockClass clock, PathFacts facts) {
    String path = clock(clock.name());
    Identity origin = identity(path + ORIGIN, clock.origin().orElse(Identity.NONE), facts);
    return new ClockClass(
        facts.second(path + ID).orElse(clock.name()),
        identity(path, clock.identity(), facts),
        clock.uuid(),
        clock.description(),
        clock.frequencyHz(),
        clock.precisionCycles(),
        facts
            .second(path + ACCURACY)
            .filter(text -> text.matches("[0-9]{1,18}"))
            .map(Long::valueOf)
            .orElse(clock.accuracyCycles()),
        clock.offsetSeconds(),
        clock.offsetCycles(),
        clock.absolute(),
        origin.name().isPresent() && origin.uid().isPresent()
            ? Optional.of(origin)
            : Optional.empty());
  }

  /** Names of bits by the paths of fields, in the order in which they were taken down. */
  private static Map<String, Map<String, WireBitMap.Flag>> flags(PathFacts facts) {
    Map<String, Map<String, WireBitMap.Flag>> flags = new HashMap<>();
    for (String path : facts.seconds()) {
      int at = path.indexOf(FLAG);
      String[] numbers =
          at < 0 ? new String[0] : path.substring(at + FLAG.length()).split("/");
      if (numbers.length != 3 || !String.join("", numbers).matches("[0-9]{3,8}")) {
        continue;
      }
      int first = Integer.parseInt(numbers[1]);
      int last = Integer.parseInt(numbers[2]);
      if (first <= last && last < Long.SIZE) {
        flags
            .computeIfAbsent(path.substring(0, at), key -> new TreeMap<>())
            .put(
                String.format("%8s", numbers[0]) + path,
                new WireBitMap.Flag(facts.second(path).orElseThrow(), first, last));
      }
    }
    return flags;
  }

  private static WireClass withMeaning(
      WireClass wire,
      String path,
      PathFacts facts,
      Map<String, Map<String, WireBitMap.Flag>> flags) {
    if (wire instanceof WireInteger integer && flags.containsKey(path)) {
      List<WireBitMap.Flag> ofPath = List.copyOf(flags.get(path).values());
      boolean fit = ofPath.stream().allMatch(flag -> flag.lastBit() < integer.sizeBits());
      return fit ? new WireBitMap(bits(integer), ofPath) : wire;
    } else if (wire instanceof WireInteger integer) {
      String size = String.valueOf(integer.sizeBits());
      return facts.second(path + BITS).filter(size::equals).isPresent() ? bits(integer) : wire;
    } else if (wire instanceof WireArray array && isByte(array.element())) {
      return facts
          .second(path + MEDIA_TYPE)
          .<WireClass>map(type -> new WireBlob(array.length(), type, Set.of()))
          .orElse(wire);
    } else if (wire instanceof WireSequence sequence && isByte(sequence.element())) {
      return facts
          .second(path + MEDIA_TYPE)
          .<WireClass>map(type -> new WireDynamicBlob(sequence.length(), type))
          .orElse(wire);
    }
    return wire;
  }

  private static WireBitArray bits(WireInteger integer) {
    return new WireBitArray(
        integer.sizeBits(), integer.alignmentBits(), integer.byteOrder(), false);
  }

  private static boolean isByte(WireClass wire) {
    return wire instanceof WireInteger integer
        && integer.sizeBits() == Byte.SIZE
        && integer.alignmentBits() == Byte.SIZE
        && integer.encoding() == WireEncoding.NONE;
  }
}
