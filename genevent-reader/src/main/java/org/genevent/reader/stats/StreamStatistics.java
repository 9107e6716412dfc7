package org.genevent.reader.stats;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A stream file.
 *
 * @param file the file
 * @param packets how many packets were read
 * @param sizeBytes how large these are; of a format without packets, how large the file is
 * @param events how many events of it were counted
 * @param firstNanos when the first packet begins, or the first counted event was if packets do not tell
 * @param lastNanos when the last packet ends, or the last counted event was
 * @param lostEvents how many events the tracer lost
 * @param missingPackets how many packets are missing by their numbers, those in front of the first one included
 * @param losses when events were lost; the first {@value StreamLosses#MOST}
 * @param gaps where packets are missing; the first {@value StreamLosses#MOST}
 */
public record StreamStatistics(
    Path file,
    long packets,
    long sizeBytes,
    long events,
    OptionalLong firstNanos,
    OptionalLong lastNanos,
    long lostEvents,
    long missingPackets,
    List<Loss> losses,
    List<Gap> gaps) {
  /** Copies the lists. */
  public StreamStatistics {
    Objects.requireNonNull(file);
    Objects.requireNonNull(firstNanos);
    Objects.requireNonNull(lastNanos);
    losses = List.copyOf(losses);
    gaps = List.copyOf(gaps);
  }
}
