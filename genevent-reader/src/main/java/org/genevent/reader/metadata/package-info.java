/** From the bytes of a metadata file to a {@link org.genevent.model.trace.TraceClass}: text, tokens, declarations. */
package org.genevent.reader.metadata;
