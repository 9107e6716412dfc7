package org.genevent.reader.query;

import java.time.ZoneId;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Place;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.reader.TraceReader;
import org.genevent.reader.field.EventShape;
import org.genevent.reader.field.EventShapes;

/**
 * An expression over the fields of events.
 *
 * <p>What it says about an event is true, false or unknown. A comparison is unknown where the event lacks one of its fields,
 * or has it as something that cannot be compared so; {@code not} leaves unknown what is unknown, {@code and} is false if one
 * part is, {@code or} is true if one part is, and both are unknown if that decides. An event matches only if the whole is
 * true. Used by one thread.
 */
public final class Query {

  private final Expression expression;
  private final EventShapes shapes;
  private final ZoneId zone;
  private final Map<EventRecordClass, Binder> bound = new IdentityHashMap<>();
  private EventRecordClass lastClass;
  private Binder last;

  private Query(Expression expression, EventShapes shapes, ZoneId zone) {
    this.expression = expression;
    this.shapes = shapes;
    this.zone = zone;
  }

  /**
   * Compiles an expression.
   *
   * @param name where it stands, for messages; columns count from 1 in UTF-16 units
   * @param text the expression
   * @param shapes the events that may be asked; without any, names and types are not checked
   * @param zone the time zone of times without one
   * @param findings takes what is wrong: its grammar, names that no event has, comparisons that no event allows
   * @return the expression, or empty if there was an error
   */
  public static Optional<Query> compile(
      String name, String text, EventShapes shapes, ZoneId zone, Findings findings) {
    Objects.requireNonNull(zone);
    Expression expression;
    try {
      expression = Parser.parse(text);
    } catch (QueryFailure e) {
      findings.add(Diagnostic.of(e.code(), new Place.InFile(name, 1, e.column()), e.getMessage())
          .withFix(e.fix()));
      return Optional.empty();
    }
    int errors = findings.errorCount();
    if (!shapes.all().isEmpty()) {
      new Checker(name, shapes, zone, findings).check(expression);
    }
    return findings.errorCount() > errors
        ? Optional.empty()
        : Optional.of(new Query(expression, shapes, zone));
  }

  /**
   * Whether the current event of a reader matches.
   *
   * @param reader stands at an event
   * @return true if the expression is true of it; false if it is false or unknown, or the event is none of those that may be
   *     asked
   */
  public boolean matches(TraceReader reader) {
    EventRecordClass eventClass = reader.eventClass();
    if (eventClass != lastClass) {
      lastClass = eventClass;
      last = bound.computeIfAbsent(eventClass, this::bind);
    }
    return last != null && last.test(reader) == Truth.TRUE;
  }

  private Binder bind(EventRecordClass eventClass) {
    EventShape shape = shapes.of(eventClass);
    return shape == null ? null : new Binder(expression, shape, zone);
  }
}
