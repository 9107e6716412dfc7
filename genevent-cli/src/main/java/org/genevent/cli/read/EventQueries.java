package org.genevent.cli.read;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Nearest;
import org.genevent.diagnostic.Place;
import org.genevent.reader.field.EventShapes;
import org.genevent.reader.query.EventGlobs;
import org.genevent.reader.query.Query;

/** Compiles what is asked of events, and shows what is wrong with it. */
public final class EventQueries {

  /** How much of a long expression is shown on both sides of a mistake. */
  private static final int SHOWN_CHARS = 60;

  private static final String WHERE = "--where";

  private final EventOptions options;
  private final PrintWriter err;

  /**
   * For the options of a call.
   *
   * @param options the options
   * @param err takes messages
   */
  public EventQueries(EventOptions options, PrintWriter err) {
    this.options = options;
    this.err = err;
  }

  /**
   * Compiles the expression.
   *
   * @param shapes the events that it is about
   * @param findings takes what is wrong
   * @return the expression, or empty if there is none or an error was shown
   */
  public Optional<Query> query(EventShapes shapes, Findings findings) {
    return options
        .where()
        .flatMap(text -> Query.compile(WHERE, text, shapes, options.zone(), findings));
  }

  /**
   * Shows what is wrong, and where in the expression.
   *
   * @param findings what was found
   */
  public void show(Findings findings) {
    for (Diagnostic finding : findings.list()) {
      err.println(finding.format());
      if (finding.place() instanceof Place.InFile place
          && place.file().equals(WHERE)
          && place.column() > 0) {
        options.where().ifPresent(text -> excerpt(text, place.column() - 1));
      }
    }
  }

  private void excerpt(String text, int at) {
    int from = Math.max(0, at - SHOWN_CHARS);
    int to = Math.min(text.length(), at + SHOWN_CHARS);
    StringBuilder line = new StringBuilder("  ");
    line.append(from > 0 ? "…" : "");
    int caret = 0;
    for (int i = from; i <= to; i++) {
      if (i == at) {
        caret = line.length();
      }
      if (i < to) {
        char c = text.charAt(i);
        line.append(
            Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c);
      }
    }
    line.append(to < text.length() ? "…" : "");
    err.println(line);
    err.println(" ".repeat(caret) + "^");
  }

  /**
   * Names globs that no event of the traces has. That is no error: the events may just not be there.
   *
   * @param events the full names of the events that the traces declare
   */
  public void noteUnmatched(List<String> events) {
    if (events.isEmpty()) {
      return;
    }
    for (String glob : options.globTexts()) {
      String plain = glob.startsWith("!") ? glob.substring(1) : glob;
      EventGlobs alone = new EventGlobs(List.of(plain));
      if (events.stream().noneMatch(alone::take)) {
        Set<String> known = new TreeSet<>(events);
        events.forEach(event -> known.add(event.substring(0, Math.max(0, event.indexOf(':')))));
        known.remove("");
        String question = Nearest.question(plain, known);
        err.println("genevent: the traces declare no event '" + plain + "'"
            + (question.isEmpty() ? "" : "; " + question));
      }
    }
  }
}
