// SPDX-License-Identifier: Apache-2.0
import java.util.logging.Level;
import java.util.logging.Logger;
import org.lttng.ust.agent.jul.LttngLogHandler;

/** Logs a known series of records through LTTng's handler. */
public final class LoggingProgram {

  private LoggingProgram() {}

  public static void main(String[] args) throws Exception {
    Logger logger = Logger.getLogger("org.example.Logging");
    logger.setUseParentHandlers(false);
    logger.setLevel(Level.ALL);
    LttngLogHandler handler = new LttngLogHandler();
    logger.addHandler(handler);
    // the agent gives up waiting for LTTng after three seconds, and nothing says when it has answered
    while (handler.getEventCount() == 0) {
      logger.info("waiting");
      Thread.sleep(10);
    }
    Level[] levels = {Level.INFO, Level.WARNING, Level.FINE};
    for (int i = 0; i < 300; i++) {
      logger.log(levels[i % levels.length], "message " + i + " with \"quotes\" and \u00e4");
    }
    handler.close();
  }
}
