package org.genevent.reader.query;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.genevent.reader.TraceReader;

/**
 * From when to when the events of traces are. Each is looked for when it is asked for: the first event is found at once, the last
 * one in the packets that begin last; where packets do not say when, by reading everything.
 */
public final class TimeSpan {

  private final List<Path> traces;
  private OptionalLong first = OptionalLong.empty();
  private OptionalLong last = OptionalLong.empty();

  /**
   * The span of traces.
   *
   * @param traces directories of traces, or directories above such
   */
  public TimeSpan(List<Path> traces) {
    this.traces = List.copyOf(traces);
  }

  /**
   * When the first event was.
   *
   * @return nanoseconds since the epoch; 0 without any event
   */
  public long firstNanos() {
    if (first.isEmpty()) {
      try (TraceReader reader = TraceReader.open(traces, finding -> {})) {
        first = OptionalLong.of(reader.next() ? reader.timestampNanos() : 0);
      }
    }
    return first.getAsLong();
  }

  /**
   * When the last event was.
   *
   * @return nanoseconds since the epoch; 0 without any event
   */
  public long lastNanos() {
    if (last.isEmpty()) {
      try (TraceReader reader = TraceReader.open(traces, finding -> {})) {
        OptionalLong lastPacket = reader.lastPacketNanos();
        if (lastPacket.isPresent()) {
          reader.seek(lastPacket.getAsLong());
          last = latest(reader);
        }
      }
    }
    if (last.isEmpty()) {
      try (TraceReader reader = TraceReader.open(traces, finding -> {})) {
        last = OptionalLong.of(latest(reader).orElse(0));
      }
    }
    return last.getAsLong();
  }

  private static OptionalLong latest(TraceReader reader) {
    long latest = Long.MIN_VALUE;
    boolean any = false;
    while (reader.next()) {
      latest = Math.max(latest, reader.timestampNanos());
      any = true;
    }
    return any ? OptionalLong.of(latest) : OptionalLong.empty();
  }
}
