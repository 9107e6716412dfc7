package org.genevent.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.genevent.proof.ExternalTool;

/**
 * LTTng's session daemon: the one that runs already, or one of our own that ends with the tests.
 *
 * <p>It needs no kernel module: only user space is traced.
 */
final class LttngDaemon implements AutoCloseable {

  private static final int TRIES = 600;
  private static final long PAUSE_MILLIS = 100;
  private static final long MOST_SECONDS = 60;

  private final ExternalTool lttng;
  private final Path pidFile;

  private LttngDaemon(ExternalTool lttng, Path pidFile) {
    this.lttng = lttng;
    this.pidFile = pidFile;
  }

  /** Finds or starts the daemon; ends the test if LTTng is not installed. */
  static LttngDaemon start(Path folder) throws InterruptedException {
    ExternalTool lttng = ExternalTool.require("lttng");
    ExternalTool sessiond = ExternalTool.require("lttng-sessiond");
    LttngDaemon daemon = new LttngDaemon(lttng, folder.resolve("sessiond.pid"));
    if (!daemon.answers()) {
      sessiond.run("--no-kernel", "--daemonize", "--pidfile=" + daemon.pidFile).outOrFail();
      for (int tries = 0; !daemon.answers(); tries++) {
        if (tries == TRIES) {
          fail("lttng-sessiond was started and does not answer");
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
    return daemon;
  }

  private boolean answers() {
    return lttng.run("--no-sessiond", "list").exitStatus() == 0;
  }

  /** Runs a command of LTTng that has to go well. */
  void command(String... arguments) {
    ExternalTool.Result result = lttng.run(arguments);
    assertEquals(0, result.exitStatus(), () -> String.join(" ", arguments) + ": " + result);
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(pidFile)) {
      long pid = Long.parseLong(Files.readString(pidFile).strip());
      ProcessHandle.of(pid).ifPresent(LttngDaemon::end);
    }
  }

  /** Waits for its end, too: who tests next would find a daemon that answers, and then none. */
  private static void end(ProcessHandle daemon) {
    daemon.destroy();
    try {
      daemon.onExit().get(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      daemon.destroyForcibly();
    }
  }
}
