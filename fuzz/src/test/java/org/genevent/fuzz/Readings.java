package org.genevent.fuzz;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.reader.TraceReader;
import org.genevent.reader.decode.TracePlan;
import org.genevent.reader.field.EventShapes;
import org.genevent.reader.metadata.MetadataParser;
import org.genevent.reader.output.TracePrinter;
import org.genevent.reader.query.Query;
import org.genevent.xml.FacilityReader;

/** Reads inputs as users would, and lets every finding say what it has to say. */
final class Readings {

  /** Longer inputs find nothing that shorter ones do not, more slowly. */
  private static final int MAX_BYTES = 1 << 16;

  private static final Path FOLDER = ScratchFolder.create("stream_0", "metadata");
  private static final List<byte[]> KNOWN_METADATA = List.of(
      resource("lttng.tsdl"),
      resource("bits.tsdl"),
      resource("shapes.tsdl"),
      resource("fragments.json"));

  private static final EventShapes SHAPES = shapes();

  private Readings() {}

  static void metadata(byte[] input) {
    if (input.length > MAX_BYTES) {
      return;
    }
    Findings findings = new Findings();
    MetadataParser.parse("metadata", input, findings)
        .ifPresent(
            parsed -> TracePlan.compile(parsed.positions()::of, parsed.traceClass(), findings));
    findings.list().forEach(Diagnostic::format);
  }

  static void packets(byte[] input) {
    if (input.length < 1 || input.length > MAX_BYTES) {
      return;
    }
    byte[] metadata = KNOWN_METADATA.get((input[0] & 0xFF) % KNOWN_METADATA.size());
    read(metadata, Arrays.copyOfRange(input, 1, input.length));
  }

  /** The metadata ends at the first zero byte. */
  static void trace(byte[] input) {
    if (input.length > MAX_BYTES) {
      return;
    }
    int end = 0;
    while (end < input.length && input[end] != 0) {
      end++;
    }
    read(
        Arrays.copyOf(input, end),
        Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length));
  }

  static void expression(byte[] input) {
    if (input.length > MAX_BYTES) {
      return;
    }
    Findings findings = new Findings();
    String text = new String(input, StandardCharsets.UTF_8);
    Query.compile("--where", text, SHAPES, ZoneOffset.UTC, findings);
    findings.list().forEach(Diagnostic::format);
  }

  static void facility(byte[] input) {
    if (input.length > MAX_BYTES) {
      return;
    }
    Findings findings = new Findings();
    FacilityReader.read("facility.xml", input, findings);
    findings.list().forEach(Diagnostic::format);
  }

  private static void read(byte[] metadata, byte[] stream) {
    try {
      Files.write(FOLDER.resolve("metadata"), metadata);
      Files.write(FOLDER.resolve("stream_0"), stream);
      // one form a run: what differs between them is a small part of what there is to find
      TracePrinter.Format[] formats = TracePrinter.Format.values();
      TracePrinter.Format format = formats[(metadata.length + stream.length) % formats.length];
      try (TraceReader reader = TraceReader.open(List.of(FOLDER), Diagnostic::format)) {
        TracePrinter.print(reader, format, OutputStream.nullOutputStream());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What expressions may ask for. */
  private static EventShapes shapes() {
    try {
      Files.write(FOLDER.resolve("metadata"), resource("shapes.tsdl"));
      try (TraceReader reader = TraceReader.open(List.of(FOLDER), Diagnostic::format)) {
        return EventShapes.of(reader, name -> true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] resource(String name) {
    try (var in = Readings.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
