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
import org.genevent.diagnostic.Diagnostic;
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
    private final List<Diagnostic> findings = new ArrayList<>();

    Part(StreamCursor stream, StreamSpan span) {
      this.stream = stream;
      this.span = span;
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

  /** Counts with several threads; empty if there are packets that make no sense. */
  Optional<long[]> count(int threads, Consumer<Diagnostic> report) {
    List<PacketIndex> indexes = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    int mostEntries = PacketIndex.MAX_ENTRIES / Math.max(1, streams.size());
    for (StreamCursor stream : streams) {
      Optional<PacketIndex> index = stream.index(mostEntries);
      if (index.isEmpty()) {
        return Optional.empty();
      }
      indexes.add(index.get());
      cut(stream, index.get(), parts);
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
        int first = i;
        results.add(pool.submit(() -> count(parts, first, threads)));
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
    for (Part part : parts) {
      part.findings.forEach(report);
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
        parts.add(
            new Part(stream, StreamSpan.ofPackets(index.startByte(first), index.startByte(i))));
        first = i;
      }
    }
  }

  /** Counts every so-manieth part, so that each thread has about the same to do, in places near one another. */
  private long[] count(List<Part> parts, int first, int step) throws IOException {
    long[] counts = new long[classCount];
    StreamCursor of = null;
    Part[] current = new Part[1];
    StreamCursor cursor = null;
    for (int i = first; i < parts.size(); i += step) {
      Part part = parts.get(i);
      current[0] = part;
      if (part.stream != of) {
        of = part.stream;
        cursor = of.fork(finding -> current[0].findings.add(finding));
        cursor.windowBytes(WINDOW_BYTES);
      }
      cursor.enter(part.span);
      cursor.count(counts);
    }
    return counts;
  }

  private static void add(long[] to, long[] more) {
    for (int i = 0; i < to.length; i++) {
      to[i] += more[i];
    }
  }
}
