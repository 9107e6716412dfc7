package org.genevent.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.genevent.reader.TraceReader;
import org.genevent.runtime.Session;

/** What an event of an int and a long takes in a trace file, by the file's own size. */
final class EventSize {

  private static final int EVENTS = 10_000;
  private static final int PACKET_HEADER_BYTES = 128;

  private EventSize() {}

  /** Bytes an event, without the packet headers. */
  static double bytes() throws IOException {
    Path folder = Files.createTempDirectory("genevent-size");
    try {
      Path trace = folder.resolve("trace");
      Session session = Session.to(trace).subBufferBytes(1 << 20).subBuffers(2).start();
      BenchTracer tracer = BenchTracer.get();
      for (int i = 0; i < EVENTS; i++) {
        tracer.number(i, i);
      }
      session.close();
      long read = 0;
      try (TraceReader reader = TraceReader.open(List.of(trace), finding -> {})) {
        while (reader.next()) {
          read++;
        }
      }
      if (read != EVENTS) {
        throw new IOException(read + " events were read, not " + EVENTS);
      }
      try (Stream<Path> files = Files.list(trace)) {
        long all = 0;
        for (Path file : files
            .filter(file -> file.getFileName().toString().startsWith("main_"))
            .toList()) {
          all += Files.size(file);
        }
        // one packet that begins the file and one that has all events
        return (all - 2.0 * PACKET_HEADER_BYTES) / EVENTS;
      }
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
      }
    }
  }
}
