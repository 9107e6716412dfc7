package org.genevent.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.genevent.diagnostic.Origin;

/**
 * A trace event: what CTF calls an event record class.
 *
 * @param name the name within its facility
 * @param id the declared id, or empty for the position in the file
 * @param description what happened when the event is seen; may hold any character
 * @param level how much the event matters, or empty for the facility's
 * @param channel the channel it goes to, or empty for the facility's
 * @param duration present if the event has a length
 * @param attributes the attributes of the original dialect
 * @param fields the fields that are passed, in source order
 * @param origin where the event was declared
 */
public record Event(
    String name,
    Optional<Integer> id,
    String description,
    Optional<EventLevel> level,
    Optional<String> channel,
    Optional<EventDuration> duration,
    Set<EventAttribute> attributes,
    List<Field> fields,
    Origin origin) {

  /** Copies the collections; attributes are kept in the order of their declaration in {@link EventAttribute}. */
  public Event {
    Objects.requireNonNull(name);
    Objects.requireNonNull(id);
    Objects.requireNonNull(description);
    Objects.requireNonNull(level);
    Objects.requireNonNull(channel);
    Objects.requireNonNull(duration);
    attributes = Collections.unmodifiableSet(new TreeSet<>(attributes));
    fields = List.copyOf(fields);
    Objects.requireNonNull(origin);
  }

  /**
   * The fields as they lie in the payload: the duration first if there is one, then the declared fields.
   *
   * @return the fields in the order of their bytes
   */
  public List<Field> payloadFields() {
    if (duration.isEmpty()) {
      return fields;
    }
    List<Field> all = new ArrayList<>(fields.size() + 1);
    all.add(EventDuration.FIELD);
    all.addAll(fields);
    return List.copyOf(all);
  }
}
