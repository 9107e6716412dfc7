package org.genevent.reader.metadata;

import java.util.Objects;
import org.genevent.model.trace.TraceClass;

/**
 * What a metadata file says.
 *
 * @param traceClass the trace
 * @param positions where its parts stand
 */
public record ParsedMetadata(TraceClass traceClass, Positions positions) {
  /** Checks that both parts are there. */
  public ParsedMetadata {
    Objects.requireNonNull(traceClass);
    Objects.requireNonNull(positions);
  }
}
