package org.genevent.reader.output;

import java.util.OptionalLong;
import org.genevent.reader.TraceReader;

/** A format that prints of an event how far it is from the one before, which another thread may have printed. */
interface LinkedFormat extends EventFormat {

  /** The first event of a slice, of which only whoever knows the time of the one before can print all. */
  interface Seam {
    /**
     * Prints the event; by any thread.
     *
     * @param before the time of the event before it, as {@link LinkedFormat#lastTime} gives it
     * @return what is printed
     */
    byte[] behind(OptionalLong before);
  }

  /** Prints the first event of a slice, the current one of a reader, as far as it can be. */
  Seam seam(TraceReader reader);

  /** The time of the event that was printed last, as this format counts it. */
  OptionalLong lastTime();

  /** Goes on behind events that others printed, up to this time. */
  void goOn(OptionalLong before);
}
