package org.genevent.reader.query;

import java.nio.file.Path;
import java.util.List;
import org.genevent.reader.TraceReader;

/**
 * From when to when the events of traces are. Each is looked for when it is asked for, by reading the traces: the first event
 * is found at once, the last one takes as long as counting them.
 */
public final class TimeSpan {

  private final List<Path> traces;
  private boolean read;
  private long first;
  private long last;

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
    if (!read) {
      try (TraceReader reader = TraceReader.open(traces, finding -> {})) {
        first = reader.next() ? reader.timestampNanos() : 0;
      }
    }
    return first;
  }

  /**
   * When the last event was.
   *
   * @return nanoseconds since the epoch; 0 without any event
   */
  public long lastNanos() {
    if (!read) {
      try (TraceReader reader = TraceReader.open(traces, finding -> {})) {
        while (reader.next()) {
          first = read ? first : reader.timestampNanos();
          read = true;
          last = Math.max(last, reader.timestampNanos());
        }
      }
    }
    return last;
  }
}
