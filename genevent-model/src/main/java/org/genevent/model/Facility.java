package org.genevent.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.genevent.diagnostic.Origin;

/**
 * A named set of trace events with typed fields.
 *
 * @param name the name; the prefix of everything generated
 * @param arch the architecture suffix of file names, if any
 * @param packed true for {@code align="0"}: no padding anywhere in the payload
 * @param layout the name of the layout rule that it has in every run, or empty to leave that to the run
 * @param description what the facility is about; may be empty and may hold any character
 * @param level the level of events that do not say their own
 * @param channel the channel of events that do not say their own
 * @param context the fields that every event carries without being passed; may be empty
 * @param types named types in source order
 * @param events events in source order
 * @param pairs begin/end pairs in source order
 * @param origin where the facility was declared
 */
public record Facility(
    String name,
    Optional<String> arch,
    boolean packed,
    Optional<String> layout,
    String description,
    EventLevel level,
    String channel,
    List<Field> context,
    List<NamedType> types,
    List<Event> events,
    List<EventPair> pairs,
    Origin origin) {

  /** The channel of facilities that do not name one. */
  public static final String DEFAULT_CHANNEL = "main";

  /** Copies the lists. */
  public Facility {
    Objects.requireNonNull(name);
    Objects.requireNonNull(arch);
    Objects.requireNonNull(layout);
    Objects.requireNonNull(description);
    Objects.requireNonNull(level);
    Objects.requireNonNull(channel);
    context = List.copyOf(context);
    types = List.copyOf(types);
    events = List.copyOf(events);
    pairs = List.copyOf(pairs);
    Objects.requireNonNull(origin);
  }

  /**
   * A facility whose layout is left to the run.
   *
   * @param name its name
   * @param arch the architecture that it is for, or empty
   * @param packed true if nothing is aligned
   * @param description what it is about
   * @param level the level of events that do not say their own
   * @param channel the channel of events that do not say their own
   * @param context the fields that all events carry
   * @param types named types, each before its first use
   * @param events the events in the order of their ids
   * @param pairs events that belong together
   * @param origin where it comes from
   */
  public Facility(
      String name,
      Optional<String> arch,
      boolean packed,
      String description,
      EventLevel level,
      String channel,
      List<Field> context,
      List<NamedType> types,
      List<Event> events,
      List<EventPair> pairs,
      Origin origin) {
    this(
        name,
        arch,
        packed,
        Optional.empty(),
        description,
        level,
        channel,
        context,
        types,
        events,
        pairs,
        origin);
  }

  /**
   * The same facility with another layout.
   *
   * @param newLayout the name of a layout rule, or empty to leave that to the run
   * @return a copy
   */
  public Facility withLayout(Optional<String> newLayout) {
    return new Facility(
        name,
        arch,
        packed,
        newLayout,
        description,
        level,
        channel,
        context,
        types,
        events,
        pairs,
        origin);
  }

  /**
   * The name with the architecture, as file names have it.
   *
   * @return {@code name} or {@code name_arch}
   */
  public String baseName() {
    return arch.map(suffix -> name + "_" + suffix).orElse(name);
  }

  /**
   * The id of an event: the declared one, or its position in the file from 0.
   *
   * @param event an event of this facility
   * @return the id
   */
  public int idOf(Event event) {
    return event.id().orElseGet(() -> {
      for (int i = 0; i < events.size(); i++) {
        if (events.get(i) == event) {
          return i;
        }
      }
      return events.indexOf(event);
    });
  }

  /**
   * The level of an event, its own or the facility's.
   *
   * @param event an event of this facility
   * @return the level
   */
  public EventLevel levelOf(Event event) {
    return event.level().orElse(level);
  }

  /**
   * The channel of an event, its own or the facility's.
   *
   * @param event an event of this facility
   * @return the channel's name
   */
  public String channelOf(Event event) {
    return event.channel().orElse(channel);
  }
}
