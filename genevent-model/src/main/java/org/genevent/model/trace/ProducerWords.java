package org.genevent.model.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What producers say in metadata in words of their own: attributes that CTF leaves to them, and where in a program events
 * come from. Source: CTF 1.8.3, sections 7 and 7.3; CTF2-SPEC-2.0, "Attributes".
 *
 * @param attributes those of the trace, its clocks, data stream classes and event record classes, in the order of the metadata
 * @param callsites the attributes of each call site, by name: {@link String} or {@link Long}; CTF 1.8 has them
 * @param unplaced the names of attributes of anything else, each once, in CTF 2 behind their namespaces and a slash
 */
public record ProducerWords(
    List<Attribute> attributes, List<Map<String, Object>> callsites, List<String> unplaced) {

  /** Of producers that say nothing. */
  public static final ProducerWords NONE = new ProducerWords(List.of(), List.of(), List.of());

  /** The name of the attribute of an event that says where its model is; in CTF 2, babeltrace2's {@code emf-uri}. */
  public static final String MODEL_URI = "model.emf.uri";

  /** Copies the collections. */
  public ProducerWords {
    attributes = List.copyOf(attributes);
    callsites = callsites.stream()
        .map(callsite -> Collections.unmodifiableMap(new LinkedHashMap<>(callsite)))
        .toList();
    unplaced = List.copyOf(unplaced);
  }

  /**
   * The attributes by what they belong to.
   *
   * @return for each owner those that it has, in the order of the metadata
   */
  public Map<Owner, List<Attribute>> byOwner() {
    Map<Owner, List<Attribute>> byOwner = new HashMap<>();
    for (Attribute attribute : attributes) {
      byOwner.computeIfAbsent(attribute.owner(), owner -> new ArrayList<>()).add(attribute);
    }
    return byOwner;
  }

  /** What attributes belong to. */
  public sealed interface Owner {}

  /** The trace itself. */
  public record OfTrace() implements Owner {}

  /**
   * A clock.
   *
   * @param name the name by which fields and streams refer to it
   */
  public record OfClock(String name) implements Owner {}

  /**
   * A data stream class.
   *
   * @param id its number
   */
  public record OfStream(long id) implements Owner {}

  /**
   * An event record class.
   *
   * @param streamId the number of its data stream class
   * @param id its number
   */
  public record OfEvent(long streamId, long id) implements Owner {}

  /**
   * An attribute.
   *
   * @param owner what it belongs to
   * @param namespace in CTF 2, whose it is; empty for one of CTF 1.8, which has no namespaces
   * @param name its name; empty for what stands in place of all names of a namespace
   * @param value {@link String} or {@link Long}; in CTF 2, any value of JSON: {@link Map}, {@link List}, {@link String}, {@link
   *     Number}, {@link Boolean}, or null
   */
  public record Attribute(Owner owner, String namespace, String name, Object value) {
    /** Checks that the names are there. */
    public Attribute {
      Objects.requireNonNull(owner);
      Objects.requireNonNull(namespace);
      Objects.requireNonNull(name);
    }

    /**
     * The name as people read it.
     *
     * @return the name, behind its namespace and a slash if it has one
     */
    public String shown() {
      return namespace.isEmpty() ? name : name.isEmpty() ? namespace : namespace + "/" + name;
    }
  }
}
