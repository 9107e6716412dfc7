package org.genevent.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The entry point of the {@code genevent} command. */
public final class Main {

  private static PrintWriter processOutput;

  private Main() {}

  /** Whether a writer is that of the process, so that bytes may go past it. */
  static boolean printsToProcessOutput(PrintWriter writer) {
    return writer == processOutput;
  }

  /**
   * Runs the command and ends the process with its exit status.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    PrintWriter out =
        new PrintWriter(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintWriter err =
        new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    processOutput = out;
    int status = run(out, err, args);
    out.flush();
    err.flush();
    System.exit(status);
  }

  /**
   * Runs the command within this process.
   *
   * @param out takes the results
   * @param err takes everything else
   * @param args the command line
   * @return the exit status: 0 fine, 1 findings or differences, 2 wrong usage, 70 a defect of ours
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine commandLine = GeneventCommand.forArguments(args);
    commandLine.setOut(out);
    commandLine.setErr(err);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler(Main::failed);
    commandLine.setParameterExceptionHandler(Main::calledWrongly);
    try {
      return commandLine.execute(args);
    } catch (RuntimeException | StackOverflowError e) {
      // picocli hands over exceptions of commands only; what it throws itself is a defect all the
      // same
      return Defect.report(err, e, args);
    }
  }

  /** What is wrong comes last and alone: a page of help would hide it. */
  private static int calledWrongly(CommandLine.ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("genevent: " + wrong.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
    err.println("'" + command.getCommandSpec().qualifiedName() + " --help' shows how it is called");
    return ExitStatus.USAGE;
  }

  private static int failed(
      Exception exception, CommandLine command, CommandLine.ParseResult parsed) {
    if (exception instanceof Failure) {
      command.getErr().println("genevent: " + exception.getMessage());
      return ExitStatus.FINDINGS;
    }
    return Defect.report(command.getErr(), exception, parsed.originalArgs().toArray(new String[0]));
  }
}
