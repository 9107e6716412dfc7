package org.genevent.reader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.genevent.reader.stream.EventStream;

/**
 * A stream whose packets do not follow one another: some are there twice, as of a file that was copied behind itself, or in another
 * order than they were written. Nothing is lost by it, but events come twice or late, so that counts and order mislead.
 *
 * @param file the stream's file
 * @param packets how many packets begin before the one in front of them, or have no larger number; of LTT, blocks
 */
public record RepeatedPackets(Path file, long packets) {
  /** Checks that the file is there. */
  public RepeatedPackets {
    Objects.requireNonNull(file);
  }

  /**
   * The streams of a reader that have such packets, as far as they were read. Not for traces that are followed, whose last packets
   * are looked at again as they grow.
   *
   * @param reader the reader
   * @return one for each stream that has any, in the order of the streams
   */
  public static List<RepeatedPackets> of(TraceReader reader) {
    List<RepeatedPackets> found = new ArrayList<>();
    for (EventStream stream : reader.traces.streams()) {
      if (stream.repeatedPackets() > 0) {
        found.add(new RepeatedPackets(stream.path(), stream.repeatedPackets()));
      }
    }
    return found;
  }
}
