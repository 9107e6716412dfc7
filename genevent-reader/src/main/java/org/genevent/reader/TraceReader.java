package org.genevent.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Place;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.TraceClass;
import org.genevent.reader.decode.StreamCursor;
import org.genevent.reader.decode.TracePlan;
import org.genevent.reader.metadata.MetadataParser;
import org.genevent.reader.stream.EventStream;

/**
 * Reads the events of CTF traces in the order of their time; equal times by stream, then by position.
 *
 * <p>A trace is a directory with a {@code metadata} file; in a directory without one, those below it are read together.
 * What cannot be read is reported while reading goes on. Used by one thread.
 */
public final class TraceReader implements AutoCloseable {

  private static final String METADATA = "metadata";
  private static final long MAX_METADATA_BYTES = 64L << 20;
  private static final int MAX_DEPTH = 16;

  private final Consumer<Diagnostic> report;
  private final List<TraceClass> traces = new ArrayList<>();
  private final List<EventStream> streams = new ArrayList<>();
  private final PriorityQueue<EventStream> waiting = new PriorityQueue<>(
      Comparator.comparingLong(EventStream::timestampNanos).thenComparingInt(EventStream::order));
  private EventStream current;
  private boolean started;

  private TraceReader(Consumer<Diagnostic> report) {
    this.report = report;
  }

  /**
   * Opens traces.
   *
   * @param paths directories of traces, or directories above such
   * @param report takes what is wrong, now and while reading
   * @return the reader; it has no events of what could not be opened
   */
  public static TraceReader open(List<Path> paths, Consumer<Diagnostic> report) {
    TraceReader reader = new TraceReader(report);
    for (Path path : paths) {
      List<Path> directories = reader.find(path);
      for (Path directory : directories) {
        reader.openTrace(directory);
      }
    }
    return reader;
  }

  private List<Path> find(Path path) {
    if (!Files.isDirectory(path)) {
      missing(path, Files.exists(path) ? "is not a directory" : "there is no such directory");
      return List.of();
    }
    try (var below = Files.walk(path, MAX_DEPTH, FileVisitOption.FOLLOW_LINKS)) {
      List<Path> found = below
          .filter(file -> file.endsWith(METADATA) && Files.isRegularFile(file))
          .map(Path::getParent)
          .sorted()
          .toList();
      if (found.isEmpty()) {
        missing(path, "there is no trace here: no file 'metadata', here or below");
      }
      return found;
    } catch (IOException | UncheckedIOException e) {
      unreadable(path, e);
      return List.of();
    }
  }

  private void missing(Path path, String message) {
    report.accept(Diagnostic.of(
        DiagnosticCode.TRACE_MISSING, new Place.InFile(path.toString(), 0, 0), message));
  }

  private void unreadable(Path path, Exception cause) {
    report.accept(Diagnostic.of(
        DiagnosticCode.TRACE_UNREADABLE,
        new Place.InFile(path.toString(), 0, 0),
        "cannot be read: " + cause.getMessage()));
  }

  private void openTrace(Path directory) {
    Path metadata = directory.resolve(METADATA);
    Findings findings = new Findings();
    try {
      if (Files.size(metadata) > MAX_METADATA_BYTES) {
        report.accept(Diagnostic.of(
            DiagnosticCode.TRACE_LIMIT,
            new Place.InFile(metadata.toString(), 0, 0),
            "the metadata has " + Files.size(metadata) + " bytes, the limit is "
                + MAX_METADATA_BYTES));
        return;
      }
      String name = metadata.toString();
      Optional<TraceClass> trace =
          MetadataParser.parse(name, Files.readAllBytes(metadata), findings);
      Optional<TracePlan> plan = trace.flatMap(known -> TracePlan.compile(name, known, findings));
      findings.list().forEach(report);
      if (plan.isPresent()) {
        traces.add(trace.get());
        openStreams(directory, plan.get());
      }
    } catch (IOException e) {
      unreadable(metadata, e);
    }
  }

