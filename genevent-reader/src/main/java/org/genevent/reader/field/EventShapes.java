package org.genevent.reader.field;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.TraceClass;

/** The fields of all events that traces declare. Immutable. */
public final class EventShapes {

  /** How many names are offered when one is not found. */
  private static final int MOST_NAMES = 20_000;

  private final Map<EventRecordClass, EventShape> byClass = new IdentityHashMap<>();
  private final List<EventShape> shapes = new ArrayList<>();

  private EventShapes() {}

  /**
   * Looks at the metadata of traces.
   *
   * @param traces the traces
   * @param names which events count, by their full name
   * @return the fields of these events
   */
  public static EventShapes of(List<TraceClass> traces, Predicate<String> names) {
    EventShapes found = new EventShapes();
    for (TraceClass trace : traces) {
      for (DataStreamClass stream : trace.dataStreamClasses()) {
        for (EventRecordClass event : stream.eventRecordClasses()) {
          if (names.test(event.name())) {
            EventShape shape = EventShape.of(stream, event);
            found.byClass.put(event, shape);
            found.shapes.add(shape);
          }
        }
      }
    }
    return found;
  }

  /**
   * The fields of a class of events.
   *
   * @param eventClass the class, as {@link org.genevent.reader.TraceReader#eventClass} gives it
   * @return its fields, or null if it does not count
   */
  public EventShape of(EventRecordClass eventClass) {
    return byClass.get(eventClass);
  }

  /**
   * All that count.
   *
   * @return in the order of the metadata; events of the same name once for each stream class that has them
   */
  public Collection<EventShape> all() {
    return Collections.unmodifiableList(shapes);
  }

  /**
   * The paths of all fields, to compare a mistyped one with.
   *
   * @param withPrefix whether they begin with the part of the event they are in
   * @return texts without indices
   */
  public Set<String> paths(boolean withPrefix) {
    Set<String> paths = new LinkedHashSet<>();
    for (EventShape shape : shapes) {
      for (FieldScope scope : EventShape.SCOPES) {
        if (withPrefix || scope != FieldScope.PACKET) {
          collect(withPrefix ? scope.prefix() + "." : "", shape.scope(scope), paths);
        }
      }
    }
    return paths;
  }

  private static void collect(String prefix, VisibleField of, Set<String> paths) {
    for (VisibleField member : of.members()) {
      if (paths.size() >= MOST_NAMES) {
        return;
      }
      if (of.kind() == FieldKind.LIST) {
        collect(prefix.substring(0, prefix.length() - 1) + "[0].", member, paths);
      } else {
        String path = prefix + FieldPath.quoted(member.name());
        paths.add(path);
        collect(path + ".", member, paths);
      }
    }
  }
}
