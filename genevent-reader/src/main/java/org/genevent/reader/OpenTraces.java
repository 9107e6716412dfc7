package org.genevent.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Place;
import org.genevent.model.trace.EventRecordClass;
import org.genevent.model.trace.TraceClass;
import org.genevent.reader.decode.BatchRows;
import org.genevent.reader.decode.PacketIndex;
import org.genevent.reader.decode.StreamCursor;
import org.genevent.reader.decode.StreamSpan;
import org.genevent.reader.decode.TracePlan;
import org.genevent.reader.ltt.LttOpening;
import org.genevent.reader.metadata.MetadataParser;
import org.genevent.reader.metadata.ParsedMetadata;
import org.genevent.reader.stream.EventStream;

/** The traces that were opened, and their streams. */
final class OpenTraces {

  private static final long MAX_METADATA_BYTES = 64L << 20;

  /** How many times longer nothing is searched than a search takes. */
  private static final long LOOK_SHARE = 20;

  private final BatchRows rows = new BatchRows();
  private final ReaderOptions options;
  private final Consumer<Diagnostic> report;
  private final List<TraceClass> traces = new ArrayList<>();
  private final Map<TraceClass, LttTrace> lttTraces = new IdentityHashMap<>();
  private final List<EventStream> streams = new ArrayList<>();
  private final List<Integer> traceOfStream = new ArrayList<>();
  private final List<Opened> opened = new ArrayList<>();
  private final SharedClocks clocks = new SharedClocks();
  private final List<Path> roots = new ArrayList<>();

  /** Directories with metadata that could not be read while traces were followed, and the size of the metadata then. */
  private final Map<Path, Long> tried = new HashMap<>();

  /** When directories are searched for new traces again: that shall not take more than a small part of the time. */
  private long nextLook = System.nanoTime();

  private int classCount;
  private boolean follow;

  /**
   * A CTF trace as it was when it was looked at last.
   *
   * @param directory its directory
   * @param number its place among all traces
   * @param metadata the bytes of its metadata
   * @param plan what they say
   * @param files the streams that were opened
   */
  private record Opened(
      Path directory, int number, byte[] metadata, TracePlan plan, Set<Path> files) {}

  OpenTraces(ReaderOptions options, Consumer<Diagnostic> report) {
    this.options = options;
    this.report = report;
  }

  /** Opens the traces at and below directories. */
  void open(List<Path> paths) {
    roots.addAll(paths);
    for (Path path : paths) {
      for (Path directory : TraceFolders.find(path, report)) {
        if (TraceFolders.isCtf(directory)) {
          openTrace(directory);
        } else {
          openLtt(directory);
        }
      }
    }
  }

  /** Says what of the streams is read, and how much at a time; before they are read. */
  void prepare() {
    int bytes = WindowMemory.windowBytes(streams.size());
    for (EventStream stream : streams) {
      if (stream instanceof StreamCursor cursor) {
        cursor.windowBytes(bytes);
        cursor.bound(options.beginNanos(), options.endNanos());
      }
    }
  }

  /** Goes to a part of each stream; only for CTF traces. */
  void enter(StreamSpan[] parts) {
    for (int i = 0; i < parts.length; i++) {
      ((StreamCursor) streams.get(i)).enter(parts[i]);
    }
  }

  /** Says that others have read everything; only for CTF traces. */
  void readByOthers(List<PacketIndex> indexes) {
    for (int i = 0; i < indexes.size(); i++) {
      ((StreamCursor) streams.get(i)).readByOthers(indexes.get(i));
    }
  }

  /** From now on, what is not whole is not there yet. */
  void follow() {
    for (EventStream stream : streams) {
      if (stream instanceof StreamCursor cursor) {
        cursor.follow();
      }
    }
    follow = true;
  }

  /** Looks for what is new: traces, metadata, streams, packets, and more of those that are there. */
  void refresh() {
    openNew();
    for (int i = 0; i < opened.size(); i++) {
      Opened one = opened.get(i);
      try {
        Opened now = reopened(one);
        opened.set(i, now);
        openStreams(now);
      } catch (IOException e) {
        // perhaps the next time
        continue;
      }
    }
    for (EventStream stream : streams) {
      if (stream instanceof StreamCursor cursor) {
        cursor.resume();
      }
    }
  }

  /** A trace with what its metadata says now; as it is, as long as that cannot be read. */
  private Opened reopened(Opened one) throws IOException {
    Path metadata = one.directory.resolve(TraceFolders.METADATA);
    byte[] bytes = Files.readAllBytes(metadata);
    if (bytes.length > MAX_METADATA_BYTES || Arrays.equals(bytes, one.metadata)) {
      return one;
    }
    Findings findings = new Findings();
    Optional<ParsedMetadata> parsed = parse(metadata.toString(), bytes, findings);
    Optional<TracePlan> plan = parsed.flatMap(known -> TracePlan.compile(
        known.positions()::of, known.traceClass(), options.everything(), findings));
    if (plan.isEmpty()) {
      return one;
    }
    classCount = plan.get().prepare(classCount, options.events());
    traces.set(one.number, parsed.get().traceClass());
    for (int i = 0; i < streams.size(); i++) {
      if (traceOfStream.get(i) == one.number) {
        streams.set(i, ((StreamCursor) streams.get(i)).withPlan(plan.get()));
      }
    }
    return new Opened(one.directory, one.number, bytes, plan.get(), one.files);
  }

  /** The same traces for another thread: its own cursors on the same files. Only CTF traces have such. */
  OpenTraces fork(Consumer<Diagnostic> findings) {
    OpenTraces fork = new OpenTraces(options, findings);
    fork.traces.addAll(traces);
    fork.traceOfStream.addAll(traceOfStream);
    fork.classCount = classCount;
    for (EventStream stream : streams) {
      fork.streams.add(((StreamCursor) stream).fork(findings, fork.rows));
    }
    return fork;
  }

