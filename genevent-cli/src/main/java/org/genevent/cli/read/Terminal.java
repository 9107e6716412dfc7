package org.genevent.cli.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether the process talks to a person. */
final class Terminal {

  private static final int OUT = 1;
  private static final int ERR = 2;

  private Terminal() {}

  /** Whether a bar can be drawn on the standard error without disturbing results on the same screen. */
  static boolean showsProgress() {
    return isTerminal(ERR) && !isTerminal(OUT) && !"dumb".equals(System.getenv("TERM"));
  }

  /** The JDK only tells of all streams at once, the system of each. */
  private static boolean isTerminal(int descriptor) {
    try {
      String target =
          Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | RuntimeException e) {
      // not a system that has it: no bar is better than one in a file
      return false;
    }
  }
}
