package org.genevent.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.genevent.annotation.Level;

/** A facility as generated code announces it to the runtime. Immutable; safe for use by several threads. */
public final class TracedFacility {

  private final String name;
  private final int checksum;
  private final String contextMetadata;
  private final FieldClasses fieldClasses;
  private final Optional<LttDescription> lttDescription;
  private final List<String[]> attributes;
  private final List<TracedEvent> events;
  private final Tracepoint[] tracepoints;

  private TracedFacility(Definition definition) {
    name = definition.name;
    checksum = definition.checksum;
    contextMetadata = definition.contextMetadata;
    fieldClasses = definition.fieldClasses;
    lttDescription = Optional.ofNullable(definition.lttDescription);
    attributes = List.copyOf(definition.attributes);
    events = List.copyOf(definition.events);
    tracepoints = new Tracepoint[events.size()];
    for (int i = 0; i < tracepoints.length; i++) {
      tracepoints[i] = new Tracepoint();
    }
  }

  /**
   * Begins the definition of a facility.
   *
   * @param name the facility's name
   * @param checksum the facility's checksum
   * @return the definition, to be filled and registered
   */
  public static Definition define(String name, int checksum) {
    return new Definition(name, checksum);
  }

  /**
   * The tracepoint of an event.
   *
   * @param index the event's position among the events as they were defined, from 0
   * @return the tracepoint
   */
  public Tracepoint tracepoint(int index) {
    return tracepoints[index];
  }

  /**
   * The facility's name.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The facility's checksum.
   *
   * @return 32 bits
   */
  public int checksum() {
    return checksum;
  }

  /** The fields as CTF 2 describes them; empty if the tracer does not know. */
  Optional<FieldClasses> fieldClasses() {
    return Optional.ofNullable(fieldClasses);
  }

  String contextMetadata() {
    return contextMetadata;
  }

  /** What readers of LTT traces need, if payloads have the layout of LTT. */
  Optional<LttDescription> lttDescription() {
    return lttDescription;
  }

  List<String[]> attributes() {
    return attributes;
  }

  List<TracedEvent> events() {
    return events;
  }

  /**
   * An event of a facility.
   *
   * @param index its position among the events
   * @param id its id within the facility
   * @param name its name
   * @param level its level
   * @param channel the channel it goes to
   * @param payloadMetadata the structure of its payload as TSDL; empty if it has no fields
   */
  record TracedEvent(
      int index, int id, String name, Level level, String channel, String payloadMetadata) {}

  /**
   * What readers of LTT traces need to know.
   *
   * @param fileName the file of the description
   * @param alignmentBytes what fields are aligned to at most: the word, or 0 for not at all
   * @param text the description
   */
  record LttDescription(String fileName, int alignmentBytes, String text) {}

  /** Collects what makes a facility; used by one thread, once. */
  public static final class Definition {

    private final String name;
    private final int checksum;
    private final List<String[]> attributes = new ArrayList<>();
    private final List<TracedEvent> events = new ArrayList<>();
    private String contextMetadata = "";
    private FieldClasses fieldClasses;
    private LttDescription lttDescription;

    private Definition(String name, int checksum) {
      this.name = Objects.requireNonNull(name);
      this.checksum = checksum;
    }

    /**
     * Says what context the events carry.
     *
     * @param metadata the structure of the context as TSDL
     * @return this
     */
    public Definition context(String metadata) {
      contextMetadata = Objects.requireNonNull(metadata);
      return this;
    }

    /**
     * Says that payloads have the layout of LTT: sessions that write LTT take the facility, others do not.
     *
     * @param fileName the name of the file that readers look for
     * @param alignmentBytes what fields are aligned to at most: 8, or 0 for not at all
     * @param description the facility in the grammar of LTT's readers
     * @return this
     */
    public Definition ltt(String fileName, int alignmentBytes, String description) {
      lttDescription = new LttDescription(
          Objects.requireNonNull(fileName), alignmentBytes, Objects.requireNonNull(description));
      return this;
    }

    /**
     * Says how CTF 2 describes the fields.
     *
     * @param ofCtf2 gives the texts
     * @return this
     */
    public Definition fieldClasses(FieldClasses ofCtf2) {
      fieldClasses = Objects.requireNonNull(ofCtf2);
      return this;
    }

    /**
     * Adds a fact for readers, which becomes an entry of the trace's environment.
     *
     * @param kind {@code pair} or {@code duration}
     * @param value the fact; see the CTF page of the documentation
     * @return this
     */
    public Definition attribute(String kind, String value) {
      attributes.add(new String[] {Objects.requireNonNull(kind), Objects.requireNonNull(value)});
      return this;
    }

    /**
     * Adds an event.
     *
     * @param id its id within the facility
     * @param eventName its name
     * @param level its level
     * @param channel the channel it goes to
     * @param metadata the structure of its payload as TSDL; empty if it has no fields
     * @return this
     */
    public Definition event(
        int id, String eventName, Level level, String channel, String metadata) {
      events.add(new TracedEvent(
          events.size(),
          id,
          Objects.requireNonNull(eventName),
          Objects.requireNonNull(level),
          Objects.requireNonNull(channel),
          metadata == null ? "" : metadata));
      return this;
    }

    /**
     * Announces the facility: sessions that run take its events from now on, and so do those that start later.
     *
     * @return the facility; also when something goes wrong, its events are then not traced
     */
    public TracedFacility register() {
      TracedFacility facility = new TracedFacility(this);
      Registry.add(facility);
      return facility;
    }
  }
}
