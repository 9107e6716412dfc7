package org.genevent.reader.query;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
   * Reads paths, each as it stands in expressions, such as {@code total}, {@code items[0].price} or {@code $ctx.number}.
   *
   * @param name where they stand, for messages
   * @param texts the paths
   * @param shapes the events that may have them; without any, names are not checked
   * @param findings takes what is wrong
   * @return the paths; fewer if there was an error
   */
  public static List<FieldPath> paths(
      String name, List<String> texts, EventShapes shapes, Findings findings) {
    List<FieldPath> paths = new ArrayList<>();
    for (String text : texts) {
      try {
        Operand.Field field = Parser.field(text);
        paths.add(field.path());
        if (!shapes.all().isEmpty()) {
          Checker checker = new Checker(name, shapes, ZoneOffset.UTC, findings);
          checker.check(new Expression.Exists(field));
        }
      } catch (QueryFailure e) {
        findings.add(Diagnostic.of(
                e.code(), new Place.InFile(name, 1, 0), "'" + text + "': " + e.getMessage())
            .withFix(e.fix()));
      }
    }
    return paths;
  }

  /**
   * Shows fields.
   *
   * @param paths which
   * @param shapes the fields of the events that will be shown
   * @return the view
   */
  public static FieldSelection of(List<FieldPath> paths, EventShapes shapes) {
    return new FieldSelection(paths, shapes);
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
    reader.packetContext(sink(reader, FieldScope.PACKET).to(sink));
  }

  @Override
  public boolean hasStreamContext(TraceReader reader) {
    return sink(reader, FieldScope.COMMON) != null;
  }

  @Override
  public void streamContext(TraceReader reader, FieldSink sink) {
    reader.streamContext(sink(reader, FieldScope.COMMON).to(sink));
  }

  @Override
  public boolean hasContext(TraceReader reader) {
    return sink(reader, FieldScope.CONTEXT) != null;
  }

  @Override
  public void context(TraceReader reader, FieldSink sink) {
    reader.context(sink(reader, FieldScope.CONTEXT).to(sink));
  }

  @Override
  public void fields(TraceReader reader, FieldSink sink) {
    SelectingSink selecting = sink(reader, FieldScope.FIELDS);
    if (selecting != null) {
      reader.fields(selecting.to(sink));
    }
  }
}
