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
import java.util.concurrent.TimeUnit;
import org.genevent.cli.read.CsvOutput;
import org.genevent.cli.read.EventOptions;
import org.genevent.cli.read.EventQueries;
import org.genevent.cli.read.Progress;
import org.genevent.cli.read.ReadFormat;
import org.genevent.cli.read.StatisticsJson;
import org.genevent.cli.read.StatisticsText;
import org.genevent.cli.read.Terminal;
import org.genevent.diagnostic.Findings;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.reader.ReaderOptions;
import org.genevent.reader.RepeatedPackets;
import org.genevent.reader.TraceReader;
import org.genevent.reader.field.EventShapes;
import org.genevent.reader.output.EventLoop;
import org.genevent.reader.output.EventSelection;
import org.genevent.reader.output.EventView;
import org.genevent.reader.output.PrintOptions;
import org.genevent.reader.output.TimeForm;
import org.genevent.reader.output.TracePrinter;
import org.genevent.reader.query.FieldSelection;
import org.genevent.reader.query.Query;
import org.genevent.reader.stats.TraceStatistics;
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
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all was read, or whoever reads the output has seen enough",
      "1:something was damaged or cannot be read or written; the rest was read",
      "2:wrong usage, an expression with mistakes among it"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  genevent read --event 'shop:order_*' --where 'items > 2' TRACE",
      "  genevent read --begin 22:47 --end 22:48 --fields order_id TRACE",
      "  genevent read --format csv --event shop:order_paid TRACE",
      "  genevent read --stats --format json TRACE"
    })
final class ReadCommand implements Callable<Integer> {

  /** How often a trace that is followed is looked at. */
  private static final long FOLLOW_MILLIS = 200;

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
      order = 10,
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text, json (a line an event), csv (a row an event, for one kind or with --out), count, babeltrace (what babeltrace2"
              + " prints), or lttv (as LTTV's text dump has it) (default: ${DEFAULT-VALUE})")
  private ReadFormat format;

  @Option(
      names = "--fields",
      order = 60,
      paramLabel = "FIELD",
      split = ",",
      description = {
        "only these fields, with commas, named as in",
        "expressions: total, $ctx.request_id, $common.tid,",
        "lines[0].price; of csv, the columns in this order"
      })
  private List<String> fields = List.of();

  @Option(names = "--limit", order = 70, paramLabel = "N", description = "end after so many events")
  private Long limit;

  @Option(
      names = "--clock",
      order = 80,
      paramLabel = "FORM",
      description =
          "how times are printed: date, seconds, ns or cycles (default: date; json always has"
              + " timestamp_ns, and timestamp beside it if a form is given)")
  private TimeForm.Unit clock;

  @Option(
      names = "--out",
      order = 110,
      paramLabel = "DIR",
      description =
          "with --format csv: a file for each kind of event, FACILITY.EVENT.csv, in this folder")
  private Path out;

  @Option(
      names = "--stats",
      order = 100,
      description =
          "print numbers instead of events: count, rate and bytes of each kind, packets, losses and time"
              + " span of each stream; as text or json")
  private boolean stats;

  @Option(
      names = "--strict",
      order = 120,
      description = "end at the first damage instead of reading past it")
  private boolean strict;

  @Option(
      names = {"-f", "--follow"},
      description = "go on when everything is read, and print what comes, until interrupted")
  private boolean follow;

  ReadCommand() {}

  @Override
  public Integer call() {
    checkOptions();
    PrintWriter err = spec.commandLine().getErr();
    EventQueries queries = new EventQueries(events, err);
    if (!isGrammatical(queries)) {
      return ExitStatus.USAGE;
    }
    ReaderOptions options =
        events.readerOptions(traces, strict).withEverything(format == ReadFormat.BABELTRACE);
    DamageReport damage = new DamageReport(err);
    try (TraceReader reader = TraceReader.open(traces, options, damage)) {
      EventShapes shapes = EventShapes.of(reader, events.globs()::take);
      Findings findings = new Findings();
      Optional<Query> query = queries.query(shapes, findings);
      List<FieldSelection.Choice> choices =
          FieldSelection.choices("--fields", fields, shapes, findings);
      if (findings.hasErrors()) {
        queries.show(findings);
        return ExitStatus.USAGE;
      }
      queries.noteUnmatched(
          reader.eventClasses().stream().map(EventRecordClass::name).toList());
      PrintOptions printed = new PrintOptions(
          query.map(ReadCommand::selection).orElse(EventSelection.ALL),
          choices.isEmpty() ? EventView.ALL : FieldSelection.of(choices, shapes),
          timeForm(),
          limit == null ? Long.MAX_VALUE : limit);
      CsvOutput csv = new CsvOutput(shapes, choices, printed);
      if (format == ReadFormat.CSV && out == null && !csv.whyNotOne().isEmpty()) {
        throw wrong(csv.whyNotOne());
      }
      try (Progress progress = progress(reader)) {
        damage.printing(progress::undisturbed);
        print(reader, printed, csv, damage);
      }
      tellLosses(reader);
    } catch (IOException e) {
      if (out == null && isBrokenPipe(e)) {
        return ExitStatus.FINE;
      }
      throw new Failure("the output cannot be written: " + IoMessages.text(e));
    }
    return damage.finish() ? ExitStatus.FINDINGS : ExitStatus.FINE;
  }

