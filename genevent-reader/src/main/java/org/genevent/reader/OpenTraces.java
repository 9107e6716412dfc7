package org.genevent.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.DiagnosticCode;
import org.genevent.diagnostic.Findings;
import org.genevent.diagnostic.Place;
import org.genevent.model.trace.TraceClass;
import org.genevent.reader.decode.StreamCursor;
import org.genevent.reader.decode.TracePlan;
import org.genevent.reader.ltt.LttOpening;
import org.genevent.reader.metadata.MetadataParser;
import org.genevent.reader.metadata.ParsedMetadata;
import org.genevent.reader.stream.EventStream;

/** The traces that were opened, and their streams. */
final class OpenTraces {

  private static final long MAX_METADATA_BYTES = 64L << 20;

  private final ReaderOptions options;
  private final Consumer<Diagnostic> report;
  private final List<TraceClass> traces = new ArrayList<>();
  private final List<LttTrace> lttTraces = new ArrayList<>();
  private final List<EventStream> streams = new ArrayList<>();
  private final List<Integer> traceOfStream = new ArrayList<>();
  private int classCount;

  OpenTraces(ReaderOptions options, Consumer<Diagnostic> report) {
    this.options = options;
    this.report = report;
  }

  /** Opens the traces at and below directories. */
  void open(List<Path> paths) {
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

  List<TraceClass> classes() {
    return List.copyOf(traces);
  }

  List<LttTrace> lttTraces() {
    return List.copyOf(lttTraces);
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
      String name = metadata.toString();
      Optional<ParsedMetadata> parsed =
          MetadataParser.parse(name, Files.readAllBytes(metadata), findings);
      Optional<TracePlan> plan = parsed.flatMap(
          known -> TracePlan.compile(known.positions()::of, known.traceClass(), findings));
      findings.list().forEach(report);
      if (plan.isPresent()) {
        classCount = plan.get().prepare(classCount, options.events());
        traces.add(parsed.get().traceClass());
        openStreams(directory, plan.get());
      }
    } catch (IOException e) {
      TraceFolders.unreadable(metadata, e, report);
    }
  }

  private void openLtt(Path directory) {
    try {
      LttOpening.open(directory, streams.size(), options.events(), report).ifPresent(opened -> {
        lttTraces.add(opened.facts());
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

  private void openStreams(Path directory, TracePlan plan) throws IOException {
    for (Path file : TraceFolders.streams(directory)) {
      try {
        streams.add(new StreamCursor(plan, file, streams.size(), report));
        traceOfStream.add(traces.size() - 1);
      } catch (IOException e) {
        TraceFolders.unreadable(file, e, report);
      }
    }
  }
}
