package org.genevent.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/** The program of tests that end a process; what it does is its first argument. */
final class Child {

  static final int THREADS = 4;

  private Child() {}

  /** Runs the program. */
  public static void main(String... arguments) throws Exception {
    Path trace = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "storm" -> storm(trace, Path.of(arguments[2]));
      case "end", "exit", "halt" -> {
        Session.to(trace).start();
        trace(Integer.parseInt(arguments[2]));
        if (arguments[0].equals("exit")) {
          System.exit(3);
        } else if (arguments[0].equals("halt")) {
          Runtime.getRuntime().halt(4);
        }
      }
      case "environment" -> trace(Integer.parseInt(arguments[2]));
      case "small" -> {
        Session session = Session.to(trace).subBufferBytes(4096).subBuffers(16).start();
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
          ShopTracer.sold(i, i);
          if (i % 100 == 0) {
            LockSupport.parkNanos(100_000);
          }
        }
        session.close();
        System.out.println(session.discardedEvents());
        System.out.println(session.error().isPresent());
      }
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void trace(int events) {
    for (int i = 0; i < events; i++) {
      ShopTracer.sold(i, i);
    }
  }

  /** Traces until it is killed; counts committed events in a file that outlives the process. */
  private static void storm(Path trace, Path counters) throws IOException {
    ByteBuffer counts;
    try (FileChannel file = FileChannel.open(
        counters, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      counts = file.map(FileChannel.MapMode.READ_WRITE, 0, THREADS * Long.BYTES)
          .order(ByteOrder.nativeOrder());
    }
    Session.to(trace).start();
    for (int t = 0; t < THREADS; t++) {
      int thread = t;
      new Thread(() -> {
            for (int i = 0; ; i++) {
              boolean written =
                  i % 3 == 0 ? ShopTracer.named(i, "x".repeat(i % 30)) : ShopTracer.sold(thread, i);
              if (written) {
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
