package org.genevent.check;

/** The limits that keep hostile declarations from costing time or memory; far above what anyone needs. */
public final class Limits {

  /** The longest name, in characters. */
  public static final int NAME_CHARS = 100;

  /** The longest description, in characters. */
  public static final int DESCRIPTION_CHARS = 65_536;

  /** The deepest nesting of field classes. */
  public static final int NESTING = 32;

  /** The most field classes of one event or type, with every reference counted as often as it is used. */
  public static final int FIELD_CLASSES = 65_536;

  /** The most elements of an array. */
  public static final int ARRAY_ELEMENTS = 65_536;

  /** The largest payload, not counting strings and sequences, in bytes. */
  public static final int FIXED_PAYLOAD_BYTES = 1 << 20;

  /** The most events of a facility; an event's id has 16 bits in a trace. */
  public static final int EVENTS = 65_535;

  private Limits() {}
}
