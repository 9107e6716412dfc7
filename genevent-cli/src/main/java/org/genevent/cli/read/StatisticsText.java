package org.genevent.cli.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.genevent.reader.stats.EventStatistics;
import org.genevent.reader.stats.Gap;
import org.genevent.reader.stats.Loss;
import org.genevent.reader.stats.StreamStatistics;
import org.genevent.reader.stats.TraceStatistics;
import org.genevent.reader.verify.Times;

/** Prints what traces hold as tables for people. */
public final class StatisticsText {

  private static final double SECOND_NANOS = 1e9;

  private final StringBuilder out = new StringBuilder();

  private StatisticsText() {}

  /**
   * Prints.
   *
   * @param statistics what was counted
   * @return a table of events, one of streams, and what is missing
   */
  public static String print(TraceStatistics statistics) {
    StatisticsText text = new StatisticsText();
    text.events(statistics.events());
    text.out.append('\n');
    text.streams(statistics.streams());
    text.losses(statistics.streams());
    return text.out.toString();
  }

  /**
   * How many a second, over a span of time.
   *
   * @param count how many
   * @param spanNanos how long
   * @return a rate, or NaN if there is no span
   */
  static double rate(long count, long spanNanos) {
    return spanNanos > 0 ? count * SECOND_NANOS / spanNanos : Double.NaN;
  }

  /** From the first to the last of all events. */
  static long spanNanos(List<EventStatistics> events) {
    long first = events.stream().mapToLong(EventStatistics::firstNanos).min().orElse(0);
    long last = events.stream().mapToLong(EventStatistics::lastNanos).max().orElse(0);
    return last - first;
  }

  private static String shown(double rate) {
    return Double.isNaN(rate) ? "-" : String.format(Locale.ROOT, rate < 10 ? "%.2f" : "%.0f", rate);
  }

  private void events(List<EventStatistics> events) {
    long span = spanNanos(events);
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"event", "count", "per second", "bytes", "bytes each"});
    long count = 0;
    long bits = 0;
    for (EventStatistics event : events) {
      rows.add(row(event.name(), event.count(), span, event.sizeBits()));
      count += event.count();
      bits += event.sizeBits();
    }
    rows.add(row("total", count, span, bits));
    table(rows);
  }

  private static String[] row(String name, long count, long spanNanos, long sizeBits) {
    String each = count == 0 ? "-" : String.format(Locale.ROOT, "%.1f", sizeBits / 8.0 / count);
    return new String[] {
      printable(name),
      Long.toString(count),
      shown(rate(count, spanNanos)),
      Long.toString(sizeBits + 7 >>> 3),
      each
    };
  }

  /** Names are whatever a trace says. */
  private static String printable(String name) {
    StringBuilder safe = new StringBuilder();
    name.codePoints().forEach(c -> {
      if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
        safe.append(String.format(Locale.ROOT, "\\u%04x", c));
      } else {
        safe.appendCodePoint(c);
      }
    });
    return safe.toString();
  }

  private void streams(List<StreamStatistics> streams) {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {
      "stream", "packets", "bytes", "events", "lost events", "missing packets", "from", "to"
    });
    for (StreamStatistics stream : streams) {
      rows.add(new String[] {
        printable(stream.file().toString()),
        Long.toString(stream.packets()),
        Long.toString(stream.sizeBytes()),
        Long.toString(stream.events()),
        Long.toString(stream.lostEvents()),
        Long.toString(stream.missingPackets()),
        time(stream.firstNanos()),
        time(stream.lastNanos())
      });
    }
    table(rows);
  }

  private static String time(OptionalLong nanos) {
    return nanos.isPresent() ? Times.text(nanos.getAsLong()) : "-";
  }

  private void losses(List<StreamStatistics> streams) {
    for (StreamStatistics stream : streams) {
      String file = printable(stream.file().toString());
      long told = 0;
      for (Loss loss : stream.losses()) {
        told += loss.events();
        out.append(file)
            .append(": ")
            .append(loss.events())
            .append(" events lost between ")
            .append(time(loss.fromNanos()))
            .append(" and ")
            .append(time(loss.toNanos()))
            .append('\n');
      }
      if (told < stream.lostEvents()) {
        out.append(file)
            .append(": ")
            .append(stream.lostEvents() - told)
            .append(" more events lost later\n");
      }
      for (Gap gap : stream.gaps()) {
        out.append(file)
            .append(": packets ")
            .append(gap.firstSequence())
            .append(" to ")
            .append(gap.lastSequence())
            .append(" are missing in front of byte ")
            .append(gap.beforeByte())
            .append('\n');
      }
    }
  }

  /** Columns as wide as their widest cell; the first one to the left, numbers to the right. */
  private void table(List<String[]> rows) {
    int[] widths = new int[rows.get(0).length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.length; i++) {
        String fill = " ".repeat(widths[i] - row[i].length());
        line.append(i == 0 ? row[i] + fill : "  " + fill + row[i]);
      }
      out.append(line).append('\n');
    }
  }
}
