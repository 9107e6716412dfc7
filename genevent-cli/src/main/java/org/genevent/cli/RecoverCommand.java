package org.genevent.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.genevent.runtime.Recovery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code genevent recover}: memory of killed processes becomes packets. */
@Command(
    name = "recover",
    description = "Turns what a killed process left in memory into packets of its trace.",
    mixinStandardHelpOptions = true)
final class RecoverCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "DIR", arity = "1..*", description = "trace directories")
  private List<Path> directories;

  RecoverCommand() {}

  @Override
  public Integer call() {
    int status = ExitStatus.FINE;
    for (Path directory : directories) {
      try {
        Recovery.Result result = Recovery.recover(directory);
        spec.commandLine().getOut().println(directory + ": " + result);
        if (result.damagedPackets() > 0) {
          status = ExitStatus.FINDINGS;
        }
      } catch (IOException e) {
        spec.commandLine().getErr().println("genevent: " + IoMessages.text(e));
        status = ExitStatus.FINDINGS;
      }
    }
    return status;
  }
}
