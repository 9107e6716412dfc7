package org.genevent.diagnostic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where a declared thing comes from: one place for the whole, places for its parts (attributes or annotation values),
 * and origins of what stands inside it and has no origin of its own (a field's class, an array's element).
 *
 * <p>An origin says nothing about what was declared, so any two origins are equal: a facility that was written out and
 * read back equals the first one although its lines are others. Immutable and safe for use by several threads.
 */
public final class Origin {

  /** The origin of things that were not read from anywhere. */
  public static final Origin NONE = new Origin(Place.UNKNOWN, Map.of(), Map.of());

  /** The class of a field or of a named type. */
  public static final String TYPE = "type";

  /** The class of the elements of an array or sequence, or of an optional value. */
  public static final String ELEMENT = "element";

  /** The class of a sequence's length. */
  public static final String LENGTH = "length";

  private final Place place;
  private final Map<String, Place> parts;
  private final Map<String, Origin> inner;

  private Origin(Place place, Map<String, Place> parts, Map<String, Origin> inner) {
    this.place = Objects.requireNonNull(place);
    this.parts = parts;
    this.inner = inner;
  }

  /**
   * An origin without parts.
   *
   * @param place where the whole stands
   * @return the origin
   */
  public static Origin of(Place place) {
    return new Origin(place, Map.of(), Map.of());
  }

  /**
   * An origin with parts.
   *
   * @param place where the whole stands
   * @param parts places of the parts by name, for example of the attribute {@code size}
   * @return the origin
   */
  public static Origin of(Place place, Map<String, Place> parts) {
    return new Origin(place, new LinkedHashMap<>(parts), Map.of());
  }

  /**
   * The same origin that knows one more thing inside it.
   *
   * @param name {@link #TYPE}, {@link #ELEMENT} or {@link #LENGTH}
   * @param origin where that stands
   * @return a new origin
   */
  public Origin with(String name, Origin origin) {
    Map<String, Origin> all = new LinkedHashMap<>(inner);
    all.put(name, origin);
    return new Origin(place, parts, all);
  }

  /**
   * Where something inside stands.
   *
   * @param name {@link #TYPE}, {@link #ELEMENT} or {@link #LENGTH}
   * @return its origin, or this one when it has none of its own
   */
  public Origin inner(String name) {
    return inner.getOrDefault(name, this);
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
