package org.genevent.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.reader.decode.BatchRows;
import org.genevent.reader.decode.PacketIndex;
import org.genevent.reader.decode.StreamCursor;
import org.genevent.reader.decode.StreamSpan;

/** Counts the events of streams by their classes, packets of a stream by several threads. */
final class StreamCounts {

  private static final long PART_BYTES = 4L << 20;

  /** Of each stream, however many there are. */
  private static final int WINDOW_BYTES = 1 << 16;

  /** Packets of a stream, and what was found in them. */
  private static final class Part {
    private final StreamCursor stream;
    private final StreamSpan span;
    private final long sizeBytes;
    private final List<Diagnostic> findings = new ArrayList<>();
    private boolean done;

    Part(StreamCursor stream, PacketIndex index, int first, int end) {
      this.stream = stream;
      this.span = StreamSpan.ofPackets(index.startByte(first), index.startByte(end));
      this.sizeBytes = index.startByte(end) - index.startByte(first);
    }
  }

  /** Parts in the order of the streams: each is taken by a thread that is free, and told of when all in front of it are done. */
  private static final class Parts {
    private final List<Part> parts = new ArrayList<>();
    private final Consumer<Diagnostic> report;
    private final LongConsumer progress;
    private int taken;
    private int told;
    private long toldBytes;

    Parts(Consumer<Diagnostic> report, LongConsumer progress) {
      this.report = report;
      this.progress = progress;
    }

    /** The next part, or null. */
    synchronized Part take() {
      return taken < parts.size() ? parts.get(taken++) : null;
    }

    /** What was found is handed on in order, and not kept: there may be something in every packet. */
    synchronized void done(Part part) {
      part.done = true;
      while (told < parts.size() && parts.get(told).done) {
        Part next = parts.get(told++);
        next.findings.forEach(report);
        next.findings.clear();
        toldBytes += next.sizeBytes;
      }
      progress.accept(toldBytes);
    }
  }

  private final List<StreamCursor> streams;
  private final int classCount;

  StreamCounts(List<StreamCursor> streams, int classCount) {
    this.streams = streams;
    this.classCount = classCount;
  }

  /** Counts with one thread, this one. */
  long[] count() {
    long[] counts = new long[classCount];
    streams.forEach(stream -> stream.count(counts));
    return counts;
  }

  /**
   * Counts with several threads.
   *
   * @param threads how many
   * @param report takes what cannot be read, in order; in any of the threads, one after the other
   * @param progress is told how many bytes were read, likewise
   * @return empty if there are packets that make no sense
   */
  Optional<long[]> count(int threads, Consumer<Diagnostic> report, LongConsumer progress) {
    List<PacketIndex> indexes = new ArrayList<>();
    Parts parts = new Parts(report, progress);
    int mostEntries = PacketIndex.MAX_ENTRIES / Math.max(1, streams.size());
    for (StreamCursor stream : streams) {
      Optional<PacketIndex> index = stream.index(mostEntries);
      if (index.isEmpty()) {
        return Optional.empty();
      }
      indexes.add(index.get());
      cut(stream, index.get(), parts.parts);
    }
    long[] counts = new long[classCount];
    ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
      Thread thread = new Thread(task, "genevent-count");
      thread.setDaemon(true);
      return thread;
    });
    try {
      List<Future<long[]>> results = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        results.add(pool.submit(() -> count(parts)));
      }
      for (Future<long[]> result : results) {
        add(counts, result.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      pool.shutdownNow();
    }
    for (int i = 0; i < indexes.size(); i++) {
      streams.get(i).readByOthers(indexes.get(i));
    }
    return Optional.of(counts);
  }

  private static void cut(StreamCursor stream, PacketIndex index, List<Part> parts) {
    int first = 0;
    for (int i = 1; i <= index.entries(); i++) {
      if (i == index.entries() || index.startByte(i) - index.startByte(first) >= PART_BYTES) {
        parts.add(new Part(stream, index, first, i));
        first = i;
      }
    }
  }

  /** Counts parts as long as there are any. */
  private long[] count(Parts parts) throws IOException {
    long[] counts = new long[classCount];
    StreamCursor of = null;
    Part[] current = new Part[1];
    StreamCursor cursor = null;
    for (Part part = parts.take(); part != null; part = parts.take()) {
      current[0] = part;
      if (part.stream != of) {
        of = part.stream;
        cursor = of.fork(finding -> current[0].findings.add(finding), new BatchRows());
        cursor.windowBytes(WINDOW_BYTES);
      }
      cursor.enter(part.span);
      cursor.count(counts);
      parts.done(part);
    }
    return counts;
  }

  private static void add(long[] to, long[] more) {
    for (int i = 0; i < to.length; i++) {
      to[i] += more[i];
    }
  }
}
