/**
 * Which events are meant: globs over their names, spans of time, and expressions over their fields.
 *
 * <p>An expression is parsed once, bound to the event record classes of the traces, which is where wrong names and types are
 * found, and then evaluated for each event with the values that a {@link org.genevent.reader.FieldSink} gets. An event that
 * lacks a field makes what is said about it neither true nor false, see {@link org.genevent.reader.query.Query}.
 */
package org.genevent.reader.query;
