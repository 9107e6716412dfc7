package org.genevent.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command itself: it only has subcommands. */
@Command(
    name = "genevent",
    description = "Declares trace events once and makes everything that must agree on their bytes.",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:fine",
      "1:findings, differences, or something that cannot be read or written",
      "2:wrong usage",
      "70:a defect of genevent"
    })
final class GeneventCommand implements Runnable {

  private static final String COMPLETION = "generate-completion";

  private static final Map<String, Class<?>> SUBCOMMANDS = subcommands();

  @Spec
  private CommandSpec spec;

  GeneventCommand() {}

  /**
   * The command for a command line.
   *
   * <p>picocli looks at a subcommand by reflection, which takes longer than most subcommands run. So one that is called is
   * the only one that is added; with anything else in its place, as help or a typing error, all are.
   */
  static CommandLine forArguments(String... arguments) {
    Map<String, Class<?>> wanted = new LinkedHashMap<>(SUBCOMMANDS);
    if (arguments.length > 0 && wanted.containsKey(arguments[0])) {
      wanted.keySet().retainAll(Set.of(arguments[0]));
    }
    CommandLine commandLine = new CommandLine(new GeneventCommand());
    wanted.forEach(commandLine::addSubcommand);
    if (wanted.size() > 1) {
      commandLine.addSubcommand(COMPLETION, AutoComplete.GenerateCompletion.class);
    }
    return commandLine;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  private static Map<String, Class<?>> subcommands() {
    // in the order of the help
    Map<String, Class<?>> subcommands = new LinkedHashMap<>();
    subcommands.put("check", CheckCommand.class);
    subcommands.put("generate", GenerateCommand.class);
    subcommands.put("layout", LayoutCommand.class);
    subcommands.put("checksum", ChecksumCommand.class);
    subcommands.put("diff", DiffCommand.class);
    subcommands.put("migrate", MigrateCommand.class);
    subcommands.put("read", ReadCommand.class);
    subcommands.put("kernel", KernelCommand.class);
    subcommands.put("convert", ConvertCommand.class);
    subcommands.put("verify", VerifyCommand.class);
    subcommands.put("recover", RecoverCommand.class);
    subcommands.put("demo", DemoCommand.class);
    return subcommands;
  }
}
