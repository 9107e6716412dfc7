package org.genevent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.genevent.abi.DataModel;
import org.genevent.check.OldTolerance;
import org.genevent.cli.diff.ChangeJson;
import org.genevent.cli.diff.ContractSource;
import org.genevent.contract.ContractChange;
import org.genevent.contract.ContractTarget;
import org.genevent.contract.FacilityComparison;
import org.genevent.contract.FacilityContract;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.layout.LayoutRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code genevent diff}: what changed between two versions of a facility, and for whom. */
@Command(
    name = "diff",
    description = {
      "Says what changed between two versions of a facility, and for whom that breaks something.",
      "OLD and NEW are facility files, folders of them, class folders or jars of programs, or traces."
    },
    mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

  /** How changes are printed. */
  enum Format {
    TEXT,
    JSON
  }

  @Spec
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "OLD", description = "the recorded or deployed version")
  private Path before;

  @Parameters(index = "1", paramLabel = "NEW", description = "today's version")
  private Path after;

  @Option(
      names = "--target",
      split = ",",
      paramLabel = "TARGET",
      description = "who relies on it: ctf, kernel, ltt, java; several with commas (default: all)")
  private List<ContractTarget> targets = List.of(ContractTarget.values());

  @Option(
      names = "--data-model",
      paramLabel = "MODEL",
      defaultValue = "lp64",
      description = "data model of facility files: lp64, ilp32, llp64, ilp64, lp32"
          + " (default: ${DEFAULT-VALUE})")
  private DataModel dataModel;

  @Option(
      names = "--layout",
      paramLabel = "RULE",
      defaultValue = "natural",
      description = "layout rule of facility files: natural or ltt (default: ${DEFAULT-VALUE})")
  private LayoutRule rule;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (default: ${DEFAULT-VALUE})")
  private Format format;

  @Mixin
  private ReadingOptions reading;

  DiffCommand() {}

  @Override
  public Integer call() {
    Findings findings = new Findings();
    if (reading.lenient()) {
      OldTolerance.LAYOUT.applyTo(findings);
    }
    ContractSource source = new ContractSource(dataModel, rule, reading.options(), findings);
    List<FacilityContract> old = read(source, before);
    List<FacilityContract> now = read(source, after);
    for (Diagnostic finding : findings.list()) {
      spec.commandLine().getErr().println(finding.format());
    }
    if (findings.hasErrors()) {
      throw new Failure("nothing was compared");
    }
    Set<ContractTarget> wanted = EnumSet.copyOf(targets);
    checkVersions(old, before);
    checkVersions(now, after);
    List<ContractChange> changes = areWhole()
        ? FacilityComparison.compareAll(old, now)
        : FacilityComparison.compareAll(limit(old, now, before), limit(now, old, after));
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.JSON) {
      out.print(ChangeJson.print(changes, wanted));
    } else {
      changes.forEach(change -> out.print(change.format(wanted) + "\n"));
    }
    return changes.stream().anyMatch(change -> change.isBreaking(wanted))
        ? ExitStatus.FINDINGS
        : ExitStatus.FINE;
  }

  private static List<FacilityContract> read(ContractSource source, Path path) {
    try {
      return source.read(path).stream().distinct().toList();
    } catch (IOException e) {
      throw new Failure("nothing was compared: " + IoMessages.text(e));
    }
  }

  private boolean areWhole() {
    try {
      return ContractSource.isWhole(before) && ContractSource.isWhole(after);
    } catch (IOException e) {
      throw new Failure("nothing was compared: " + IoMessages.text(e));
    }
  }

  private static void checkVersions(List<FacilityContract> side, Path path) {
    if (side.isEmpty()) {
      throw new Failure(path + " has no facility");
    }
    Set<String> names = new HashSet<>();
    for (FacilityContract facility : side) {
      if (!names.add(facility.name())) {
        throw new Failure(path + " has several versions of the facility '" + facility.name()
            + "'; compare with one of them, or say its --data-model");
      }
    }
  }

  /** A trace has more facilities than the one that it is compared with. */
  private static List<FacilityContract> limit(
      List<FacilityContract> side, List<FacilityContract> other, Path path) {
    if (other.size() != 1 || side.size() == 1) {
      return side;
    }
    String name = other.get(0).name();
    Optional<FacilityContract> same =
        side.stream().filter(facility -> facility.name().equals(name)).findFirst();
    return same.map(Collections::singletonList)
        .orElseThrow(() -> new Failure(path + " has no facility '" + name + "'; it has: "
            + side.stream().map(FacilityContract::name).collect(Collectors.joining(", "))));
  }
}
