package org.genevent.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.genevent.cli.kernel.Collector;
import org.genevent.cli.kernel.KernelControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code genevent kernel snapshot}: what a flight recorder holds, while it goes on. */
@Command(
    name = "snapshot",
    description =
        "Writes what a flight recorder holds now into a trace directory; it goes on recording.",
    mixinStandardHelpOptions = true)
final class KernelSnapshotCommand implements Callable<Integer> {

  @ParentCommand
  private KernelCommand kernel;

  @Spec
  private CommandSpec spec;

  @Mixin
  private KernelTraceSource source;

  KernelSnapshotCommand() {}

  @Override
  public Integer call() {
    KernelControl module = kernel.module();
    try {
      Collector collector = source.collector(module);
      module.send(List.of("snapshot", source.trace()));
      spec.commandLine().getOut().println(source.out() + ": " + collector.snapshot() + " bytes");
      return ExitStatus.FINE;
    } catch (IOException e) {
      throw new Failure(IoMessages.text(e));
    }
  }
}
