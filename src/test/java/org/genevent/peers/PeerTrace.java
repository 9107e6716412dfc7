package org.genevent.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.proof.BabeltraceText;
import org.genevent.reader.EventRecord;
import org.genevent.reader.TraceReader;

/** A trace as both readers see it. */
final class PeerTrace {

  /**
   * What both readers agree on.
   *
   * @param events the events, as our reader gave them
   * @param discarded how many events the tracer counted as lost
   */
  record Agreed(List<EventRecord> events, long discarded) {}

  /** babeltrace2 2.0 shows an empty text as one that the same field had before. */
  private final Set<Object> earlierTexts = new HashSet<>();

  private final long clockErrorNanos;

  private PeerTrace(long clockErrorNanos) {
    this.clockErrorNanos = clockErrorNanos;
  }

  /**
   * Reads a trace with both readers and compares every event: time, name, and the value of every field.
   *
   * @param trace the folder
   * @param clockErrorNanos how far off babeltrace2's time may be: it turns cycles of clocks that do not count nanoseconds
   *     into nanoseconds with the 53 bits of a double
   * @return what they agree on
   */
  static Agreed compare(Path trace, long clockErrorNanos) {
    List<BabeltraceText.Event> theirs = BabeltraceText.readRealTime(trace);
    List<EventRecord> ours = new ArrayList<>();
    List<Diagnostic> findings = new ArrayList<>();
    long discarded;
    try (TraceReader reader = TraceReader.open(List.of(trace), findings::add)) {
      while (reader.next()) {
        ours.add(reader.record());
      }
      discarded = reader.discardedEvents();
    }
    assertEquals(List.of(), findings);
    assertEquals(theirs.size(), ours.size());
    PeerTrace peers = new PeerTrace(clockErrorNanos);
    for (int i = 0; i < ours.size(); i++) {
      peers.event(ours.get(i), theirs.get(i), "event " + i + " ");
    }
    return new Agreed(ours, discarded);
  }

  private void event(EventRecord ours, BabeltraceText.Event theirs, String where) {
    String name = ours.facility().isEmpty() ? ours.event() : ours.facility() + ":" + ours.event();
    assertEquals(theirs.name(), name, where);
    long difference = theirs.timestamp() - ours.timestampNanos();
    assertTrue(Math.abs(difference) <= clockErrorNanos, where + "differs by " + difference + " ns");
    scope(
        ours.streamContext(),
        theirs.scopes().get("stream.event.context"),
        where + "stream context");
    scope(ours.context(), theirs.scopes().get("event.context"), where + "context");
    scope(ours.fields(), theirs.scopes().get("event.fields"), where + name);
  }

  private void scope(Map<String, Object> ours, Object theirs, String where) {
    value(ours, theirs == null ? Map.of() : theirs, where);
  }

  private void value(Object ours, Object theirs, String where) {
    if (ours instanceof Map<?, ?> members) {
      members((Map<?, ?>) theirs, members, where);
    } else if (ours instanceof List<?> elements) {
      List<?> others = (List<?>) theirs;
      assertEquals(others.size(), elements.size(), where);
      for (int i = 0; i < elements.size(); i++) {
        value(elements.get(i), others.get(i), where + "[" + i + "]");
      }
    } else if (theirs instanceof BabeltraceText.Label label) {
      Object expected = label.label().isEmpty() ? (Object) label.value() : label.label();
      assertEquals(expected, ours, where);
    } else if (ours instanceof Double number) {
      // they print six digits
      double other = ((Number) theirs).doubleValue();
      assertTrue(Math.abs(number - other) <= Math.abs(number) * 1e-5, where + number + " " + other);
    } else if (!"".equals(ours) || !earlierTexts.contains(theirs)) {
      assertEquals(theirs, ours, where);
    }
    earlierTexts.add(ours);
  }

  private void members(Map<?, ?> theirs, Map<?, ?> ours, String where) {
    ours.forEach((name, value) -> {
      assertNotNull(theirs.get(name), () -> where + " has no " + name + ": " + theirs.keySet());
      value(value, theirs.get(name), where + "." + name);
    });
    for (Object name : theirs.keySet()) {
      // we do not show what only tells a length
      assertTrue(
          ours.containsKey(name) || name.toString().matches(".*_len(gth)?"),
          where + " lacks " + name);
    }
  }
}
