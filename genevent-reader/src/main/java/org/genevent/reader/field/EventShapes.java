package org.genevent.reader.field;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.genevent.model.Event;
import org.genevent.model.Facility;
import org.genevent.model.trace.DataStreamClass;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.TraceClass;
import org.genevent.reader.LttFacility;
import org.genevent.reader.LttTrace;
import org.genevent.reader.TraceReader;

/**
 * The fields of all events that traces declare. Used by one thread.
 *
 * <p>Of traces that still grow, kinds of events that appear later are found when they are asked for; they are not among {@link
 * #all()}.
 */
public final class EventShapes {

  /** How many names are offered when one is not found. */
  private static final int MOST_NAMES = 20_000;

  private final Map<EventRecordClass, EventShape> byClass = new IdentityHashMap<>();
  private final List<EventShape> shapes = new ArrayList<>();

  private Optional<TraceReader> reader = Optional.empty();
  private Predicate<String> names = name -> false;
  private Map<String, Event> declared = Map.of();

  private EventShapes() {}

  /**
   * No events at all.
   *
   * @return shapes of nothing
   */
  public static EventShapes none() {
    return new EventShapes();
  }

  /**
   * Looks at what the traces of a reader declare.
   *
   * @param reader the reader
   * @param names which events count, by their full name
   * @return the fields of these events
   */
  public static EventShapes of(TraceReader reader, Predicate<String> names) {
    EventShapes found = new EventShapes();
    found.reader = Optional.of(reader);
    found.names = names;
    found.declared = declarations(reader);
    for (TraceClass trace : reader.traces()) {
      for (DataStreamClass stream : trace.dataStreamClasses()) {
        for (EventRecordClass event : stream.eventRecordClasses()) {
          if (names.test(event.name())) {
            found.shapes.add(found.add(stream, event));
          }
        }
      }
    }
    return found;
  }

  private EventShape add(DataStreamClass stream, EventRecordClass event) {
    EventShape shape = event.fields().isEmpty() && declared.containsKey(event.name())
        ? EventShape.of(event.name(), declared.get(event.name()))
        : EventShape.of(stream, event);
    byClass.put(event, shape);
    return shape;
  }

  /** What facility files say of the events of LTT traces, which have no other metadata. */
  private static Map<String, Event> declarations(TraceReader reader) {
    Map<String, Event> declared = new HashMap<>();
    for (LttTrace trace : reader.lttTraces()) {
      for (LttFacility facility : trace.facilities()) {
        for (Event event : facility.facility().map(Facility::events).orElse(List.of())) {
          declared.putIfAbsent(facility.name() + ":" + event.name(), event);
        }
      }
    }
    return declared;
  }

  /**
   * The fields of a class of events.
   *
   * @param eventClass the class, as {@link TraceReader#eventClass} gives it
   * @return its fields, or null if it does not count
   */
  public EventShape of(EventRecordClass eventClass) {
    EventShape known = byClass.get(eventClass);
    if (known != null || reader.isEmpty() || !names.test(eventClass.name())) {
      return known;
    }
    for (TraceClass trace : reader.get().traces()) {
      for (DataStreamClass stream : trace.dataStreamClasses()) {
        for (EventRecordClass event : stream.eventRecordClasses()) {
          if (event == eventClass) {
            return add(stream, event);
          }
        }
      }
    }
    return null;
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
