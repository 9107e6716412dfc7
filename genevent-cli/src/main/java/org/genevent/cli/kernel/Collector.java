package org.genevent.cli.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Collects a trace into a trace directory, a thread for each CPU and channel: reads of a stream block until it has a
 * sub-buffer, and no stream waits for another.
 *
 * <p>Streams of CPUs that come later are found by {@link #look}. All methods are called by one thread.
 */
public final class Collector {

  /** As much as a thread moves at once; a multiple of most sub-buffers. */
  private static final int READ_BYTES = 1 << 20;

  private final Path trace;
  private final TraceFolder folder;
  private final Set<String> known = new HashSet<>();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicReference<IOException> failure = new AtomicReference<>();

  /**
   * Prepares the directory.
   *
   * @param trace the trace's files
   * @param out the directory to write, new or empty
   * @throws IOException if the directory cannot be used
   */
  public Collector(Path trace, Path out) throws IOException {
    this.trace = trace;
    this.folder = TraceFolder.create(out);
  }

  /**
   * Begins to collect the streams that are there and not collected yet, each until it ends.
   *
   * @throws IOException if the trace's files cannot be read
   */
  public void look() throws IOException {
    Optional<TraceStatus> status = TraceStatus.read(trace);
    for (StreamSource source : StreamSource.of(trace)) {
      if (known.add(source.streamName())) {
        StreamCopy copy = copy(source, status);
        Thread thread = new Thread(() -> run(copy), "collect-" + source.streamName());
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
      }
    }
  }

  private StreamCopy copy(StreamSource source, Optional<TraceStatus> status) {
    int size = status.map(known -> known.subBufferBytes().get(source.channel())).orElse(READ_BYTES);
    return new StreamCopy(source, folder, size, READ_BYTES);
  }

  private void run(StreamCopy copy) {
    try {
      bytes.addAndGet(copy.run(Long.MAX_VALUE));
    } catch (IOException e) {
      failure.compareAndSet(null, e);
    }
  }

  /**
   * Whether collecting goes well.
   *
   * @return false if a stream could not be read or written, for example because the disk is full
   */
  public boolean isFine() {
    return failure.get() == null;
  }

  /**
   * Whether every stream has come to its end.
   *
   * @return true if nothing more will come
   */
  public boolean isDone() {
    return threads.stream().noneMatch(Thread::isAlive);
  }

  /**
   * Waits for the ends of all streams and writes the metadata.
   *
   * @return the bytes that were written
   * @throws IOException if something could not be read or written; what was written is left as it is
   * @throws InterruptedException if the thread is interrupted
   */
  public long finish() throws IOException, InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
    folder.metadata(trace);
    if (failure.get() != null) {
      throw failure.get();
    }
    return bytes.get();
  }

  /**
   * Copies what waits in a flight recorder, without waiting for more.
   *
   * @return the bytes that were written
   * @throws IOException if something cannot be read or written
   */
  public long snapshot() throws IOException {
    TraceStatus status = TraceStatus.read(trace)
        .orElseThrow(() -> new IOException(trace + ": there is no status to tell what is ready"));
    long copied = 0;
    for (StreamSource source : StreamSource.of(trace)) {
      long ready = status.streams().stream()
          .filter(
              stream -> stream.channel().equals(source.channel()) && stream.cpu() == source.cpu())
          .mapToLong(TraceStatus.StreamStatus::ready)
          .sum();
      copied += copy(source, Optional.of(status)).run(ready);
    }
    folder.metadata(trace);
    return copied;
  }
}
