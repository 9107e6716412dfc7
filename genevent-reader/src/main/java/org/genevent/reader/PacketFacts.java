package org.genevent.reader;

import java.util.OptionalLong;

/**
 * What the beginning of a packet says.
 *
 * @param stream the place of its stream in {@link TraceReader#streams()}
 * @param startBytes where it begins in the file
 * @param sizeBytes how many bytes it takes
 * @param contentBits how many bits of them mean something
 * @param beginNanos the time of its beginning, nanoseconds since the epoch, if it says one
 * @param endNanos the time of its end, if it says one
 * @param sequence its number among the packets of the stream, if it says one
 * @param discardedEvents how many events the writer had lost since the stream began, if it says that
 */
public record PacketFacts(
    int stream,
    long startBytes,
    long sizeBytes,
    long contentBits,
    OptionalLong beginNanos,
    OptionalLong endNanos,
    OptionalLong sequence,
    OptionalLong discardedEvents) {}
