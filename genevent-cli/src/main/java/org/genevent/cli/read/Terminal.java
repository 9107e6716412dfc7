package org.genevent.cli.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells to whom the process talks: a person, or another process. */
public final class Terminal {

  private static final int OUT = 1;
  private static final int ERR = 2;

  private Terminal() {}

  /** Whether a bar can be drawn on the standard error without disturbing results on the same screen. */
  static boolean showsProgress() {
    return isTerminal(ERR) && !isTerminal(OUT) && !"dumb".equals(System.getenv("TERM"));
  }

  /**
   * Whether the standard output is a pipe or a socket, so that another process reads it.
   *
   * @return false also if the system does not tell
   */
  public static boolean printsToPipe() {
    String target = target(OUT);
    return target.startsWith("pipe:") || target.startsWith("socket:");
  }

  private static boolean isTerminal(int descriptor) {
    String target = target(descriptor);
    return target.startsWith("/dev/pts/")
        || target.startsWith("/dev/tty")
        || target.equals("/dev/console");
  }

  /** The JDK only tells of all streams at once, the system of each; an empty text is no bar, which is better than one in a file. */
  private static String target(int descriptor) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
    } catch (IOException | RuntimeException e) {
      return "";
    }
  }
}