  private void openStreams(Path directory, TracePlan plan) throws IOException {
    List<Path> files;
    try (var entries = Files.list(directory)) {
      files = entries
          .filter(TraceReader::isStream)
          .sorted(
              Comparator.comparing(file -> StreamOrder.key(file.getFileName().toString())))
          .toList();
    }
    for (Path file : files) {
      try {
        streams.add(new StreamCursor(plan, file, streams.size(), report));
      } catch (IOException e) {
        unreadable(file, e);
      }
    }
  }

  private static boolean isStream(Path file) {
    String name = file.getFileName().toString();
    return !name.equals(METADATA) && !name.startsWith(".") && Files.isRegularFile(file);
  }

  /**
   * Moves to the next event.
   *
   * @return false after the last
   */
  public boolean next() {
    if (!started) {
      started = true;
      for (EventStream stream : streams) {
        if (stream.next()) {
          waiting.add(stream);
        }
      }
    } else if (current != null && current.next()) {
      EventStream first = waiting.peek();
      if (first == null || waiting.comparator().compare(current, first) <= 0) {
        return true;
      }
      waiting.add(current);
    }
    current = waiting.poll();
    return current != null;
  }

  /**
   * The time of the current event.
   *
   * @return nanoseconds since the epoch
   */
  public long timestampNanos() {
    return current.timestampNanos();
  }

  /**
   * The facility of the current event.
   *
   * @return its name; empty if the event's name has none
   */
  public String facility() {
    return current.facility();
  }

  /**
   * The name of the current event within its facility.
   *
   * @return the name
   */
  public String event() {
    return current.event();
  }

  /**
   * The stream of the current event.
   *
   * @return the name of its file
   */
  public String stream() {
    return current.name();
  }

  /**
   * The kind of the current event.
   *
   * @return its class; the same object for all events of a kind in a stream class
   */
  public EventRecordClass eventClass() {
    return current.eventClass();
  }

  /**
   * Whether the events of the current event's stream carry a context.
   *
   * @return true if {@link #streamContext} gives something
   */
  public boolean hasStreamContext() {
    return current.hasStreamContext();
  }

  /**
   * Gives the context that all events of the stream carry: in shared streams of our tracers, the thread.
   *
   * @param sink takes it
   */
  public void streamContext(FieldSink sink) {
    current.streamContext(sink);
  }

  /**
   * Whether the current event carries a context of its own.
   *
   * @return true if {@link #context} gives something
   */
  public boolean hasContext() {
    return current.hasContext();
  }

  /**
   * Gives the context that the current event's facility declares.
   *
   * @param sink takes it
   */
  public void context(FieldSink sink) {
    current.context(sink);
  }

  /**
   * Gives the fields of the current event.
   *
   * @param sink takes them
   */
  public void fields(FieldSink sink) {
    current.fields(sink);
  }

  /**
   * The current event as an object.
   *
   * @return a copy, which stays as it is
   */
  public EventRecord record() {
    MapSink streamContext = new MapSink();
    streamContext(streamContext);
    MapSink context = new MapSink();
    context(context);
    MapSink fields = new MapSink();
    fields(fields);
    return new EventRecord(
        timestampNanos(),
        facility(),
        event(),
        stream(),
        streamContext.top(),
        context.top(),
        fields.top());
  }

  /**
   * What the metadata of each trace says.
   *
   * @return the trace classes, in the order in which they were opened; facts of our own tracers are in their environments
   *     under {@code genevent_facility_N}, {@code genevent_pair_N} and {@code genevent_duration_N}
   */
  public List<TraceClass> traces() {
    return List.copyOf(traces);
  }

  /**
   * How many events writers counted as lost, as far as packets were read.
   *
   * @return events of all streams
   */
  public long discardedEvents() {
    return streams.stream().mapToLong(EventStream::discardedEvents).sum();
  }

  /**
   * How many packets are missing by their numbers, as far as packets were read.
   *
   * @return packets of all streams
   */
  public long lostPackets() {
    return streams.stream().mapToLong(EventStream::lostPackets).sum();
  }

  @Override
  public void close() {
    for (EventStream stream : streams) {
      try {
        stream.close();
      } catch (IOException e) {
        report.accept(Diagnostic.of(
            DiagnosticCode.TRACE_UNREADABLE,
            new Place.InFile(stream.name(), 0, 0),
            "cannot be closed: " + e.getMessage()));
      }
    }
  }
}
