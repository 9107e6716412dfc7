package org.genevent.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.genevent.cli.read.EventOptions;
import org.genevent.cli.read.EventQueries;
import org.genevent.cli.read.Progress;
import org.genevent.diagnostic.Findings;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.reader.ReaderOptions;
import org.genevent.reader.TraceReader;
import org.genevent.reader.field.EventShapes;
import org.genevent.reader.field.FieldPath;
import org.genevent.reader.output.EventSelection;
import org.genevent.reader.output.EventView;
import org.genevent.reader.output.PrintOptions;
import org.genevent.reader.output.TimeForm;
import org.genevent.reader.output.TracePrinter;
import org.genevent.reader.query.FieldSelection;
import org.genevent.reader.query.Query;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code genevent read}: traces, merged by time. */
@Command(
    name = "read",
    description = "Reads CTF and LTT traces, merged by time.",
    mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Parameters(
      paramLabel = "TRACE",
      arity = "1..*",
      description = "trace directories, or directories above such")
  private List<Path> traces;

  @Mixin
  private EventOptions events;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text, json (a line an event), count, or lttv (as LTTV's text dump has it) (default: ${DEFAULT-VALUE})")
  private TracePrinter.Format format;

  @Option(
      names = "--fields",
      paramLabel = "FIELD",
      split = ",",
      description =
          "only these fields, with commas: 'total', 'items[0].price', '$ctx.request_id', '$common.tid',"
              + " '$packet.cpu_id'")
  private List<String> fields = List.of();

  @Option(names = "--limit", paramLabel = "N", description = "end after so many events")
  private Long limit;

  @Option(
      names = "--clock",
      paramLabel = "FORM",
      description =
          "how times are printed: date, seconds, ns or cycles (default: date; json always has"
              + " timestamp_ns, and timestamp beside it if a form is given)")
  private TimeForm.Unit clock;

  @Option(names = "--strict", description = "end at the first damage instead of reading past it")
  private boolean strict;

  ReadCommand() {}

  @Override
  public Integer call() {
    checkOptions();
    PrintWriter err = spec.commandLine().getErr();
    EventQueries queries = new EventQueries(events, err);
    if (!isGrammatical(queries)) {
      return ExitStatus.USAGE;
    }
    ReaderOptions options = events.readerOptions(traces, strict);
    DamageReport damage = new DamageReport(err);
    try (TraceReader reader = TraceReader.open(traces, options, damage)) {
      EventShapes shapes = EventShapes.of(reader.traces(), events.globs()::take);
      Findings findings = new Findings();
      Optional<Query> query = queries.query(shapes, findings);
      EventView view = view(shapes, findings);
      if (findings.hasErrors()) {
        queries.show(findings);
        return ExitStatus.USAGE;
      }
      queries.noteUnmatched(
          reader.eventClasses().stream().map(EventRecordClass::name).toList());
      EventSelection selection = query.map(ReadCommand::selection).orElse(EventSelection.ALL);
      try (Progress progress = progress(reader)) {
        damage.before(progress::clear);
        print(reader, new PrintOptions(selection, view, timeForm(), limit()));
      }
      tellLosses(reader);
    } catch (IOException e) {
      if (isBrokenPipe(e)) {
        return ExitStatus.FINE;
      }
      throw new Failure("the output cannot be written: " + e.getMessage());
    }
    return damage.finish() ? ExitStatus.FINDINGS : ExitStatus.FINE;
  }

  private void checkOptions() {
    if (limit != null && limit < 0) {
      throw wrong("--limit: a number of events is not negative: " + limit);
    } else if (!fields.isEmpty() && format == TracePrinter.Format.COUNT) {
      throw wrong("--fields: --format count prints no fields");
    } else if (clock != null && format == TracePrinter.Format.COUNT) {
      throw wrong("--clock: --format count prints no times");
    } else if (clock != null && format == TracePrinter.Format.LTTV) {
      throw wrong("--clock: --format lttv has a form of its own");
    } else if (events.hasZone()
        && clock != null
        && clock != TimeForm.Unit.DATE
        && !events.hasTimes()
        && events.where().isEmpty()) {
      throw wrong("--time-zone: neither is a date read, nor is one printed");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Finds mistakes in writing before the traces are looked at, which may take a while. */
  private boolean isGrammatical(EventQueries queries) {
    Findings findings = new Findings();
    EventShapes none = EventShapes.of(List.of(), name -> true);
    queries.query(none, findings);
    FieldSelection.paths("--fields", fields, none, findings);
    queries.show(findings);
    return !findings.hasErrors();
  }

  private EventView view(EventShapes shapes, Findings findings) {
    if (fields.isEmpty()) {
      return EventView.ALL;
    }
    List<FieldPath> paths = FieldSelection.paths("--fields", fields, shapes, findings);
    return FieldSelection.of(paths, shapes);
  }

  private static EventSelection selection(Query query) {
    return reader ->
        query.matches(reader) ? EventSelection.Decision.TAKE : EventSelection.Decision.SKIP;
  }

  private Optional<TimeForm> timeForm() {
    if (clock == null && !events.hasZone()) {
      return Optional.empty();
    }
    return Optional.of(new TimeForm(clock == null ? TimeForm.Unit.DATE : clock, events.zone()));
  }

  private long limit() {
    return limit == null ? Long.MAX_VALUE : limit;
  }

  private Progress progress(TraceReader reader) {
    boolean ofProcess = Main.printsToProcessOutput(spec.commandLine().getOut());
    return Progress.of(spec.commandLine().getErr(), ofProcess, reader);
  }

  private void print(TraceReader reader, PrintOptions options) throws IOException {
    TracePrinter.print(reader, format, options, output());
  }

  private void tellLosses(TraceReader reader) {
    PrintWriter err = spec.commandLine().getErr();
    if (reader.discardedEvents() > 0 && format != TracePrinter.Format.COUNT) {
      err.println("genevent: the tracer lost " + reader.discardedEvents() + " events");
    }
    if (reader.unknownEvents() > 0) {
      err.println("genevent: " + reader.unknownEvents()
          + " events were passed over, as nothing describes them");
    }
    if (reader.lostPackets() > 0) {
      err.println("genevent: " + reader.lostPackets() + " packets are missing by their numbers");
    }
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
