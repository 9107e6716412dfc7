package org.genevent.ltt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import org.genevent.runtime.Session;
import org.genevent.runtime.TraceFormat;

/** The program of tests that end a process which writes an LTT trace. */
final class LttChild {

  static final int THREADS = 12;

  private LttChild() {}

  /** Traces until it is killed, or by the environment; counts committed events in a file that outlives the process. */
  public static void main(String... arguments) throws IOException {
    if (arguments[0].equals("environment")) {
      for (int i = 0; i < 100; i++) {
        StallTracer.sold(i);
      }
      return;
    }
    ByteBuffer counts;
    try (FileChannel file = FileChannel.open(
        Path.of(arguments[2]),
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE)) {
      counts = file.map(FileChannel.MapMode.READ_WRITE, 0, THREADS * Long.BYTES)
          .order(ByteOrder.nativeOrder());
    }
    Session.to(Path.of(arguments[1]))
        .format(TraceFormat.named(arguments[0]))
        .subBufferBytes(1 << 16)
        .subBuffers(16)
        .start();
    for (int t = 0; t < THREADS; t++) {
      int thread = t;
      new Thread(() -> {
            for (int i = 0; ; i++) {
              if (StallTracer.sold((long) thread << 32 | i)) {
                counts.putLong(thread * Long.BYTES, counts.getLong(thread * Long.BYTES) + 1);
              }
              if (i % 50 == 0) {
                LockSupport.parkNanos(50_000);
              }
            }
          })
          .start();
    }
    System.out.println("started");
  }
}
