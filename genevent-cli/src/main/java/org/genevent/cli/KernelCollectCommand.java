package org.genevent.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.genevent.cli.kernel.Collector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code genevent kernel collect}: the files of a trace that somebody else controls. */
@Command(
    name = "collect",
    description = {
      "Collects a trace until it is stopped, into a trace directory.",
      "With --control it also collects from a copy of the module's folder."
    },
    mixinStandardHelpOptions = true)
final class KernelCollectCommand implements Callable<Integer> {

  private static final long LOOK_MILLIS = 200;

  @ParentCommand
  private KernelCommand kernel;

  @Spec
  private CommandSpec spec;

  @Mixin
  private KernelTraceSource source;

  KernelCollectCommand() {}

  @Override
  public Integer call() {
    try {
      Collector collector = source.collector(kernel.module());
      do {
        collector.look();
        Thread.sleep(LOOK_MILLIS);
      } while (!collector.isDone());
      spec.commandLine().getOut().println(source.out() + ": " + collector.finish() + " bytes");
      return ExitStatus.FINE;
    } catch (IOException e) {
      throw new Failure(IoMessages.text(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted");
    }
  }
}
