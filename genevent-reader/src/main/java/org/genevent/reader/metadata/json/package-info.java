/**
 * The metadata of CTF 2: a sequence of JSON documents (RFC 7464), each a fragment. Source: CTF2-SPEC-2.0.
 *
 * <p>{@link org.genevent.reader.metadata.json.JsonMetadata} takes the text, {@code JsonFragments} cuts and parses it,
 * {@code TraceBuilder} makes a trace of the fragments, {@code FieldClassParser} what is in their fields.
 */
package org.genevent.reader.metadata.json;
