package org.genevent.cli.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file that gives the sub-buffers of one CPU in one channel.
 *
 * @param channel the channel
 * @param cpu the CPU
 * @param file the file
 */
record StreamSource(String channel, int cpu, Path file) {

  private static final Pattern FILE = Pattern.compile("cpu\\d{1,6}");

  /** The streams that a trace has now, by channel and CPU. */
  static List<StreamSource> of(Path trace) throws IOException {
    List<StreamSource> sources = new ArrayList<>();
    try (var channels = Files.newDirectoryStream(trace.resolve("channels"))) {
      for (Path channel : channels) {
        if (Files.isDirectory(channel)) {
          addAll(channel, sources);
        }
      }
    } catch (NoSuchFileException e) {
      throw new IOException(
          trace + ": there is no such trace; 'genevent kernel list' names those that are there");
    }
    sources.sort(Comparator.comparing(StreamSource::channel).thenComparingInt(StreamSource::cpu));
    return sources;
  }

  private static void addAll(Path channel, List<StreamSource> sources) throws IOException {
    try (var files = Files.newDirectoryStream(channel)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (FILE.matcher(name).matches()) {
          int cpu = Integer.parseInt(name.substring("cpu".length()));
          sources.add(new StreamSource(channel.getFileName().toString(), cpu, file));
        }
      }
    }
  }

  /** The stream's file in a trace directory. */
  String streamName() {
    return channel + "_" + cpu;
  }
}
