package org.genevent.reader;

import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.genevent.model.trace.TraceClass;

/**
 * What the headers and facilities of an LTT trace say, by its first facilities file. Source: the trace format reference,
 * sections 3 and 5.
 *
 * @param directory the trace
 * @param minorVersion the version behind {@code 0.}; 0 for drafts before 0.3
 * @param byteOrder the order of bytes of the traced machine
 * @param arch the name of its architecture, or the number of one without a name
 * @param pointerBytes the size of its pointers, 4 or 8
 * @param alignmentBytes what event headers are aligned to; 0 for packed
 * @param heartbeat whether event headers have only the low half of the TSC
 * @param flightRecorder whether buffers were overwritten
 * @param frequency cycles of the TSC a second, divided by the scale, as an unsigned number; 0 if the trace does not say it
 * @param frequencyScale the scale: 1 where the frequency is in Hz, 1000 where it is in kHz
 * @param startCycles the TSC when the trace began; 0 if the trace does not say it
 * @param startNanos the time of day then, nanoseconds since the epoch; 0 if the trace does not say it
 * @param facilities the facilities that it announces, in the order of their numbers
 */
public record LttTrace(
    Path directory,
    int minorVersion,
    ByteOrder byteOrder,
    String arch,
    int pointerBytes,
    int alignmentBytes,
    boolean heartbeat,
    boolean flightRecorder,
    long frequency,
    long frequencyScale,
    long startCycles,
    long startNanos,
    List<LttFacility> facilities) {
  /** Copies the list. */
  public LttTrace {
    Objects.requireNonNull(directory);
    Objects.requireNonNull(byteOrder);
    Objects.requireNonNull(arch);
    facilities = List.copyOf(facilities);
  }

  /**
   * What the headers and facilities of one of a reader's traces say.
   *
   * @param reader the reader
   * @param trace one of {@link TraceReader#traces()}
   * @return what they say, if it is an LTT trace; a CTF trace that was made of one is none, though it says so
   */
  public static Optional<LttTrace> of(TraceReader reader, TraceClass trace) {
    return reader.traces.lttTrace(trace);
  }

  /**
   * Cycles of the TSC a second. Both factors are read from the trace, so the product need not fit into 64 bits.
   *
   * @return the product of frequency and scale; 0 if the trace does not say it
   */
  public BigInteger frequencyHz() {
    return new BigInteger(Long.toUnsignedString(frequency))
        .multiply(BigInteger.valueOf(frequencyScale));
  }
}