  private void checkOptions() {
    boolean fieldless = stats || format == ReadFormat.COUNT;
    String counting = stats ? "--stats" : "--format count";
    if (limit != null && limit < 0) {
      throw wrong("--limit: a number of events is not negative: " + limit);
    } else if (stats && format != ReadFormat.TEXT && format != ReadFormat.JSON) {
      throw wrong("--stats prints text or json");
    } else if (!fields.isEmpty() && fieldless) {
      throw wrong("--fields: " + counting + " prints no fields");
    } else if (clock != null && fieldless) {
      throw wrong("--clock: " + counting + " prints no times of events");
    } else if (out != null && (stats || format != ReadFormat.CSV)) {
      throw wrong("--out: only tables go into files; add --format csv");
    } else if (follow && (fieldless || format == ReadFormat.CSV)) {
      throw wrong("--follow: only text, json, babeltrace and lttv have lines that can come later");
    } else if (clock != null && format == ReadFormat.LTTV) {
      throw wrong("--clock: LTTV's text dump has seconds");
    } else if (clock == TimeForm.Unit.NS && format == ReadFormat.BABELTRACE) {
      throw wrong("--clock: babeltrace2 prints dates, seconds or cycles");
    } else if (events.hasZone()
        && (fieldless || format == ReadFormat.LTTV || clock != null && clock != TimeForm.Unit.DATE)
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
    EventShapes none = EventShapes.none();
    queries.query(none, findings);
    FieldSelection.choices("--fields", fields, none, findings);
    queries.show(findings);
    return !findings.hasErrors();
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

  private Progress progress(TraceReader reader) {
    boolean ofProcess = Main.printsToProcessOutput(spec.commandLine().getOut());
    return Progress.of(spec.commandLine().getErr(), ofProcess, reader);
  }

  private void print(TraceReader reader, PrintOptions options, CsvOutput csv, DamageReport damage)
      throws IOException {
    PrintWriter results = spec.commandLine().getOut();
    if (stats) {
      TraceStatistics statistics = new TraceStatistics(reader);
      EventLoop.run(reader, options.selection(), options.limit(), statistics::add);
      results.print(
          format == ReadFormat.JSON
              ? StatisticsJson.print(statistics)
              : StatisticsText.print(statistics));
      results.flush();
    } else if (out != null) {
      csv.write(reader, out, results);
      results.flush();
    } else if (follow) {
      // where no trace is, nothing comes
      if (!reader.traces().isEmpty()) {
        follow(reader, options, damage);
      }
    } else if (format.printed().isPresent()) {
      TracePrinter.print(reader, format.printed().get(), options, output());
    } else {
      csv.print(reader, output());
    }
  }

  private void follow(TraceReader reader, PrintOptions options, DamageReport damage)
      throws IOException {
    try (Interruption interruption = new Interruption(spec.commandLine().getErr())) {
      interruption.status(ExitStatus.FINE);
      TracePrinter.follow(
          reader,
          format.printed().orElseThrow(),
          options,
          output(),
          () -> !(strict && damage.found()) && waitForMore(interruption));
      if (interruption.wanted().getCount() == 0) {
        // the process ends with this block
        tellLosses(reader);
      }
    }
  }

  private static boolean waitForMore(Interruption interruption) {
    try {
      return !interruption.wanted().await(FOLLOW_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private void tellLosses(TraceReader reader) {
    PrintWriter err = spec.commandLine().getErr();
    if (reader.discardedEvents() > 0 && format != ReadFormat.COUNT && !stats) {
      err.println("genevent: the tracer lost " + count(reader.discardedEvents(), "event"));
    }
    if (reader.unknownEvents() > 0) {
      err.println("genevent: passed over " + count(reader.unknownEvents(), "event")
          + " that nothing describes");
    }
    if (reader.lostPackets() > 0) {
      err.println(
          "genevent: missing by the numbers of packets: " + count(reader.lostPackets(), "packet"));
    }
    if (!follow) {
      for (RepeatedPackets stream : RepeatedPackets.of(reader)) {
        err.println("genevent: " + stream.file() + ": not in order, or there again: "
            + count(stream.packets(), "packet"));
      }
    }
  }

  /**
   * Whoever reads our output has seen enough, as in {@code genevent read … | head}. The system says so in the user's language;
   * but nothing else makes writing to a pipe fail.
   */
  private static boolean isBrokenPipe(IOException e) {
    return e.getMessage() != null && e.getMessage().contains("Broken pipe")
        || Terminal.printsToPipe();
  }

  private OutputStream output() {
    if (Main.printsToProcessOutput(spec.commandLine().getOut())) {
      // past the writer: a trace is bytes already, and many of them
      return new FileOutputStream(FileDescriptor.out);
    }
    return new WriterOutput(spec.commandLine().getOut());
  }
}
