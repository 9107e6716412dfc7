package org.genevent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.genevent.cli.demo.Demo;
import org.genevent.runtime.TraceFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

  @Option(
      names = "--ctf-version",
      paramLabel = "1.8|2",
      defaultValue = "1.8",
      description = "the version of CTF that the trace is of (default: ${DEFAULT-VALUE})")
  private String ctfVersion;

  DemoCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    DamageReport damage = new DamageReport(spec.commandLine().getErr());
    try {
      Path trace = directory != null ? directory : Files.createTempDirectory("genevent-demo-");
      new Demo(trace, format(), out, damage).run();
    } catch (IOException e) {
      throw new Failure(IoMessages.text(e));
    }
    return damage.finish() ? ExitStatus.FINDINGS : ExitStatus.FINE;
  }

  private TraceFormat format() {
    return switch (ctfVersion) {
      case "1.8" -> TraceFormat.CTF;
      case "2" -> TraceFormat.CTF_2;
      default ->
        throw new ParameterException(
            spec.commandLine(), "the versions of CTF are 1.8 and 2, not '" + ctfVersion + "'");
    };
  }
}
