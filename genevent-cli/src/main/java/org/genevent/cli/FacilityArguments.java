package org.genevent.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.model.Facility;
import org.genevent.xml.FacilityReader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The facility files of a call, and how findings about them are shown. */
final class FacilityArguments {

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "facility files")
  private List<Path> files;

  FacilityArguments() {}

  /** Reads all files; what is wrong goes into the findings. */
  List<Facility> read(Findings findings) {
    List<Facility> facilities = new ArrayList<>();
    for (Path file : files) {
      Optional<Facility> facility = FacilityReader.read(file, findings);
      facility.ifPresent(facilities::add);
    }
    return facilities;
  }

  /** Prints findings and what they came to. */
  int show(Findings findings, String ifErrors) {
    for (Diagnostic finding : findings.list()) {
      spec.commandLine().getErr().println(finding.format());
    }
    int errors = findings.errorCount();
    int warnings = findings.warningCount();
    if (errors + warnings > 0) {
      String end = errors > 0 ? ifErrors : "";
      spec.commandLine()
          .getErr()
          .println(counted(errors, "error") + ", " + counted(warnings, "warning") + end);
    }
    return errors > 0 ? ExitStatus.FINDINGS : ExitStatus.FINE;
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
