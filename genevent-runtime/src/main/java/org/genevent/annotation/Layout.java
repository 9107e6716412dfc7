package org.genevent.annotation;

/** Where the fields of a payload lie, and so in which traces its events can be. */
public enum Layout {
  /** As the build says by {@code -Agenevent.layout}; {@link #NATURAL} if it says nothing. */
  BUILD,
  /** For CTF traces. */
  NATURAL,
  /** For LTT traces. */
  LTT
}
