package org.genevent.reader.ltt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.reader.TraceReader;
import org.genevent.reader.output.TracePrinter;

/** What the reader makes of a trace. */
record LttReading(String output, List<String> findings, long unknownEvents) {

  static LttReading of(Path trace, TracePrinter.Format format) throws IOException {
    List<String> findings = new ArrayList<>();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TraceReader reader =
        TraceReader.open(List.of(trace), (Diagnostic finding) -> findings.add(finding.body()))) {
      TracePrinter.print(reader, format, out);
      return new LttReading(out.toString(StandardCharsets.UTF_8), findings, reader.unknownEvents());
    }
  }

  static LttReading json(Path trace) throws IOException {
    return of(trace, TracePrinter.Format.JSON);
  }

  /** The events of all but the core, each without the time and the names of streams. */
  List<String> fields() {
    return output
        .lines()
        .filter(line -> !line.contains("\"facility\":\"core\""))
        .map(line ->
            line.replaceAll("^.*\"event\":\"([^\"]*)\".*\"fields\":", "$1 ").replaceAll("}$", ""))
        .toList();
  }

  /** The times of all events but those of the core. */
  List<Long> times() {
    return output
        .lines()
        .filter(line -> !line.contains("\"facility\":\"core\""))
        .map(line -> Long.parseLong(line.replaceAll("^\\{\"timestamp_ns\":(-?[0-9]+),.*", "$1")))
        .toList();
  }

  /** Bytes from hexadecimal digits; blanks and line ends are left out, and so is what follows a {@code #}. */
  static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replaceAll("#.*", "").replaceAll("\\s", ""));
  }

  static void write(Path trace, String file, byte[] bytes) throws IOException {
    Path path = trace.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, bytes);
  }

  static void xml(Path trace, String file, String text) throws IOException {
    write(
        trace,
        "eventdefs/" + file,
        ("<?xml version=\"1.0\"?>\n" + text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
