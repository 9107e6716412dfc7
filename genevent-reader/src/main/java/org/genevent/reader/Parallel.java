package org.genevent.reader;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.reader.decode.StreamCursor;
import org.genevent.reader.stream.EventStream;
import org.genevent.reader.stream.Slices;

/** Shares out what a reader is going to read among threads. */
final class Parallel implements Slices.Maker {

  @Override
  public Optional<Slices> of(TraceReader reader) {
    return reader.isUntouched() && !reader.bounded
        ? TimeSlices.of(reader, reader.traces.streams())
        : Optional.empty();
  }

  @Override
  public Optional<Map<EventRecordClass, Long>> count(TraceReader reader, int threads) {
    OpenTraces traces = reader.traces;
    List<EventStream> streams = traces.streams();
    if (!reader.isUntouched()
        || !traces.lttTraces().isEmpty()
        || !streams.stream().allMatch(StreamCursor.class::isInstance)) {
      return Optional.empty();
    }
    traces.prepare();
    List<StreamCursor> cursors = streams.stream().map(StreamCursor.class::cast).toList();
    StreamCounts counting = new StreamCounts(cursors, traces.classCount());
    Optional<long[]> together = threads > 1 && !reader.bounded
        ? counting.count(threads, reader.report, bytes -> reader.readByOthersBytes = bytes)
        : Optional.empty();
    reader.readByOthersBytes = 0;
    long[] found = together.isPresent() ? together.get() : counting.count();
    Map<EventRecordClass, Long> byClass = new IdentityHashMap<>();
    List<EventRecordClass> classes = reader.eventClasses();
    for (int i = 0; i < found.length; i++) {
      if (found[i] > 0) {
        byClass.put(classes.get(i), found[i]);
      }
    }
    return Optional.of(byClass);
  }
}
