package org.genevent.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;
import org.genevent.diagnostic.Diagnostic;

/** Prints what is wrong with traces: the first findings one by one, the others as a number. */
final class DamageReport implements Consumer<Diagnostic> {

  private static final int SHOWN = 50;

  private final PrintWriter err;
  private Consumer<Runnable> printing = Runnable::run;
  private long findings;

  DamageReport(PrintWriter err) {
    this.err = err;
  }

  /** Says who lets something be printed: it is given what prints. */
  void printing(Consumer<Runnable> undisturbed) {
    printing = undisturbed;
  }

  @Override
  public void accept(Diagnostic finding) {
    findings++;
    if (findings <= SHOWN) {
      printing.accept(() -> err.println(finding.format()));
    }
  }

  /** Whether there was any finding so far. */
  boolean found() {
    return findings > 0;
  }

  /** Says how many were not shown; true if there was any. */
  boolean finish() {
    if (findings > SHOWN) {
      err.println("genevent: " + (findings - SHOWN) + " more findings of that kind");
    }
    return findings > 0;
  }
}
