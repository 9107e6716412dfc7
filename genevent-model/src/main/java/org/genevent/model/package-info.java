/**
 * The vocabulary: facilities, events, fields and field classes as they were declared, before any target is known.
 *
 * <p>All types are immutable values with lists in source order. They may hold wrong input (a name that is no identifier,
 * an id used twice): {@code org.genevent.check} finds that, so that a run can report everything. Sizes that depend on
 * the target stay symbolic ({@link org.genevent.abi.CType}) until a data model resolves them.
 */
package org.genevent.model;
