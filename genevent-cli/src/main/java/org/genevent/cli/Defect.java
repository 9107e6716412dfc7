package org.genevent.cli;

import java.io.PrintWriter;

/** Reports what should never happen, with the facts that whoever repairs it needs. */
final class Defect {

  private Defect() {}

  static int report(PrintWriter err, Throwable cause, String... args) {
    err.println(
        "genevent: this is a defect of genevent, not of your input. Please report it with these lines:");
    err.println("  version: " + Versions.ofGenevent());
    err.println("  java: " + System.getProperty("java.vm.name") + " "
        + System.getProperty("java.runtime.version"));
    err.println("  system: " + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    err.println("  arguments: " + String.join(" ", args));
    cause.printStackTrace(err);
    err.flush();
    return ExitStatus.DEFECT;
  }
}
