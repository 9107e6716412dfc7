package org.genevent.diagnostic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where a declared thing comes from: one place for the whole and places for its parts (attributes or annotation values).
 *
 * <p>An origin says nothing about what was declared, so any two origins are equal: a facility that was written out and
 * read back equals the first one although its lines are others. Immutable and safe for use by several threads.
 */
public final class Origin {

  /** The origin of things that were not read from anywhere. */
  public static final Origin NONE = new Origin(Place.UNKNOWN, Map.of());

  private final Place place;
  private final Map<String, Place> parts;

  private Origin(Place place, Map<String, Place> parts) {
    this.place = Objects.requireNonNull(place);
    this.parts = parts;
  }

  /**
   * An origin without parts.
   *
   * @param place where the whole stands
   * @return the origin
   */
  public static Origin of(Place place) {
    return new Origin(place, Map.of());
  }

  /**
   * An origin with parts.
   *
   * @param place where the whole stands
   * @param parts places of the parts by name, for example of the attribute {@code size}
   * @return the origin
   */
  public static Origin of(Place place, Map<String, Place> parts) {
    return new Origin(place, new LinkedHashMap<>(parts));
  }

  /**
   * Where the whole stands.
   *
   * @return the place
   */
  public Place place() {
    return place;
  }

  /**
   * Where a part stands.
   *
   * @param name the name of the attribute or annotation value
   * @return the part's place, or that of the whole when the part has none of its own
   */
  public Place part(String name) {
    return parts.getOrDefault(name, place);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Origin;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return place.text();
  }
}
