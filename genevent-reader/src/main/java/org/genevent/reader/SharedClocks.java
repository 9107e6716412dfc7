package org.genevent.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.genevent.model.trace.ClockClass;
import org.genevent.model.trace.TraceClass;

/**
 * The clocks that traces have in common.
 *
 * <p>A tracer finds out how far its clock is from the epoch when it starts, so two traces of one clock differ in it by
 * microseconds, which is enough to turn cause and effect around. By the clock's uuid they are known to be the same, and the
 * offset of the trace that was opened first is good for both. Source: CTF 1.8.3, section 8; in CTF 2 the
 * clock's uid says the same.
 */
final class SharedClocks {

  private final Map<String, ClockClass> first = new HashMap<>();

  SharedClocks() {}

  /** A trace with the offsets that its clocks have in the traces before it. */
  TraceClass apply(TraceClass trace) {
    List<ClockClass> clocks = trace.clocks().stream().map(this::shared).toList();
    if (clocks.equals(trace.clocks())) {
      return trace;
    }
    return new TraceClass(
        trace.majorVersion(),
        trace.identity(),
        trace.uuid(),
        trace.byteOrder(),
        trace.packetHeader(),
        trace.environment(),
        clocks,
        trace.dataStreamClasses(),
        trace.words());
  }

  private ClockClass shared(ClockClass clock) {
    Optional<String> key =
        clock.uuid().map(UUID::toString).or(() -> clock.identity().uid());
    if (key.isEmpty()) {
      return clock;
    }
    ClockClass known = first.putIfAbsent(key.get(), clock);
    if (known == null || known.frequencyHz() != clock.frequencyHz()) {
      return clock;
    }
    return new ClockClass(
        clock.name(),
        clock.identity(),
        clock.uuid(),
        clock.description(),
        clock.frequencyHz(),
        clock.precisionCycles(),
        clock.accuracyCycles(),
        known.offsetSeconds(),
        known.offsetCycles(),
        clock.absolute(),
        clock.origin());
  }
}
