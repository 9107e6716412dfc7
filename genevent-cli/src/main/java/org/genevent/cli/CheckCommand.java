package org.genevent.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.genevent.check.FacilityChecks;
import org.genevent.check.OldTolerance;
import org.genevent.diagnostic.Findings;
import org.genevent.model.Facility;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code genevent check}: reads and checks, writes nothing. */
@Command(
    name = "check",
    description = "Reads and checks facilities, writes nothing.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  @Mixin
  private FacilityArguments arguments;

  @Mixin
  private TargetOptions targets;

  CheckCommand() {}

  @Override
  public Integer call() {
    Findings findings = new Findings();
    List<Facility> facilities = arguments.read(OldTolerance.READING, findings);
    FacilityChecks.check(facilities, targets.rule(), targets.abis(), findings);
    return arguments.show(findings, "");
  }
}
