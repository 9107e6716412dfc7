package org.genevent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.genevent.cli.demo.Demo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code genevent demo}: declares, traces, reads back. */
@Command(
    name = "demo",
    description =
        "Traces a small program with several threads and all kinds of fields, and reads the trace back.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "where the trace goes: a missing or empty directory (default: a new one)")
  private Path directory;

  DemoCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    DamageReport damage = new DamageReport(spec.commandLine().getErr());
    try {
      Path trace = directory != null ? directory : Files.createTempDirectory("genevent-demo-");
      new Demo(trace, out, damage).run();
    } catch (IOException e) {
      throw new Failure(IoMessages.text(e));
    }
    return damage.finish() ? ExitStatus.FINDINGS : ExitStatus.FINE;
  }
}
