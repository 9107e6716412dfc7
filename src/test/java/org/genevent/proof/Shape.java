package org.genevent.proof;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.genevent.abi.DataModel;

/**
 * What a random facility may be made of.
 *
 * @param kinds the kinds of field classes that fields, members and options may have
 * @param elementKinds the kinds that elements of arrays and sequences may have, as far as {@code kinds} has them too
 * @param maxDepth how many classes may be nested; 1 is a facility of scalars and strings
 * @param maxFields the most fields of an event, a structure or a variant
 * @param maxEvents the most events
 * @param context whether there may be context fields
 * @param durations whether events may have a duration
 * @param narrowest the data model whose {@code int} holds the values of all labels
 */
public record Shape(
    Set<Kind> kinds,
    Set<Kind> elementKinds,
    int maxDepth,
    int maxFields,
    int maxEvents,
    boolean context,
    boolean durations,
    DataModel narrowest) {

  /** The kinds of field classes. */
  public enum Kind {
    /** Integers of a fixed size, in native byte order. */
    INTEGER,
    /** Integers as large as a type of C. */
    C_INTEGER,
    /** Integers in network byte order. */
    NETWORK_INTEGER,
    /** Floats. */
    FLOAT,
    /** Booleans. */
    BOOLEAN,
    /** Enumerations. */
    ENUMERATION,
    /** Strings. */
    STRING,
    /** Arrays. */
    ARRAY,
    /** Sequences. */
    SEQUENCE,
    /** Structures. */
    STRUCTURE,
    /** Unions. */
    UNION,
    /** Variants. */
    VARIANT,
    /** Optional values. */
    OPTIONAL,
    /** References to named types. */
    REFERENCE
  }

  /** The kinds without anything inside. */
  static final Set<Kind> SCALARS = Collections.unmodifiableSet(EnumSet.of(
      Kind.INTEGER,
      Kind.C_INTEGER,
      Kind.NETWORK_INTEGER,
      Kind.FLOAT,
      Kind.BOOLEAN,
      Kind.ENUMERATION));

  /** Copies the sets into an order that does not depend on the run. */
  public Shape {
    kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    elementKinds = Collections.unmodifiableSet(EnumSet.copyOf(elementKinds));
  }

  /**
   * Everything that a facility can have.
   *
   * @return the shape
   */
  public static Shape everything() {
    Set<Kind> all = EnumSet.allOf(Kind.class);
    return new Shape(all, all, 4, 5, 5, true, true, DataModel.LP32);
  }

  /**
   * Everything that the layout rule {@code ltt} has.
   *
   * @return the shape
   */
  public static Shape ltt() {
    return everything().without(Kind.VARIANT, Kind.OPTIONAL);
  }

  /**
   * The same shape without some kinds.
   *
   * @param kinds the kinds to leave out
   * @return the smaller shape
   */
  public Shape without(Kind... kinds) {
    Set<Kind> fewer = EnumSet.copyOf(this.kinds);
    Set<Kind> fewerElements = EnumSet.copyOf(elementKinds);
    for (Kind kind : kinds) {
      fewer.remove(kind);
      fewerElements.remove(kind);
    }
    return new Shape(
        fewer, fewerElements, maxDepth, maxFields, maxEvents, context, durations, narrowest);
  }

  /**
   * The same shape with other kinds of elements.
   *
   * @param kinds the kinds that elements of arrays and sequences may have
   * @return the shape
   */
  public Shape withElements(Set<Kind> kinds) {
    return new Shape(
        this.kinds, kinds, maxDepth, maxFields, maxEvents, context, durations, narrowest);
  }
}
