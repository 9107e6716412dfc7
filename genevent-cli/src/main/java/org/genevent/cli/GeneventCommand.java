package org.genevent.cli;

import picocli.AutoComplete;
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
    },
    subcommands = {
      CheckCommand.class,
      GenerateCommand.class,
      LayoutCommand.class,
      ChecksumCommand.class,
      ReadCommand.class,
      RecoverCommand.class,
      DemoCommand.class,
      AutoComplete.GenerateCompletion.class
    })
final class GeneventCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  GeneventCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
