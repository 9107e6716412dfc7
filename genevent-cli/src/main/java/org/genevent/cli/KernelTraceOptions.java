package org.genevent.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** What a trace of the kernel is made with. */
final class KernelTraceOptions {

  /** What happens when a stream is full. */
  enum Mode {
    /** New events are lost and counted. */
    DISCARD,
    /** The oldest sub-buffer is overwritten. */
    OVERWRITE,
    /** Control channels discard, the others overwrite. */
    HYBRID
  }

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "discard",
      description = "discard, overwrite (flight recorder) or hybrid (default: ${DEFAULT-VALUE})")
  private Mode mode;

  @Option(
      names = "--sub-buffer-size",
      paramLabel = "BYTES",
      description = "bytes of a sub-buffer, a power of two; K and M may follow the number")
  private String subBufferSize;

  @Option(
      names = "--sub-buffers",
      paramLabel = "N",
      description = "sub-buffers of each CPU in each channel, a power of two")
  private String subBuffers;

  @Option(
      names = "--channel",
      paramLabel = "NAME[,size=B][,count=N][,control]",
      description = "a channel, with its own size and number of sub-buffers; repeatable")
  private List<String> channels = new ArrayList<>();

  @Option(
      names = "--event",
      paramLabel = "FACILITY[:EVENT]",
      description = "only these events; repeatable (default: all)")
  private List<String> events = new ArrayList<>();

  KernelTraceOptions() {}

  /** The module's command; it checks the values itself, so that its limits stand in one place. */
  List<String> create(String trace) {
    List<String> words = new ArrayList<>();
    words.add("create");
    words.add(trace);
    words.add("mode=" + mode.name().toLowerCase(Locale.ROOT));
    if (subBufferSize != null) {
      words.add("size=" + subBufferSize);
    }
    if (subBuffers != null) {
      words.add("count=" + subBuffers);
    }
    if (!events.isEmpty()) {
      words.add("events=none");
    }
    channels.forEach(channel -> words.add("channel=" + channel));
    return words;
  }

  /** The commands that turn the wanted events on, if not all are wanted. */
  List<List<String>> enable(String trace) {
    return events.stream().map(event -> List.of("enable", trace, event)).toList();
  }
}
