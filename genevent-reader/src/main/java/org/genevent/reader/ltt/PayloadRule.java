package org.genevent.reader.ltt;

/**
 * Writers and readers of the original disagree about structures and unions; an event's size tells which rule its writer
 * followed. Source: the layout reference, sections 3 and 3.2.
 */
enum PayloadRule {
  /** No padding behind the last member of a structure; a union as in C. What genevent writes. */
  PLAIN,
  /** Structures and unions of a fixed size are those of C, padding included. What the original's C code writes. */
  COMPILED,
  /** No padding behind the last member of a structure; the members of a union one after the other. What LTTV expects. */
  SUMMED
}
