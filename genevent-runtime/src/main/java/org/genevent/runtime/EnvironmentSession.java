package org.genevent.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The session that the environment asks for: {@code GENEVENT_TRACE=DIR}, or {@code -Dgenevent.trace=DIR}.
 *
 * <pre>
 * | environment               | property                  | meaning                              | default  |
 * |---------------------------|---------------------------|--------------------------------------|----------|
 * | GENEVENT_TRACE            | genevent.trace            | the trace directory                  | no trace |
 * | GENEVENT_EVENTS           | genevent.events           | globs of events, with commas         | all      |
 * | GENEVENT_MODE             | genevent.mode             | discard or overwrite                 | discard  |
 * | GENEVENT_FORMAT           | genevent.format           | ctf, ctf-2, ltt-0.7 or ltt-0.8       | ctf      |
 * | GENEVENT_HEARTBEAT        | genevent.heartbeat        | true: LTT with 32 bits of the time   | false    |
 * | GENEVENT_SUB_BUFFER_BYTES | genevent.sub_buffer_bytes | a power of two from 4096             | 131072   |
 * | GENEVENT_SUB_BUFFERS      | genevent.sub_buffers      | how many, for each channel, from 2   | 64       |
 * </pre>
 *
 * <p>The property wins over the variable. A directory that already holds a trace is left as it is: what a killed process
 * left there is recovered, and the new trace goes into DIR-2, DIR-3 and so on.
 */
final class EnvironmentSession {

  private static final AtomicBoolean STARTED = new AtomicBoolean();
  private static final int MAX_SIBLINGS = 10_000;

  private EnvironmentSession() {}

  static void startOnce() {
    if (STARTED.compareAndSet(false, true)) {
      setting("trace").ifPresent(EnvironmentSession::start);
    }
  }

  private static Optional<String> setting(String name) {
    String value = System.getProperty("genevent." + name);
    if (value == null) {
      value = System.getenv("GENEVENT_" + name.toUpperCase(Locale.ROOT));
    }
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }

  private static void start(String directory) {
    try {
      Session.Builder builder = Session.to(place(Path.of(directory)));
      setting("events").ifPresent(globs -> builder.events(globs.split(",")));
      setting("mode").ifPresent(mode -> builder.mode(Session.Mode.named(mode)));
      setting("format").ifPresent(format -> builder.format(TraceFormat.named(format)));
      setting("heartbeat").ifPresent(on -> builder.heartbeat(bool("heartbeat", on)));
      setting("sub_buffer_bytes")
          .ifPresent(bytes -> builder.subBufferBytes(Integer.parseInt(bytes.trim())));
      setting("sub_buffers").ifPresent(count -> builder.subBuffers(Integer.parseInt(count.trim())));
      builder.start();
    } catch (IOException | InvalidPathException e) {
      Reports.once("no trace is written: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      Reports.once("no trace is written, a setting is wrong: " + e.getMessage());
    }
  }

  private static boolean bool(String name, String value) {
    return switch (value.trim().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default ->
        throw new IllegalArgumentException(name + " is true or false, not '" + value + "'");
    };
  }

  /** The directory, or its first free sibling if it holds something. */
  private static Path place(Path directory) throws IOException {
    Path candidate = directory;
    for (int number = 2; number < MAX_SIBLINGS && !isFree(candidate); number++) {
      if (Recovery.isNeeded(candidate)) {
        Recovery.Result result = Recovery.recover(candidate);
        Reports.once(candidate + ": " + result);
      }
      candidate = directory.resolveSibling(directory.getFileName() + "-" + number);
    }
    return candidate;
  }

  private static boolean isFree(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return true;
    }
    try (var entries = Files.list(directory)) {
      return entries.findAny().isEmpty();
    }
  }
}
