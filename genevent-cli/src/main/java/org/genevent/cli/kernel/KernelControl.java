package org.genevent.cli.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the kernel module offers: commands, and files to read. A folder of debugfs, or a stand-in. */
public interface KernelControl {

  /**
   * Gives the module a command.
   *
   * @param words the command and its arguments, as {@code docs/kernel-control.md} has them
   * @return the lines of its answer
   * @throws IOException if the module refuses it; the message is the module's reason, for users
   */
  List<String> send(List<String> words) throws IOException;

  /**
   * The files of a trace.
   *
   * @param trace the trace's name
   * @return a folder with {@code status}, {@code metadata} and {@code channels}
   */
  Path trace(String trace);
}
