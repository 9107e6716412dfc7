package org.genevent.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.genevent.cli.kernel.ControlFolder;
import org.genevent.cli.kernel.KernelControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code genevent kernel}: controls the kernel module and collects what it traces. */
@Command(
    name = "kernel",
    description = {
      "Traces the kernel: controls the module 'genevent' and collects its traces.",
      "'record' does all of it; the other commands are its parts, for traces that outlive a command."
    },
    subcommands = {
      KernelRecordCommand.class,
      KernelCollectCommand.class,
      KernelSnapshotCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
final class KernelCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  @Option(
      names = "--control",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      defaultValue = ControlFolder.USUAL,
      description = "the module's folder in debugfs, or a copy of it (default: ${DEFAULT-VALUE})")
  private Path control;

  KernelCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "a command is missing: one of " + String.join(", ", spec.subcommands().keySet()));
  }

  @Command(
      description = "Makes a trace and its buffers. It does not record yet.",
      mixinStandardHelpOptions = true)
  int create(
      @Parameters(paramLabel = "TRACE", description = "a name for it") String trace,
      @Mixin KernelTraceOptions options) {
    KernelControl module = module();
    send(module, options.create(trace));
    options.enable(trace).forEach(words -> send(module, words));
    return ExitStatus.FINE;
  }

  @Command(description = "Lets a trace record.", mixinStandardHelpOptions = true)
  int start(@Parameters(paramLabel = "TRACE", description = "its name") String trace) {
    return send(module(), List.of("start", trace));
  }

  @Command(
      description = "Lets a trace record no more; its streams come to their ends.",
      mixinStandardHelpOptions = true)
  int stop(@Parameters(paramLabel = "TRACE", description = "its name") String trace) {
    return send(module(), List.of("stop", trace));
  }

  @Command(
      description = "Removes a trace, with what was not collected.",
      mixinStandardHelpOptions = true)
  int destroy(@Parameters(paramLabel = "TRACE", description = "its name") String trace) {
    return send(module(), List.of("destroy", trace));
  }

  @Command(
      description = "Prints the traces that there are, a line each.",
      mixinStandardHelpOptions = true)
  int list() {
    return send(module(), List.of("list"));
  }

  @Command(description = "Turns events of a trace on.", mixinStandardHelpOptions = true)
  int enable(
      @Parameters(paramLabel = "TRACE", description = "its name") String trace,
      @Parameters(
              paramLabel = "FACILITY[:EVENT]",
              arity = "1..*",
              description = "what to turn on; * for all")
          List<String> events) {
    return sendEach("enable", trace, events);
  }

  @Command(description = "Turns events of a trace off.", mixinStandardHelpOptions = true)
  int disable(
      @Parameters(paramLabel = "TRACE", description = "its name") String trace,
      @Parameters(
              paramLabel = "FACILITY[:EVENT]",
              arity = "1..*",
              description = "what to turn off; * for all")
          List<String> events) {
    return sendEach("disable", trace, events);
  }

  private int sendEach(String command, String trace, List<String> events) {
    KernelControl module = module();
    events.forEach(event -> send(module, List.of(command, trace, event)));
    return ExitStatus.FINE;
  }

  /** The module; ends the command with what to do if it is not there. */
  KernelControl module() {
    try {
      return ControlFolder.open(control);
    } catch (IOException e) {
      throw new Failure(IoMessages.text(e));
    }
  }

  /** Gives the module a command and prints what it lists. */
  private int send(KernelControl module, List<String> words) {
    try {
      List<String> lines = new ArrayList<>(module.send(words));
      lines.remove("ok");
      lines.forEach(spec.commandLine().getOut()::println);
      return ExitStatus.FINE;
    } catch (IOException e) {
      throw new Failure(IoMessages.text(e));
    }
  }
}
