package org.genevent.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.genevent.reader.TraceReader;
import org.genevent.reader.output.TracePrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code genevent read}: traces, merged by time. */
@Command(
    name = "read",
    description = "Reads CTF traces, merged by time.",
    mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Parameters(
      paramLabel = "TRACE",
      arity = "1..*",
      description = "trace directories, or directories above such")
  private List<Path> traces;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, json (a line an event) or count (default: ${DEFAULT-VALUE})")
  private TracePrinter.Format format;

  ReadCommand() {}

  @Override
  public Integer call() {
    DamageReport damage = new DamageReport(spec.commandLine().getErr());
    try (TraceReader reader = TraceReader.open(traces, damage)) {
      TracePrinter.print(reader, format, output());
      if (reader.lostPackets() > 0) {
        spec.commandLine()
            .getErr()
            .println("genevent: " + reader.lostPackets() + " packets are missing by their numbers");
      }
    } catch (IOException e) {
      if (isBrokenPipe(e)) {
        return ExitStatus.FINE;
      }
      throw new Failure("the output cannot be written: " + e.getMessage());
    }
    return damage.finish() ? ExitStatus.FINDINGS : ExitStatus.FINE;
  }

  /** Whoever reads our output has seen enough, as in {@code genevent read … | head}. */
  private static boolean isBrokenPipe(IOException e) {
    return e.getMessage() != null && e.getMessage().contains("Broken pipe");
  }

  private OutputStream output() {
    if (Main.printsToProcessOutput(spec.commandLine().getOut())) {
      // past the writer: a trace is bytes already, and many of them
      return new FileOutputStream(FileDescriptor.out);
    }
    return new WriterOutput(spec.commandLine().getOut());
  }
}
