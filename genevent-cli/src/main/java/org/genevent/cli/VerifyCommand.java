package org.genevent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genevent.abi.Abi;
import org.genevent.check.FacilityChecks;
import org.genevent.cli.read.Progress;
import org.genevent.cli.read.VerdictJson;
import org.genevent.cli.read.VerdictText;
import org.genevent.diagnostic.Findings;
import org.genevent.layout.LayoutRule;
import org.genevent.model.Event;
import org.genevent.model.Facility;
import org.genevent.model.FacilityChecksum;
import org.genevent.reader.TraceReader;
import org.genevent.reader.verify.ExpectedFacility;
import org.genevent.reader.verify.TraceReport;
import org.genevent.reader.verify.TraceVerifier;
import org.genevent.reader.verify.Trust;
import org.genevent.runtime.Recovery;
import org.genevent.xml.FacilityReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code genevent verify}: may one conclude from what is not in a trace? */
@Command(
    name = "verify",
    description = {
      "Tells whether a trace has everything that was traced, so that what is not in it did not happen.",
      "Packets in sequence, no event lost, times in order, nothing cut or damaged, and the facilities that are given:"
          + " a line a stream, then the verdict."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the traces are complete",
      "1:they are not, or nobody can know; the line of each stream says why",
      "2:wrong usage"
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

  /** How verdicts are printed. */
  enum Format {
    TEXT,
    JSON
  }

  private static final Pattern CHECKSUM = Pattern.compile("(.+)=0[xX]([0-9a-fA-F]{1,8})");
  private static final int MAX_DEPTH = 16;

  @Spec
  private CommandSpec spec;

  @Parameters(
      paramLabel = "TRACE",
      arity = "1..*",
      description = "trace directories, or directories above such")
  private List<Path> traces;

  @Option(
      names = "--facility",
      paramLabel = "FILE|NAME=0xHEX",
      description =
          "a facility that the traces must have been written with, all of its events taken; or only its"
              + " name and checksum, as 'genevent checksum' prints it; several times")
  private List<String> facilities = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (default: ${DEFAULT-VALUE})")
  private Format format;

  VerifyCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Findings findings = new Findings();
    List<ExpectedFacility> expected = new ArrayList<>();
    facilities.forEach(text -> facility(text, findings).ifPresent(expected::add));
    if (findings.hasErrors()) {
      findings.list().forEach(finding -> spec.commandLine().getErr().println(finding.format()));
      return ExitStatus.FINDINGS;
    }
    TraceReport report = verify(expected);
    out.print(format == Format.JSON ? VerdictJson.print(report) : VerdictText.print(report));
    out.flush();
    return report.trust() == Trust.COMPLETE ? ExitStatus.FINE : ExitStatus.FINDINGS;
  }

  private TraceReport verify(List<ExpectedFacility> expected) {
    List<String> unrecovered = unrecovered();
    TraceVerifier verifier = new TraceVerifier();
    try (TraceReader reader = TraceReader.open(traces, verifier::report)) {
      TraceReport report = verified(verifier, reader, expected);
      if (unrecovered.isEmpty()) {
        return report;
      }
      unrecovered.addAll(report.reasons());
      return new TraceReport(Trust.INCOMPLETE, report.streams(), report.facilities(), unrecovered);
    }
  }

  private TraceReport verified(
      TraceVerifier verifier, TraceReader reader, List<ExpectedFacility> expected) {
    boolean ofProcess = Main.printsToProcessOutput(spec.commandLine().getOut());
    Progress progress = Progress.of(spec.commandLine().getErr(), ofProcess, reader);
    try {
      return verifier.verify(reader, expected);
    } finally {
      progress.close();
    }
  }

  /** A facility from a file, or its name and checksum. */
  private static Optional<ExpectedFacility> facility(String text, Findings findings) {
    Matcher checksum = CHECKSUM.matcher(text);
    if (checksum.matches()) {
      int sum = Integer.parseUnsignedInt(checksum.group(2), 16);
      return Optional.of(new ExpectedFacility(checksum.group(1), sum, List.of(), "what was given"));
    }
    Findings own = new Findings();
    Optional<Facility> read = FacilityReader.read(Path.of(text), own);
    read.ifPresent(
        facility -> FacilityChecks.check(facility, LayoutRule.NATURAL, List.of(Abi.JAVA), own));
    findings.addAll(own.list());
    if (own.hasErrors()) {
      return Optional.empty();
    }
    return read.map(facility -> new ExpectedFacility(
        facility.name(),
        FacilityChecksum.of(facility),
        facility.events().stream().map(Event::name).toList(),
        text));
  }

  /** The traces of which a part still lies in the memory of a process, alive or killed. */
  private List<String> unrecovered() {
    List<String> found = new ArrayList<>();
    for (Path trace : traces) {
      try {
        Files.walkFileTree(
            trace, Set.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult preVisitDirectory(
                  Path folder, BasicFileAttributes attributes) {
                if (Recovery.isNeeded(folder)) {
                  found.add(folder
                      + ": a process still writes this trace, or was killed before it had written all;"
                      + " 'genevent recover' brings back what it left");
                }
                return FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult visitFileFailed(Path file, IOException cause) {
                // the reader names what it cannot look into
                return FileVisitResult.CONTINUE;
              }
            });
      } catch (IOException e) {
        found.add(trace + " cannot be searched: " + e.getMessage());
      }
    }
    found.sort(null);
    return found;
  }
}
