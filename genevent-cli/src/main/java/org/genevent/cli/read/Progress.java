package org.genevent.cli.read;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.Locale;
import org.genevent.reader.StreamFacts;
import org.genevent.reader.TraceReader;

/** A bar on the terminal for whatever takes more than a second; a thread of its own looks how far the reader is. */
public final class Progress implements AutoCloseable {

  private static final long FIRST_MILLIS = 1000;
  private static final long EVERY_MILLIS = 200;
  private static final int WIDTH = 40;

  private final PrintWriter err;
  private final TraceReader reader;
  private final long totalBytes;
  private final Thread thread;
  private boolean shown;
  private boolean closed;

  private Progress(PrintWriter err, TraceReader reader, boolean wanted) {
    this.err = err;
    this.reader = reader;
    this.totalBytes = wanted ? totalBytes(reader) : 0;
    this.thread = totalBytes > 0 ? new Thread(this::run, "progress") : null;
    if (thread != null) {
      thread.setDaemon(true);
      thread.start();
    }
  }

  /**
   * Begins to watch a reader, if somebody looks at the standard error.
   *
   * @param err where the bar is drawn
   * @param ofProcess whether that is the process's own
   * @param reader the reader
   * @return to be closed when reading has ended
   */
  public static Progress of(PrintWriter err, boolean ofProcess, TraceReader reader) {
    return new Progress(err, reader, ofProcess && Terminal.showsProgress());
  }

  private static long totalBytes(TraceReader reader) {
    long total = 0;
    for (StreamFacts stream : reader.streams()) {
      try {
        total += Files.size(stream.file());
      } catch (IOException e) {
        // the reader says what is wrong with it
        total += 0;
      }
    }
    return total;
  }

  private void run() {
    try {
      Thread.sleep(FIRST_MILLIS);
      while (draw()) {
        Thread.sleep(EVERY_MILLIS);
      }
    } catch (InterruptedException e) {
      // reading has ended
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean draw() {
    if (!closed) {
      err.print("\r" + bar(reader.positionBytes(), totalBytes));
      err.flush();
      shown = true;
    }
    return !closed;
  }

  static String bar(long bytes, long totalBytes) {
    double part = Math.min(1, Math.max(0, (double) bytes / totalBytes));
    int done = (int) (part * WIDTH);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3d %% of %s",
        "#".repeat(done),
        "-".repeat(WIDTH - done),
        (int) (part * 100),
        size(totalBytes));
  }

  private static String size(long bytes) {
    return bytes < 10_000_000
        ? bytes / 1000 + " kB"
        : bytes < 10_000_000_000L ? bytes / 1_000_000 + " MB" : bytes / 1_000_000_000 + " GB";
  }

  /**
   * Prints something else where the bar is: it is taken away first, and not drawn again meanwhile.
   *
   * @param print what prints whole lines
   */
  public synchronized void undisturbed(Runnable print) {
    clear();
    print.run();
    err.flush();
  }

  private void clear() {
    if (shown) {
      err.print("\r\u001b[K");
      err.flush();
      shown = false;
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      clear();
    }
    if (thread != null) {
      thread.interrupt();
    }
  }
}
