package org.genevent.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.genevent.abi.Abi;
import org.genevent.check.FacilityChecks;
import org.genevent.diagnostic.Findings;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Facility;
import org.genevent.model.FacilityChecksum;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code genevent checksum}: the checksum of the original. */
@Command(
    name = "checksum",
    description = "Prints the checksum of each facility, by the rules of the original.",
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
    List<Facility> facilities = arguments.read(findings);
    for (Facility facility : facilities) {
      // one by one: the same facility may be given in two versions to see whether they differ
      FacilityChecks.check(facility, LayoutRule.NATURAL, List.of(Abi.JAVA), findings);
    }
    if (!findings.hasErrors()) {
      for (Facility facility : facilities) {
        spec.commandLine()
            .getOut()
            .println(
                facility.baseName() + " 0x" + FacilityChecksum.hex(FacilityChecksum.of(facility)));
      }
    }
    return arguments.show(findings, "; no checksum was computed");
  }
}
