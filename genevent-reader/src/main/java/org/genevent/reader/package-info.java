/**
 * Reads CTF traces.
 *
 * <pre>{@code
 * try (TraceReader reader = TraceReader.open(List.of(Path.of("/tmp/shop")), System.err::println)) {
 *   while (reader.next()) {
 *     EventRecord record = reader.record();
 *     …
 *   }
 * }
 * }</pre>
 *
 * <p>From the inside: {@code metadata} parses the metadata into a {@link org.genevent.model.trace.TraceClass}; {@code decode}
 * compiles that into a plan and walks the packets of a stream with it; {@link org.genevent.reader.TraceReader} merges
 * streams by time; {@code output} prints. Nothing is assumed of the writer: every name, size and alignment comes from the
 * metadata. Nothing of the bytes is trusted: what makes no sense is reported with file and offset and passed over.
 */
package org.genevent.reader;
