package org.genevent.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genevent.check.OldTolerance;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.model.Facility;
import org.genevent.xml.Dialect;
import org.genevent.xml.FacilityFile;
import org.genevent.xml.ReadOptions;
import picocli.CommandLine.Mixin;
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

  @Mixin
  private ReadingOptions reading;

  FacilityArguments() {}

  /** How many files are named. */
  int count() {
    return files.size();
  }

  /** The dialect that was named. */
  Optional<Dialect> dialect() {
    return reading.dialect();
  }

  /** Reads all files; what is wrong goes into the findings, what leniency accepts as a warning. */
  List<Facility> read(OldTolerance tolerance, Findings findings) {
    return readFiles(reading.options(), tolerance, findings).stream()
        .map(FacilityFile::facility)
        .toList();
  }

  /** Reads all files with what only they know. */
  List<FacilityFile> readFiles(OldTolerance tolerance, Findings findings) {
    return readFiles(reading.options(), tolerance, findings);
  }

  /** Reads all files; the dialect that was named counts only where a file leaves it open. */
  List<FacilityFile> readFilesOfAnyDialect(OldTolerance tolerance, Findings findings) {
    ReadOptions options = new ReadOptions(Optional.empty(), dialect(), reading.lenient());
    return readFiles(options, tolerance, findings);
  }

  private List<FacilityFile> readFiles(
      ReadOptions options, OldTolerance tolerance, Findings findings) {
    if (reading.lenient()) {
      tolerance.applyTo(findings);
    }
    List<FacilityFile> read = new ArrayList<>();
    for (Path file : files) {
      FacilityFile.read(file, options, findings).ifPresent(read::add);
    }
    return read;
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
