package org.genevent.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.genevent.abi.Abi;
import org.genevent.check.FacilityChecks;
import org.genevent.check.OldTolerance;
import org.genevent.diagnostic.Findings;
import org.genevent.layout.LayoutRule;
import org.genevent.model.FacilityChecksum;
import org.genevent.xml.Dialect;
import org.genevent.xml.FacilityFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code genevent checksum}: the checksum of the original. */
@Command(
    name = "checksum",
    description = {
      "Prints the checksum of each facility, by the rules of the original.",
      "A file of the seed dialect has the number of July 2005. --dialect gives the number of another age: seed, early"
          + " (genevent 0.3 to 0.34, which counted formats) or standard."
    },
    mixinStandardHelpOptions = true)
final class ChecksumCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Mixin
  private FacilityArguments arguments;

  ChecksumCommand() {}

  @Override
  public Integer call() {
    Findings findings = new Findings();
    List<FacilityFile> files = arguments.readFilesOfAnyDialect(OldTolerance.READING, findings);
    for (FacilityFile file : files) {
      // one by one: the same facility may be given in two versions to see whether they differ
      FacilityChecks.check(file.facility(), LayoutRule.NATURAL, List.of(Abi.JAVA), findings);
    }
    List<String> lines = new ArrayList<>();
    if (!findings.hasErrors()) {
      for (FacilityFile file : files) {
        number(file, findings)
            .ifPresent(number ->
                lines.add(file.facility().baseName() + " 0x" + FacilityChecksum.hex(number)));
      }
    }
    if (!findings.hasErrors()) {
      lines.forEach(spec.commandLine().getOut()::println);
    }
    return arguments.show(findings, "; no checksum was computed");
  }

  /** The number of the age that was named; else, of that of the file, with a word on today's if it is another. */
  private Optional<Integer> number(FacilityFile file, Findings findings) {
    if (arguments.dialect().isPresent()) {
      return file.checksum(arguments.dialect().get(), findings);
    }
    if (file.dialect() != Dialect.SEED) {
      return file.checksum(Dialect.STANDARD, findings);
    }
    file.compareChecksums(findings);
    return file.checksum(Dialect.SEED, findings);
  }
}
