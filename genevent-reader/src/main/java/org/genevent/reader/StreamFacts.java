package org.genevent.reader;

import java.nio.file.Path;

/**
 * What is known of a stream, as far as it was read.
 *
 * @param file the stream file
 * @param trace the place of its trace in {@link TraceReader#traces()}
 * @param packets packets whose beginning could be read
 * @param discardedEvents events that the writer counted as lost
 * @param lostPackets packets that are missing by their numbers
 */
public record StreamFacts(
    Path file, int trace, long packets, long discardedEvents, long lostPackets) {}
