/**
 * From bits to values: decoding plans that are compiled once from a trace class, and what walks packets with them.
 *
 * <p>Plans know nothing of output and outputs nothing of plans: values go through {@link
 * org.genevent.reader.FieldSink}. Nothing of the bytes is trusted: every read is checked against the packet's content, and
 * everything that repeats is limited by what is left of it.
 */
package org.genevent.reader.decode;
