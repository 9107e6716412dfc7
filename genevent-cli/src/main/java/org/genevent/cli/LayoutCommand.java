package org.genevent.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.genevent.abi.Abi;
import org.genevent.check.FacilityChecks;
import org.genevent.check.OldTolerance;
import org.genevent.cli.layout.LayoutJson;
import org.genevent.cli.layout.LayoutText;
import org.genevent.diagnostic.Findings;
import org.genevent.model.Facility;
import org.genevent.plan.FacilityPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code genevent layout}: where every field lies. */
@Command(
    name = "layout",
    description = "Prints offset, size, alignment and padding of every field.",
    mixinStandardHelpOptions = true)
final class LayoutCommand implements Callable<Integer> {

  /** How layouts are printed. */
  enum Format {
    TEXT,
    JSON
  }

  @Spec
  private CommandSpec spec;

  @Mixin
  private FacilityArguments arguments;

  @Mixin
  private TargetOptions targets;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (default: ${DEFAULT-VALUE})")
  private Format format;

  LayoutCommand() {}

  @Override
  public Integer call() {
    Findings findings = new Findings();
    List<Facility> facilities = arguments.read(OldTolerance.LAYOUT, findings);
    FacilityChecks.check(facilities, targets.rule(), targets.abis(), findings);
    if (!findings.hasErrors()) {
      List<FacilityPlan> plans = new ArrayList<>();
      for (Abi abi : targets.abis()) {
        for (Facility facility : facilities) {
          plans.add(FacilityPlan.of(facility, abi, targets.rule()));
        }
      }
      print(plans);
    }
    return arguments.show(findings, "; no layout was computed");
  }

  private void print(List<FacilityPlan> plans) {
    if (format == Format.JSON) {
      spec.commandLine().getOut().print(LayoutJson.print(plans));
    } else {
      plans.forEach(plan -> spec.commandLine().getOut().print(LayoutText.print(plan)));
    }
  }
}
