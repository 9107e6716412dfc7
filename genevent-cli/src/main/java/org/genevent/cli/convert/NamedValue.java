package org.genevent.cli.convert;

/**
 * A value as a reader gives it.
 *
 * @param name its name; empty within a list
 * @param value a Long, a Double, bytes of a text, a list of the members of a structure ({@link ValueSink.Members}) or of the
 *     elements of a list ({@link ValueSink.Elements}), or null if it is absent
 */
record NamedValue(String name, Object value) {}
