package org.genevent.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

/**
 * Ctrl-C as a wish: the command is told, brings its work to an end, and the process ends with the command's own status.
 *
 * <p>Closed by the thread that made it when the work is done.
 */
final class Interruption implements AutoCloseable {

  private final CountDownLatch wanted = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);
  private final PrintWriter out;
  private final Thread hook = new Thread(this::shutDown, "genevent-interruption");
  private volatile int status = ExitStatus.FINDINGS;

  Interruption(PrintWriter out) {
    this.out = out;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Opens when the work is to come to its end. */
  CountDownLatch wanted() {
    return wanted;
  }

  /** What the process ends with if it was interrupted. */
  void status(int newStatus) {
    status = newStatus;
  }

  private void shutDown() {
    wanted.countDown();
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // else the status would be that of the signal
    Runtime.getRuntime().halt(status);
  }

  @Override
  public void close() {
    out.flush();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // it runs already and waits for this
    }
    done.countDown();
  }
}
