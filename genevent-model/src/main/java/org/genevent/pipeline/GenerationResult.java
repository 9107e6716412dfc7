package org.genevent.pipeline;

import java.util.List;
import org.genevent.diagnostic.Findings;
import org.genevent.emit.GeneratedFile;

/**
 * What a run came to.
 *
 * @param findings everything found, errors and warnings
 * @param files the files, below a folder for each emitter; empty if there was an error
 */
public record GenerationResult(Findings findings, List<GeneratedFile> files) {
  /** Copies the list. */
  public GenerationResult {
    files = List.copyOf(files);
  }
}
