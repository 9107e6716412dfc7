package org.genevent.cli.convert;

import java.util.OptionalLong;

/**
 * A packet of CTF, or the blocks of a sub-buffer of LTT, as tracers number them.
 *
 * @param sequence its number in the stream
 * @param thread the thread whose events it has; 0 if those of several
 * @param threadName its name, UTF-8
 * @param begin when it begins, as the new clock counts, if that is known
 * @param end when it ends
 * @param discarded how many events were lost since the stream began
 */
record SourcePacket(
    long sequence,
    long thread,
    byte[] threadName,
    OptionalLong begin,
    OptionalLong end,
    long discarded) {

  /** With a further part of itself. */
  SourcePacket joined(SourcePacket part) {
    return new SourcePacket(
        sequence, thread, threadName, begin, part.end, Math.max(discarded, part.discarded));
  }
}
