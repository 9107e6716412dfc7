package org.genevent.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.genevent.abi.Abi;
import org.genevent.check.FacilityChecks;
import org.genevent.check.OldTolerance;
import org.genevent.cli.output.FolderSink;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.emit.GeneratedFile;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;
import org.genevent.xml.FacilityFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code genevent migrate}: any dialect to the standard one. */
@Command(
    name = "migrate",
    description = {
      "Writes facilities of any dialect in the standard one, as well-formed XML, with their comments.",
      "All or nothing: if there is an error, nothing is written."
    },
    mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Mixin
  private FacilityArguments arguments;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "the folder to write NAME.xml or NAME_ARCH.xml into (default: to standard output, one facility)")
  private Path out;

  MigrateCommand() {}

  @Override
  public Integer call() {
    if (out == null && arguments.count() > 1) {
      throw new ParameterException(
          spec.commandLine(), "several facilities are no file; name a folder with --out DIR");
    }
    Findings findings = new Findings();
    List<FacilityFile> files = arguments.readFiles(OldTolerance.READING, findings);
    List<Facility> facilities = files.stream().map(FacilityFile::facility).toList();
    FacilityChecks.check(facilities, LayoutRule.NATURAL, List.of(Abi.JAVA), findings);
    List<GeneratedFile> migrated = new ArrayList<>();
    if (!findings.hasErrors()) {
      for (FacilityFile file : files) {
        file.compareChecksums(findings);
        String path = fileName(file.facility());
        if (migrated.stream().anyMatch(other -> other.path().equals(path))) {
          findings.add(Diagnostic.of(
                  DiagnosticCode.TARGET_FILE_TWICE,
                  file.facility().origin().place(),
                  "two facilities would be written into " + path)
              .withFix("migrate them into different folders, or give one another name"));
        }
        migrated.add(new GeneratedFile(path, file.migrated()));
      }
    }
    int status = arguments.show(findings, "; nothing was written");
    if (status == ExitStatus.FINE) {
      deliver(migrated);
    }
    return status;
  }

  /** The name by which the original's viewer looks for a facility, unless it is none that a file can have. */
  private static String fileName(Facility facility) {
    return facility.baseName().replaceAll("[^A-Za-z0-9_-]", "_") + ".xml";
  }

  private void deliver(List<GeneratedFile> migrated) {
    if (out == null) {
      spec.commandLine().getOut().print(migrated.get(0).text());
      return;
    }
    try {
      FolderSink.keepingEarlier(out).write(migrated).forEach(spec.commandLine().getOut()::println);
    } catch (IOException e) {
      throw new Failure("nothing was written: " + IoMessages.text(e));
    }
  }
}
