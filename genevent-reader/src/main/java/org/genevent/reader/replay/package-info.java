/**
 * Typed replay: the events of a trace as calls of the interface that declared them.
 *
 * <p>{@link org.genevent.reader.replay.Replay} binds each kind of event once: by name, field by field, by the rules of
 * {@link org.genevent.contract}. Values then go from the trace into numbers and references of one frame ({@code Values}),
 * and from there through one method handle into the method's parameters.
 */
package org.genevent.reader.replay;
