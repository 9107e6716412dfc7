package org.genevent.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.genevent.cli.kernel.Collector;
import org.genevent.cli.kernel.KernelControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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

  @Parameters(paramLabel = "TRACE", description = "its name")
  private String trace;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "the trace directory to write, new or empty")
  private Path out;

  KernelSnapshotCommand() {}

  @Override
  public Integer call() {
    KernelControl module = kernel.module();
    try {
      Collector collector = new Collector(module.trace(trace), out);
      module.send(List.of("snapshot", trace));
      spec.commandLine().getOut().println(out + ": " + collector.snapshot() + " bytes");
      return ExitStatus.FINE;
    } catch (IOException e) {
      throw new Failure(IoMessages.text(e));
    }
  }
}
