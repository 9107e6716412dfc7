package org.genevent.processor;

import java.util.Optional;
import javax.lang.model.element.TypeElement;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;

/** Tells an exception that no user can have meant: one error that says whose fault it is, with the facts to report. */
final class Defect {

  /** Enough to find the place; the compiler prints all of it. */
  private static final int FRAMES = 12;

  private Defect() {}

  static Diagnostic finding(TypeElement type, Throwable thrown) {
    StringBuilder facts = new StringBuilder("please report it with the interface and these facts:");
    facts.append("\n  genevent ").append(version());
    facts.append(", Java ").append(Runtime.version());
    int frames = 0;
    for (Throwable t = thrown; t != null && frames < FRAMES; t = t.getCause()) {
      facts.append("\n  ").append(t == thrown ? "" : "caused by ").append(t);
      for (StackTraceElement frame : t.getStackTrace()) {
        if (frames++ == FRAMES) {
          break;
        }
        facts.append("\n    at ").append(frame);
      }
    }
    return Diagnostic.of(
            DiagnosticCode.JAVA_DEFECT,
            Spot.of(type).place(),
            "genevent failed on " + type.getSimpleName()
                + "; this is a defect of genevent, not of your code")
        .withRule(facts.toString());
  }

  private static String version() {
    return Optional.ofNullable(Defect.class.getPackage().getImplementationVersion())
        .orElse("(unpackaged)");
  }
}
