package org.genevent.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.reader.decode.PacketIndex;
import org.genevent.reader.decode.StreamCursor;
import org.genevent.reader.decode.StreamSpan;
import org.genevent.reader.stream.EventStream;
import org.genevent.reader.stream.Slices;

/** Cuts streams at the times at which packets begin. */
final class TimeSlices extends Slices {

  private static final long LEAST_SLICE_BYTES = 1 << 19;

  /** How many slices at the beginning are smaller, so that whatever happens at an end happens soon. */
  private static final int GROWING_SLICES = 16;

  /** Slices below which threads cost more than they save. */
  private static final int LEAST_SLICES = 4;

  private final TraceReader reader;
  private final List<PacketIndex> indexes;

  /** When each slice but the first begins. */
  private final long[] times;

  private final AtomicReferenceArray<StreamSpan[]> spans;

  private TimeSlices(TraceReader reader, List<PacketIndex> indexes, long[] times) {
    this.reader = reader;
    this.indexes = indexes;
    this.times = times;
    this.spans = new AtomicReferenceArray<>(times.length + 1);
  }

  static Optional<Slices> of(TraceReader reader, List<EventStream> streams) {
    if (!WindowMemory.isEnoughForThreads(streams.size())) {
      return Optional.empty();
    }
    List<PacketIndex> indexes = new ArrayList<>();
    int mostEntries = PacketIndex.MAX_ENTRIES / Math.max(1, streams.size());
    int entries = 0;
    for (EventStream stream : streams) {
      Optional<PacketIndex> index =
          stream instanceof StreamCursor cursor ? cursor.index(mostEntries) : Optional.empty();
      entries += index.map(PacketIndex::entries).orElse(0);
      if (index.isEmpty() || !index.get().isTimed() || entries > PacketIndex.MAX_ENTRIES) {
        return Optional.empty();
      }
      indexes.add(index.get());
    }
    long[] times = times(indexes, entries);
    return times.length + 1 < LEAST_SLICES
        ? Optional.empty()
        : Optional.of(new TimeSlices(reader, indexes, times));
  }

  /** Times between which about the same number of bytes lies. */
  private static long[] times(List<PacketIndex> indexes, int entries) {
    long[] begins = new long[entries];
    long bytes = 0;
    long straddling = 0;
    int at = 0;
    for (PacketIndex index : indexes) {
      for (int i = 0; i < index.entries(); i++) {
        begins[at++] = index.beginNanos(i);
      }
      if (index.entries() > 0) {
        bytes += index.startByte(index.entries());
        straddling += index.startByte(index.entries()) / index.entries();
      }
    }
    Arrays.sort(begins);
    if (entries > 0 && begins[0] < 0) {
      // babeltrace2 prints the first time in front of the epoch otherwise, whoever meets it
      return new long[0];
    }
    // packets across a time are gone over by both neighbours
    long sliceBytes = Math.max(LEAST_SLICE_BYTES, 2 * straddling);
    long most = Math.max(1, entries * sliceBytes / Math.max(1, bytes));
    LongStream.Builder times = LongStream.builder();
    long next = 0;
    for (int slice = 1; ; slice++) {
      next += Math.max(1, most * Math.min(slice, GROWING_SLICES) / GROWING_SLICES);
      if (next >= entries) {
        break;
      }
      times.add(begins[(int) next]);
    }
    return times.build().filter(time -> time > begins[0]).distinct().toArray();
  }

  @Override
  public int count() {
    return times.length + 1;
  }

  @Override
  public TraceReader worker(Consumer<Diagnostic> findings) {
    return reader.fork(findings);
  }

  @Override
  public void enter(TraceReader worker, int slice) {
    StreamSpan[] entered = new StreamSpan[indexes.size()];
    long from = slice == 0 ? Long.MIN_VALUE : times[slice - 1];
    long to = slice == times.length ? Long.MAX_VALUE : times[slice];
    for (int i = 0; i < entered.length; i++) {
      long start = slice == 0 ? 0 : indexes.get(i).startFor(from);
      entered[i] = StreamSpan.ofTimes(start, from, to);
    }
    spans.set(slice, entered);
    worker.enter(entered);
  }

  @Override
  public void enterRest(TraceReader worker, int slice) {
    StreamSpan[] read = spans.get(slice);
    StreamSpan[] rest = new StreamSpan[read.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = read[i].rest();
    }
    worker.enter(rest);
  }

  @Override
  public boolean follows(int slice) {
    StreamSpan[] before = spans.get(slice - 1);
    StreamSpan[] after = spans.get(slice);
    for (int i = 0; i < after.length; i++) {
      if (!after[i].follows(before[i])) {
        return false;
      }
    }
    spans.set(slice - 1, null);
    return true;
  }

  @Override
  public void done(int slice) {
    long bytes = 0;
    for (PacketIndex index : indexes) {
      bytes += index.startByte(index.entries());
    }
    reader.readByOthersBytes = bytes / count() * (slice + 1);
  }

  @Override
  public void report(Diagnostic finding) {
    reader.report.accept(finding);
  }

  @Override
  public void finish() {
    reader.readByOthers(indexes);
  }
}
