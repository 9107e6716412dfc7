package org.genevent.reader.output;

import org.genevent.reader.TraceReader;

/** Prints events. */
interface EventFormat {

  /** Prints the current event of a reader. */
  void event(TraceReader reader);
}
