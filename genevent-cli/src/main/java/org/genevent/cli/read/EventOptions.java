package org.genevent.cli.read;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.genevent.reader.ReaderOptions;
import org.genevent.reader.query.EventGlobs;
import org.genevent.reader.query.TimePoint;
import org.genevent.reader.query.TimeSpan;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that say which events of traces are meant. */
public final class EventOptions {

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--event",
      order = 20,
      paramLabel = "GLOB",
      description = {
        "only these: FACILITY:EVENT, with * and ?; FACILITY",
        "means all of its events, a ! in front takes out",
        "again; several times, later ones win"
      })
  private List<String> globs = List.of();

  @Option(
      names = "--where",
      order = 30,
      paramLabel = "EXPRESSION",
      description = {
        "only events of which it is true, such as",
        "'total >= 5 and not customer =~ \"Ada*\"'"
      })
  private String where;

  @Option(
      names = "--begin",
      order = 40,
      paramLabel = "TIME",
      description = {
        "only events from then on: a date with or without",
        "time and zone, 22:47:52 of the first day, seconds",
        "since the epoch (or ...ns), +1.5s after the first",
        "event, -10s before the last one"
      })
  private String begin;

  @Option(
      names = "--end",
      order = 50,
      paramLabel = "TIME",
      description = "only events up to then, included; the same forms")
  private String end;

  @Option(
      names = "--time-zone",
      order = 90,
      paramLabel = "ZONE",
      description = {
        "the zone of dates that are read and printed:",
        "Europe/Berlin, +01:00, local (default: UTC)"
      })
  private String zone;

  @Option(
      names = "--same-clocks",
      order = 95,
      description = {
        "clocks of the same uuid are one clock: all traces get",
        "the offset to the epoch of the one that is named first"
      })
  private boolean sameClocks;

  /** Made by picocli. */
  public EventOptions() {}

  /**
   * The expression.
   *
   * @return its text, if one is given
   */
  public Optional<String> where() {
    return Optional.ofNullable(where);
  }

  /**
   * The globs.
   *
   * @return in the order given
   */
  public List<String> globTexts() {
    return globs;
  }

  /**
   * Which events are meant by their names.
   *
   * @return the compiled globs
   */
  public EventGlobs globs() {
    return new EventGlobs(globs);
  }

  /**
   * Whether a time zone is given.
   *
   * @return true if so
   */
  public boolean hasZone() {
    return zone != null;
  }

  /**
   * Whether times to read are given, for which a zone matters.
   *
   * @return true if so
   */
  public boolean hasTimes() {
    return begin != null || end != null;
  }

  /**
   * The time zone.
   *
   * @return the one given, else universal time
   */
  public ZoneId zone() {
    if (zone == null) {
      return ZoneOffset.UTC;
    }
    try {
      return zone.equals("local") ? ZoneId.systemDefault() : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw wrong(
          "--time-zone",
          "'" + zone + "' is no time zone",
          "write UTC, local, +01:00 or Europe/Berlin");
    }
  }

  /**
   * What the reader has to give, by names and times.
   *
   * @param traces the traces, for times that are relative to them
   * @param strict whether reading ends at the first finding
   * @return options
   */
  public ReaderOptions readerOptions(List<Path> traces, boolean strict) {
    Optional<TimePoint> from = time("--begin", begin);
    Optional<TimePoint> to = time("--end", end);
    ReaderOptions options = ReaderOptions.DEFAULT.withStrict(strict).withSameClocks(sameClocks);
    if (!globs.isEmpty()) {
      EventGlobs compiled = globs();
      options = options.withEvents(eventClass -> compiled.take(eventClass.name()));
    }
    if (from.isPresent() || to.isPresent()) {
      TimeSpan span = new TimeSpan(traces);
      long first = nanos(from, span, Long.MIN_VALUE);
      long last = nanos(to, span, Long.MAX_VALUE);
      if (first > last) {
        throw wrong("--end", "'" + end + "' is before --begin '" + begin + "'", "");
      }
      options = options.withTimes(first, last);
    }
    return options;
  }

  private static long nanos(Optional<TimePoint> time, TimeSpan span, long otherwise) {
    return time.map(point -> point.nanos(span::firstNanos, span::lastNanos)).orElse(otherwise);
  }

  private Optional<TimePoint> time(String option, String text) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<TimePoint> time = TimePoint.parse(text, zone());
    if (time.isEmpty()) {
      boolean many = text.matches("[+-]?[0-9]{13,}");
      throw wrong(
          option,
          "'" + text + "' is no time" + (many ? " in seconds" : ""),
          many
              ? "nanoseconds are written with their unit: " + text + "ns"
              : "write 2026-11-23T22:47:52.5Z, 22:47:52, 1700000000.5, +1.5s or -10s");
    }
    return time;
  }

  private ParameterException wrong(String option, String message, String fix) {
    return new ParameterException(
        spec.commandLine(), option + ": " + message + (fix.isEmpty() ? "" : "\n  fix: " + fix));
  }
}
