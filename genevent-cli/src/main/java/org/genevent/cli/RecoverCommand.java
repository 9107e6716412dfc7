package org.genevent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.genevent.reader.TraceReader;
import org.genevent.runtime.Recovery;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code genevent recover}: memory of killed processes becomes packets. */
@Command(
    name = "recover",
    description = {
      "Turns what a killed process left in memory into packets of its trace.",
      "With --metadata and --out it makes a trace of the packets that it finds in files: dumps of a machine's or a"
          + " process's memory, copies of the kernel module's buffers."
    },
    mixinStandardHelpOptions = true)
final class RecoverCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      arity = "1..*",
      description = "trace directories; with --metadata, files to search")
  private List<Path> directories;

  @ArgGroup(exclusive = false)
  private Dump dump;

  /** Where the packets that are found belong. */
  static final class Dump {
    @Option(
        names = "--metadata",
        required = true,
        paramLabel = "FILE",
        description = "the metadata of the trace whose packets are searched for")
    private Path metadata;

    @Option(
        names = "--out",
        required = true,
        paramLabel = "DIR",
        description = "the trace directory to write, new or empty")
    private Path out;

    Dump() {}
  }

  RecoverCommand() {}

  @Override
  public Integer call() {
    if (dump != null) {
      return salvage();
    }
    int status = ExitStatus.FINE;
    for (Path directory : directories) {
      try {
        status = Math.max(status, recover(directory));
      } catch (IOException e) {
        spec.commandLine().getErr().println("genevent: " + IoMessages.text(e));
        status = ExitStatus.FINDINGS;
      }
    }
    return status;
  }

  private int salvage() {
    try {
      SalvagedTrace trace = SalvagedTrace.of(dump.metadata, directories, dump.out);
      Contents contents = Contents.of(dump.out);
      spec.commandLine()
          .getOut()
          .println(
              dump.out + ": " + contents.events() + " events in " + trace.packets() + " packets, "
                  + contents.lostEvents() + " events lost, " + trace.truncated() + " packets cut");
      return trace.truncated() > 0 ? ExitStatus.FINDINGS : ExitStatus.FINE;
    } catch (IOException e) {
      throw new Failure(IoMessages.text(e));
    }
  }

  private int recover(Path directory) throws IOException {
    if (Files.isDirectory(directory) && !Recovery.isNeeded(directory)) {
      spec.commandLine().getOut().println(directory + ": there is nothing to recover");
      return ExitStatus.FINE;
    }
    // the runtime knows packets; what is in them only a reader can tell
    long before = Contents.of(directory).events();
    Recovery.Result result = Recovery.recover(directory);
    Contents after = Contents.of(directory);
    spec.commandLine()
        .getOut()
        .println(directory + ": " + Math.max(0, after.events() - before) + " events recovered in "
            + result.packets() + " packets, " + after.lostEvents() + " events lost, "
            + result.damagedPackets() + " packets damaged");
    return result.damagedPackets() > 0 ? ExitStatus.FINDINGS : ExitStatus.FINE;
  }

  /**
   * What a trace holds, as far as it can be read.
   *
   * @param events events that are there
   * @param lostEvents events that the process itself counted as lost
   */
  private record Contents(long events, long lostEvents) {

    static Contents of(Path directory) {
      long events = 0;
      try (TraceReader reader = TraceReader.open(List.of(directory), finding -> {})) {
        while (reader.next()) {
          // what the runtime says about an LTT trace was never in the program
          events += reader.facility().equals("genevent") ? 0 : 1;
        }
        return new Contents(events, reader.discardedEvents());
      }
    }
  }
}
