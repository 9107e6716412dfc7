package org.genevent.reader.decode;

import java.util.List;
import java.util.Optional;
import org.genevent.model.trace.ClockClass;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.FieldRole;
import org.genevent.model.trace.Scope;
import org.genevent.model.trace.WireArray;
import org.genevent.model.trace.WireChoice;
import org.genevent.model.trace.WireClass;
import org.genevent.model.trace.WireEnumeration;
import org.genevent.model.trace.WireMember;
import org.genevent.model.trace.WireNumber;
import org.genevent.model.trace.WireOptional;
import org.genevent.model.trace.WireSequence;
import org.genevent.model.trace.WireStructure;
import org.genevent.model.trace.WireVariant;

/** The clock that tells the time of the events of a stream. Source: CTF 1.8.3, section 8. */
final class StreamClock {

  private static final long SECOND_NANOS = 1_000_000_000L;

  /** A stream whose events have no time. */
  static final StreamClock NONE = new StreamClock(null);

  private final ClockClass clock;

  /** Whether a cycle is a nanosecond, or nobody knows; then this is between both. */
  private final boolean plain;

  private final long offsetNanos;

  private StreamClock(ClockClass clock) {
    this.clock = clock;
    plain = clock == null || clock.frequencyHz() == SECOND_NANOS;
    offsetNanos =
        clock == null || !plain ? 0 : clock.offsetSeconds() * SECOND_NANOS + clock.offsetCycles();
  }

  /**
   * The clock of a stream: the one that it names, or the first that its event header is mapped to, else the first of its packet context; where neither
   * names one and the trace has only one, that one.
   */
  static StreamClock of(DataStreamClass stream, List<ClockClass> clocks) {
    Optional<String> name = stream
        .clock()
        .or(() -> stream.eventHeader().flatMap(StreamClock::mapped))
        .or(() -> stream.packetContext().flatMap(StreamClock::mapped));
    if (name.isEmpty()) {
      return clocks.size() == 1 ? new StreamClock(clocks.get(0)) : NONE;
    }
    return clocks.stream()
        .filter(one -> one.name().equals(name.get()))
        .findFirst()
        .map(StreamClock::new)
        .orElse(NONE);
  }

  private static Optional<String> mapped(WireClass wire) {
    if (wire instanceof WireNumber number) {
      return number.clock();
    } else if (wire instanceof WireEnumeration enumeration) {
      return enumeration.container().clock();
    } else if (wire instanceof WireArray array) {
      return mapped(array.element());
    } else if (wire instanceof WireSequence sequence) {
      return mapped(sequence.element());
    } else if (wire instanceof WireStructure structure) {
      return mapped(structure.members());
    } else if (wire instanceof WireVariant variant) {
      return mapped(variant.options());
    } else if (wire instanceof WireOptional optional) {
      return mapped(optional.content());
    } else if (wire instanceof WireChoice choice) {
      return choice.options().stream()
          .map(option -> mapped(option.wireClass()))
          .flatMap(Optional::stream)
          .findFirst();
    }
    return Optional.empty();
  }

  private static Optional<String> mapped(List<WireMember> members) {
    return members.stream()
        .map(WireMember::wireClass)
        .map(StreamClock::mapped)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * Whether an integer sets this clock.
   *
   * <p>An integer with the role of a timestamp does, also where it is not mapped: tracers older than the mapping mean the only
   * clock by it, and babeltrace2 reads them so. The end of a packet never does: it lies in the future of the packet's events.
   */
  boolean isSetBy(Scope scope, WireNumber number) {
    if (clock == null
        || scope.compareTo(Scope.EVENT_HEADER) > 0
        || number.roles().contains(FieldRole.PACKET_END_DEFAULT_CLOCK_TIMESTAMP)) {
      return false;
    }
    return number.clock().isPresent()
        ? number.clock().get().equals(clock.name())
        : !number.signed() && number.roles().contains(FieldRole.DEFAULT_CLOCK_TIMESTAMP);
  }

  /** Nanoseconds since the epoch of a value of the clock; without a clock, the value itself. */
  long realNanos(long cycles) {
    return plain ? cycles + offsetNanos : scaled(cycles);
  }

  private long scaled(long cycles) {
    long total = cycles + clock.offsetCycles();
    long frequency = clock.frequencyHz();
    long seconds = Math.floorDiv(total, frequency);
    long rest = Math.floorMod(total, frequency);
    long nanos = rest <= Long.MAX_VALUE / SECOND_NANOS
        ? rest * SECOND_NANOS / frequency
        // a clock of more than 9 GHz: a double holds its share of a second to the nanosecond
        : (long) ((double) rest * SECOND_NANOS / frequency);
    return (clock.offsetSeconds() + seconds) * SECOND_NANOS + nanos;
  }
}
