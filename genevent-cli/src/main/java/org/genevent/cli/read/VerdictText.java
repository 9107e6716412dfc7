package org.genevent.cli.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.genevent.reader.verify.StreamVerdict;
import org.genevent.reader.verify.Times;
import org.genevent.reader.verify.TraceReport;
import org.genevent.reader.verify.Trust;

/** Prints a verdict about traces: a line a stream, a line a facility, and the last line for all. */
public final class VerdictText {

  private VerdictText() {}

  /**
   * Prints.
   *
   * @param report the verdict
   * @return the lines
   */
  public static String print(TraceReport report) {
    List<String> lines = new ArrayList<>();
    report.reasons().forEach(reason -> lines.add(reason));
    report.streams().forEach(stream -> lines.add(line(stream)));
    for (TraceReport.FacilityVerdict facility : report.facilities()) {
      lines.add("facility " + facility.name() + ": "
          + (facility.trust() == Trust.COMPLETE ? "the same" : "not the same") + ": "
          + facility.message());
    }
    lines.add("verdict: " + verdict(report));
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(printable(line)).append('\n'));
    return text.toString();
  }

  private static String printable(String line) {
    StringBuilder safe = new StringBuilder();
    line.codePoints().forEach(c -> {
      if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
        safe.append(String.format(Locale.ROOT, "\\u%04x", c));
      } else {
        safe.appendCodePoint(c);
      }
    });
    return safe.toString();
  }

  private static String line(StreamVerdict stream) {
    StringBuilder line = new StringBuilder(stream.file().toString());
    line.append(": ").append(stream.trust().name().toLowerCase(Locale.ROOT));
    if (!stream.reasons().isEmpty()) {
      line.append(": ").append(String.join("; ", stream.reasons()));
    }
    if (stream.moreReasons() > 0) {
      line.append("; and ").append(stream.moreReasons()).append(" more");
    }
    line.append(" (").append(counted(stream.packets(), "packet")).append(", ");
    if (stream.sentEvents().isPresent()) {
      line.append(stream.sentEvents().getAsLong())
          .append(" events sent = ")
          .append(stream.readEvents())
          .append(" read + ")
          .append(stream.lostEvents())
          .append(" lost");
    } else {
      line.append(counted(stream.readEvents(), "event")).append(" read, ");
      line.append(stream.lostEvents()).append(" counted as lost");
    }
    time(line, ", ", stream.firstNanos());
    time(line, " to ", stream.lastNanos());
    return line.append(')').toString();
  }

  private static void time(StringBuilder line, String before, OptionalLong nanos) {
    if (nanos.isPresent()) {
      line.append(before).append(Times.text(nanos.getAsLong()));
    }
  }

  private static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String verdict(TraceReport report) {
    long bad = report.streams().stream()
        .filter(stream -> stream.trust() != Trust.COMPLETE)
        .count();
    String streams =
        bad == 0 ? "" : " (" + bad + " of " + counted(report.streams().size(), "stream") + ")";
    return switch (report.trust()) {
      case COMPLETE -> "complete: of what was traced, nothing happened that is not here";
      case UNKNOWN ->
        "unknown" + streams + ": nothing is known to be missing, but the trace would not show it";
      case INCOMPLETE -> "incomplete" + streams + ": something may have happened that is not here";
    };
  }
}