  List<TraceClass> classes() {
    return List.copyOf(traces);
  }

  /** The kinds of events that the metadata names. */
  List<EventRecordClass> eventClasses() {
    return traces.stream()
        .flatMap(trace -> trace.dataStreamClasses().stream())
        .flatMap(stream -> stream.eventRecordClasses().stream())
        .toList();
  }

  List<LttTrace> lttTraces() {
    return traces.stream().map(lttTraces::get).filter(Objects::nonNull).toList();
  }

  /** What an LTT trace says beside its class; traces that say the same are still different ones. */
  Optional<LttTrace> lttTrace(TraceClass trace) {
    return Optional.ofNullable(lttTraces.get(trace));
  }

  /** The streams, in the order in which events of the same time are given. */
  List<EventStream> streams() {
    return streams;
  }

  /** The place of a stream's trace among all. */
  int traceOfStream(int stream) {
    return traceOfStream.get(stream);
  }

  /** How many event record classes have numbers. */
  int classCount() {
    return classCount;
  }

  private void openTrace(Path directory) {
    Path metadata = directory.resolve(TraceFolders.METADATA);
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
      Optional<Opened> one = opened(directory, findings);
      findings.list().forEach(report);
      if (one.isPresent()) {
        openStreams(one.get());
      }
    } catch (IOException e) {
      TraceFolders.unreadable(metadata, e, report);
    }
  }

  private Optional<Opened> opened(Path directory, Findings findings) throws IOException {
    Path metadata = directory.resolve(TraceFolders.METADATA);
    byte[] bytes = Files.readAllBytes(metadata);
    Optional<ParsedMetadata> parsed = parse(metadata.toString(), bytes, findings);
    Optional<TracePlan> plan = parsed.flatMap(known -> TracePlan.compile(
        known.positions()::of, known.traceClass(), options.everything(), findings));
    if (plan.isEmpty()) {
      return Optional.empty();
    }
    classCount = plan.get().prepare(classCount, options.events());
    traces.add(parsed.get().traceClass());
    Opened one = new Opened(directory, traces.size() - 1, bytes, plan.get(), new HashSet<>());
    opened.add(one);
    return Optional.of(one);
  }

  /** Opens traces that appeared below the directories. Metadata that makes no sense is not written to its end yet. */
  private void openNew() {
    long now = System.nanoTime();
    if (now - nextLook < 0) {
      return;
    }
    Set<Path> known = opened.stream().map(Opened::directory).collect(Collectors.toSet());
    for (Path root : roots) {
      for (Path directory : TraceFolders.find(root, finding -> {})) {
        if (!TraceFolders.isCtf(directory) || !known.add(directory)) {
          continue;
        }
        try {
          long size = Files.size(directory.resolve(TraceFolders.METADATA));
          Long before = tried.put(directory, size);
          if (size <= MAX_METADATA_BYTES && (before == null || before != size)) {
            Optional<Opened> one = opened(directory, new Findings());
            if (one.isPresent()) {
              openStreams(one.get());
            }
          }
        } catch (IOException e) {
          // perhaps the next time
          continue;
        }
      }
    }
    long end = System.nanoTime();
    nextLook = end + LOOK_SHARE * (end - now);
  }

  private Optional<ParsedMetadata> parse(String name, byte[] bytes, Findings findings) {
    Optional<ParsedMetadata> parsed = MetadataParser.parse(name, bytes, findings);
    return options.sameClocks()
        ? parsed.map(own -> new ParsedMetadata(clocks.apply(own.traceClass()), own.positions()))
        : parsed;
  }

  private void openLtt(Path directory) {
    try {
      LttOpening.open(directory, streams.size(), options.events(), report).ifPresent(opened -> {
        lttTraces.put(opened.traceClass(), opened.facts());
        traces.add(opened.traceClass());
        opened.streams().forEach(stream -> {
          streams.add(stream);
          traceOfStream.add(traces.size() - 1);
        });
      });
    } catch (IOException e) {
      TraceFolders.unreadable(directory, e, report);
    }
  }

  private void openStreams(Opened trace) throws IOException {
    for (Path file : TraceFolders.streams(trace.directory)) {
      if (!trace.files.add(file)) {
        continue;
      }
      try {
        StreamCursor cursor = new StreamCursor(trace.plan, file, streams.size(), report, rows);
        if (follow) {
          cursor.follow();
        }
        streams.add(cursor);
        traceOfStream.add(trace.number);
      } catch (IOException e) {
        TraceFolders.unreadable(file, e, report);
      }
    }
  }

  /** What is known of the streams. */
  List<StreamFacts> facts() {
    return streams.stream()
        .map(stream -> new StreamFacts(
            stream.path(),
            traceOfStream.get(stream.order()),
            stream.packets(),
            stream.discardedEvents(),
            stream.lostPackets()))
        .toList();
  }

  /** When the last packet of all streams begins; the least number if there is none, empty if not all packets say it. */
  OptionalLong lastPacketNanos() {
    long latest = Long.MIN_VALUE;
    for (EventStream stream : streams) {
      OptionalLong last =
          stream instanceof StreamCursor cursor ? cursor.lastPacketNanos() : OptionalLong.empty();
      if (last.isEmpty()) {
        return last;
      }
      latest = Math.max(latest, last.getAsLong());
    }
    return OptionalLong.of(latest);
  }

  /** The sum of what each stream says. */
  long sum(ToLongFunction<EventStream> ofStream) {
    return streams().stream().mapToLong(ofStream).sum();
  }

  void close() {
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
