package org.genevent.reader.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What is to be thought of a stream.
 *
 * @param file the stream file
 * @param trust whether everything is there
 * @param packets how many packets were read
 * @param readEvents how many events were read
 * @param lostEvents how many events the tracer counted as lost
 * @param missingPackets how many packets are missing by their numbers
 * @param sentEvents how many events the tracer was asked to write: those that were read and those that were lost; empty if a
 *     part of the stream is missing or damaged, or does not count losses, so that nobody knows
 * @param firstNanos when the first packet begins, or the first event was if packets do not tell
 * @param lastNanos when the last packet ends, or the last event was
 * @param reasons why it is not complete, in the order in which that was found; the first of them, if there are many
 * @param moreReasons how many are not told
 */
public record StreamVerdict(
    Path file,
    Trust trust,
    long packets,
    long readEvents,
    long lostEvents,
    long missingPackets,
    OptionalLong sentEvents,
    OptionalLong firstNanos,
    OptionalLong lastNanos,
    List<String> reasons,
    long moreReasons) {
  /** Copies the list. */
  public StreamVerdict {
    Objects.requireNonNull(file);
    Objects.requireNonNull(trust);
    Objects.requireNonNull(sentEvents);
    Objects.requireNonNull(firstNanos);
    Objects.requireNonNull(lastNanos);
    reasons = List.copyOf(reasons);
  }
}
