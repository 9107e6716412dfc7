package org.genevent.cli.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a trace's {@code status} says. Lines and keys that a later module adds are passed over.
 *
 * @param subBufferBytes the size of a sub-buffer, by channel
 * @param streams the streams
 */
public record TraceStatus(Map<String, Integer> subBufferBytes, List<StreamStatus> streams) {

  /**
   * The counters of a stream.
   *
   * @param channel its channel
   * @param cpu its CPU
   * @param sent events that were written
   * @param lost events that were not
   * @param overwritten of the written ones, those that gave way
   * @param ready sub-buffers that wait for a reader
   */
  public record StreamStatus(
      String channel, int cpu, long sent, long lost, long overwritten, long ready) {}

  /** Copies the collections. */
  public TraceStatus {
    subBufferBytes = Map.copyOf(subBufferBytes);
    streams = List.copyOf(streams);
  }

  /**
   * Reads the status of a trace.
   *
   * @param trace the trace's folder
   * @return what it says; empty if there is no status, as in a copy of the streams alone
   * @throws IOException if it cannot be read
   */
  public static Optional<TraceStatus> read(Path trace) throws IOException {
    try {
      return Optional.of(parse(Files.readAllLines(trace.resolve("status"))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  static TraceStatus parse(List<String> lines) throws IOException {
    Map<String, Integer> sizes = new HashMap<>();
    List<StreamStatus> streams = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.strip().split("\\s+");
      Map<String, String> values = values(words);
      if (words.length < 2) {
        continue;
      }
      try {
        if (words[0].equals("channel")) {
          sizes.put(words[1], Integer.decode(values.get("size")));
        } else if (words[0].equals("stream")) {
          streams.add(new StreamStatus(
              words[1],
              Integer.decode(values.get("cpu")),
              Long.decode(values.get("sent")),
              Long.decode(values.get("lost")),
              Long.decode(values.get("overwritten")),
              Long.decode(values.get("delivered")) - Long.decode(values.get("consumed"))));
        }
      } catch (NumberFormatException | NullPointerException e) {
        throw new IOException("the module's status cannot be understood: " + line, e);
      }
    }
    return new TraceStatus(sizes, streams);
  }

  private static Map<String, String> values(String[] words) {
    Map<String, String> values = new HashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        values.put(word.substring(0, equals), word.substring(equals + 1));
      }
    }
    return values;
  }

  /**
   * The events that were written, those that gave way too.
   *
   * @return events of all streams
   */
  public long sent() {
    return streams.stream().mapToLong(StreamStatus::sent).sum();
  }

  /**
   * The events that were lost, before they were written or after.
   *
   * @return events of all streams
   */
  public long lost() {
    return streams.stream()
        .mapToLong(stream -> stream.lost() + stream.overwritten())
        .sum();
  }
}
