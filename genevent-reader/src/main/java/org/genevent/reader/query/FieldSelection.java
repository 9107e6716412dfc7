package org.genevent.reader.query;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Place;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.reader.FieldSink;
import org.genevent.reader.TraceReader;
import org.genevent.reader.field.EventShape;
import org.genevent.reader.field.EventShapes;
import org.genevent.reader.field.FieldPath;
import org.genevent.reader.field.FieldScope;
import org.genevent.reader.output.EventView;

/** Shows some fields of events, by their paths, in the order of the event. Used by one thread. */
public final class FieldSelection implements EventView {

  private final List<FieldPath> paths;
  private final EventShapes shapes;
  private final Map<EventRecordClass, Map<FieldScope, SelectingSink>> byClass =
      new IdentityHashMap<>();

  private FieldSelection(List<FieldPath> paths, EventShapes shapes) {
    this.paths = List.copyOf(paths);
    this.shapes = shapes;
  }

  /**
   * Something that was chosen to be shown.
   *
   * @param text how it was written
   * @param path the field, or empty for a fact
   * @param fact what of every event is meant, or empty for a field
   */
  public record Choice(String text, Optional<FieldPath> path, Optional<EventFact> fact) {
    /** Checks that all parts are there. */
    public Choice {
      Objects.requireNonNull(text);
      Objects.requireNonNull(path);
      Objects.requireNonNull(fact);
    }
  }

  /**
   * Reads what was chosen, each as it stands in expressions, such as {@code total}, {@code items[0].price}, {@code
   * $ctx.number} or {@code $timestamp}.
   *
   * @param name where they stand, for messages
   * @param texts the fields and facts
   * @param shapes the events that may have them; without any, names are not checked
   * @param findings takes what is wrong
   * @return what was chosen; fewer if there was an error
   */
  public static List<Choice> choices(
      String name, List<String> texts, EventShapes shapes, Findings findings) {
    List<Choice> choices = new ArrayList<>();
    Checker checker = new Checker(name, shapes, ZoneOffset.UTC, findings);
    for (String text : texts) {
      try {
        Operand operand = Parser.name(text);
        choices.add(choice(text.strip(), operand, shapes));
        if (operand instanceof Operand.Field field && !shapes.all().isEmpty()) {
          checker.check(new Expression.Exists(field));
        }
      } catch (QueryFailure e) {
        findings.add(Diagnostic.of(
                e.code(), new Place.InFile(name, 0, 0), "'" + text + "': " + e.getMessage())
            .withFix(e.fix()));
      }
    }
    return choices;
  }

  private static Choice choice(String text, Operand operand, EventShapes shapes) {
    if (operand instanceof Operand.Fact fact) {
      return new Choice(text, Optional.empty(), Optional.of(fact.kind()));
    }
    FieldPath path = ((Operand.Field) operand).path();
    boolean field = shapes.all().stream().anyMatch(shape -> shape.resolve(path).isPresent());
    Optional<EventFact> fact = field ? Optional.empty() : Names.fact(path);
    return new Choice(text, fact.isPresent() ? Optional.empty() : Optional.of(path), fact);
  }

  /**
   * Shows fields.
   *
   * @param choices which; facts are shown of every event anyway
   * @param shapes the fields of the events that will be shown
   * @return the view
   */
  public static FieldSelection of(List<Choice> choices, EventShapes shapes) {
    return new FieldSelection(
        choices.stream().map(Choice::path).flatMap(Optional::stream).toList(), shapes);
  }

  private SelectingSink sink(TraceReader reader, FieldScope scope) {
    return byClass.computeIfAbsent(reader.eventClass(), this::select).get(scope);
  }

  private Map<FieldScope, SelectingSink> select(EventRecordClass eventClass) {
    Map<FieldScope, SelectingSink> sinks = new EnumMap<>(FieldScope.class);
    EventShape shape = shapes.of(eventClass);
    if (shape != null) {
      for (FieldPath path : paths) {
        Optional<FieldPath> found = shape.resolve(path);
        found.ifPresent(at ->
            sinks.computeIfAbsent(at.scope(), scope -> new SelectingSink()).add(at.steps()));
      }
    }
    return sinks;
  }

  @Override
  public boolean hasPacketContext(TraceReader reader) {
    return sink(reader, FieldScope.PACKET) != null;
  }

  @Override
  public void packetContext(TraceReader reader, FieldSink sink) {
    SelectingSink selecting = sink(reader, FieldScope.PACKET);
    if (selecting != null) {
      reader.packetContext(selecting.to(sink));
    }
  }

  @Override
  public boolean hasStreamContext(TraceReader reader) {
    return sink(reader, FieldScope.COMMON) != null;
  }

  @Override
  public void streamContext(TraceReader reader, FieldSink sink) {
    SelectingSink selecting = sink(reader, FieldScope.COMMON);
    if (selecting != null) {
      reader.streamContext(selecting.to(sink));
    }
  }

  @Override
  public boolean hasContext(TraceReader reader) {
    return sink(reader, FieldScope.CONTEXT) != null;
  }

  @Override
  public void context(TraceReader reader, FieldSink sink) {
    SelectingSink selecting = sink(reader, FieldScope.CONTEXT);
    if (selecting != null) {
      reader.context(selecting.to(sink));
    }
  }

  @Override
  public void fields(TraceReader reader, FieldSink sink) {
    SelectingSink selecting = sink(reader, FieldScope.FIELDS);
    if (selecting != null) {
      reader.fields(selecting.to(sink));
    }
  }
}
