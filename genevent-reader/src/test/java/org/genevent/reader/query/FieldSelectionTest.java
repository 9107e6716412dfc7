package org.genevent.reader.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.genevent.diagnostic.Findings;
import org.genevent.reader.TraceReader;
import org.genevent.reader.field.EventShapes;
import org.genevent.reader.output.EventSelection;
import org.genevent.reader.output.PrintOptions;
import org.genevent.reader.output.TimeForm;
import org.genevent.reader.output.TracePrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chosen fields, as text and JSON show them. */
final class FieldSelectionTest {

  @TempDir
  private Path directory;

  private List<String> lines(TracePrinter.Format format, TimeForm.Unit unit, String... fields)
      throws IOException {
    Path trace = new QueryTrace()
        .order(-1, -5, "Ada", true, 0, 1.5, 1, -2)
        .refund(7, "late", 12, 2, null, "sorry")
        .write(directory.resolve("trace"));
    Findings findings = new Findings();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TraceReader reader = TraceReader.open(List.of(trace), findings::add)) {
      EventShapes shapes = EventShapes.of(reader, name -> true);
      FieldSelection view = FieldSelection.of(
          FieldSelection.choices("--fields", List.of(fields), shapes, findings), shapes);
      TimeForm time = new TimeForm(unit, ZoneOffset.ofHours(1));
      TracePrinter.print(
          reader,
          format,
          new PrintOptions(EventSelection.ALL, view, Optional.of(time), Long.MAX_VALUE),
          out);
    }
    assertEquals(List.of(), findings.list());
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void partsOfEveryScopeKeepTheFormAroundThem() throws IOException {
    assertEquals(
        List.of(
            "{\"timestamp_ns\":1700000000000000001,\"timestamp\":\"1\",\"facility\":\"shop\",\"event\":\"order\","
                + "\"stream\":\"stream_0\",\"packet_context\":{\"cpu_id\":3},\"stream_context\":{\"tid\":7},"
                + "\"context\":{\"request\":101},\"fields\":{\"place\":{\"inner\":{\"y\":-2}},\"marks\":[2]}}",
            "{\"timestamp_ns\":1700000000000000002,\"timestamp\":\"2\",\"facility\":\"shop\",\"event\":\"refund\","
                + "\"stream\":\"stream_0\",\"packet_context\":{\"cpu_id\":3},\"stream_context\":{\"tid\":8},"
                + "\"context\":{\"request\":-1},\"fields\":{\"few\":[0,1],\"by\":{\"cash\":42},\"note\":\"sorry\"}}"),
        lines(
            TracePrinter.Format.JSON,
            TimeForm.Unit.CYCLES,
            "$packet.cpu_id",
            "tid",
            "$ctx",
            "place.inner",
            "marks[1]",
            "few",
            "by",
            "note"));
  }

  @Test
  void anEventWithoutThemStaysAndFactsAreShownAnyway() throws IOException {
    assertEquals(
        List.of(
            "2023-11-14T23:13:20.000000001+01:00 stream_0 shop:order {name=\"Ada\"}",
            "2023-11-14T23:13:20.000000002+01:00 stream_0 shop:refund {}"),
        lines(TracePrinter.Format.TEXT, TimeForm.Unit.DATE, "name", "timestamp", "$event"));
    assertEquals(
        List.of(
            "1700000000.000000001 stream_0 shop:order {}",
            "1700000000.000000002 stream_0 shop:refund {reason=\"late\"}"),
        lines(TracePrinter.Format.TEXT, TimeForm.Unit.SECONDS, "reason"));
  }
}
