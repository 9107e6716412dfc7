package org.genevent.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What nothing can be faster than: an empty call, the clock, the clock and plain stores of an event's bytes. */
public class ClockBenchmark {

  /** For JMH. */
  public ClockBenchmark() {}

  /** A mapped file that a thread writes round and round. */
  @State(Scope.Thread)
  public static class Bytes {

    private static final int SIZE_BYTES = 1 << 17;
    private static final int EVENT_BYTES = 24;
    private static final VarHandle LONG =
        MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final ByteBuffer buffer = map();
    private int position;

    /** For JMH. */
    public Bytes() {
      position = 0;
    }

    private static ByteBuffer map() {
      try {
        Path file = Files.createTempFile("genevent-bytes", ".bin");
        try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
          return channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE_BYTES);
        } finally {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void put(long first, long second, long third) {
      int at = position;
      if (at + EVENT_BYTES > SIZE_BYTES) {
        at = 0;
      }
      LONG.set(buffer, at, first);
      LONG.set(buffer, at + 8, second);
      LONG.set(buffer, at + 16, third);
      position = at + EVENT_BYTES;
    }
  }

  /**
   * A call that does nothing.
   *
   * @param work the arguments
   */
  @Benchmark
  public void emptyCall(Work work) {
    empty(work.next(), 1L);
  }

  @CompilerControl(CompilerControl.Mode.INLINE)
  private static void empty(int number, long value) {
    // nothing: that is what is measured
  }

  /**
   * The clock.
   *
   * @return its time
   */
  @Benchmark
  public long clock() {
    return System.nanoTime();
  }

  /**
   * The clock and three stores.
   *
   * @param work the arguments
   * @param bytes where they go
   */
  @Benchmark
  public void clockAndStores(Work work, Bytes bytes) {
    bytes.put(System.nanoTime(), work.next(), 1L);
  }
}
