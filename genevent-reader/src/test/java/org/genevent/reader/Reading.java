package org.genevent.reader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.reader.output.TracePrinter;

/**
 * What reading came to.
 *
 * @param lines what was printed
 * @param findings what was reported
 * @param discarded how many events are counted as lost
 * @param lostPackets how many packets are missing
 */
record Reading(List<String> lines, List<Diagnostic> findings, long discarded, long lostPackets) {

  /** Reads traces as JSON lines. */
  static Reading json(Path... traces) {
    return of(TracePrinter.Format.JSON, traces);
  }

  static Reading of(TracePrinter.Format format, Path... traces) {
    List<Diagnostic> findings = new ArrayList<>();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TraceReader reader = TraceReader.open(List.of(traces), findings::add)) {
      TracePrinter.print(reader, format, out);
      return new Reading(
          out.toString(StandardCharsets.UTF_8).lines().toList(),
          findings,
          reader.discardedEvents(),
          reader.lostPackets());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads everything, throws the text away, and tells how many events and findings there were. */
  static long countAll(TracePrinter.Format format, Path trace) {
    long[] findings = new long[1];
    try (TraceReader reader = TraceReader.open(List.of(trace), finding -> findings[0]++)) {
      return TracePrinter.print(reader, format, OutputStream.nullOutputStream()) + findings[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fields of the only event, as JSON. */
  String onlyFields() {
    if (lines.size() != 1 || !findings.isEmpty()) {
      throw new AssertionError("one event was expected: " + this);
    }
    String line = lines.get(0);
    return line.substring(line.indexOf("\"fields\":") + 9, line.length() - 1);
  }

  static Path write(Path directory, String metadata, byte[]... streams) {
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve("metadata"), metadata);
      for (int i = 0; i < streams.length; i++) {
        Files.write(directory.resolve("stream_" + i), streams[i]);
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
