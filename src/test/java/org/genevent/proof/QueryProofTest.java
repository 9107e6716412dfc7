package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.genevent.abi.DataModel;
import org.genevent.diagnostic.Findings;
import org.genevent.model.Facility;
import org.genevent.reader.ReaderOptions;
import org.genevent.reader.TraceReader;
import org.genevent.reader.field.EventShapes;
import org.genevent.reader.field.FieldPath;
import org.genevent.reader.field.FieldScope;
import org.genevent.reader.query.Query;
import org.genevent.reader.stats.EventStatistics;
import org.genevent.reader.stats.TraceStatistics;
import org.genevent.reader.verify.TraceReport;
import org.genevent.reader.verify.TraceVerifier;
import org.genevent.reader.verify.Trust;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Expressions, spans of time, statistics and verdicts on traces of random facilities. */
class QueryProofTest {

  private static final int MOST_LEAVES = 40;

  @TempDir
  private Path folder;

  static Stream<Seed> seeds() {
    return Seed.cases(20);
  }

  private RandomTrace trace(Seed seed) throws IOException {
    Random random = seed.random();
    Facility facility = RandomFacility.of(random, Shape.everything());
    ByteOrder byteOrder = random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    return RandomTrace.write(folder, facility, DataModel.LP64, byteOrder, random);
  }

  /** Each event is asked for all of its own values, by paths made from what the reader gives as maps and lists. */
  @ParameterizedTest
  @MethodSource("seeds")
  void anEventHasTheValuesThatItHas(Seed seed) throws IOException {
    int events = trace(seed).written().size();
    try (TraceReader reader = TraceReader.open(List.of(folder), finding -> {})) {
      EventShapes shapes = EventShapes.of(reader, name -> true);
      int read = 0;
      while (reader.next()) {
        read++;
        List<String> conditions = new ArrayList<>();
        conditions.add("$event == " + quoted(reader.eventClass().name()));
        conditions.add("$timestamp == " + reader.timestampNanos());
        leaves(FieldScope.FIELDS, List.of(), reader.record().fields(), conditions);
        leaves(FieldScope.CONTEXT, List.of(), reader.record().context(), conditions);
        leaves(FieldScope.COMMON, List.of(), reader.record().streamContext(), conditions);
        String text = String.join(" and ", conditions);
        Findings findings = new Findings();
        Query query =
            Query.compile("--where", text, shapes, ZoneOffset.UTC, findings).orElse(null);
        assertEquals(List.of(), findings.list(), () -> seed + " " + text);
        assertTrue(query.matches(reader), () -> seed + " " + text);
        Query opposite = Query.compile(
                "--where", "not (" + text + ")", shapes, ZoneOffset.UTC, findings)
            .orElseThrow();
        assertTrue(!opposite.matches(reader), () -> seed + " " + text);
      }
      assertEquals(events, read, seed::toString);
    }
  }

  private static void leaves(
      FieldScope scope, List<FieldPath.Step> path, Object value, List<String> conditions) {
    if (conditions.size() > MOST_LEAVES) {
      return;
    } else if (value instanceof Map<?, ?> members) {
      members.forEach((name, member) ->
          leaves(scope, with(path, FieldPath.Step.member((String) name)), member, conditions));
      return;
    } else if (value instanceof List<?> elements) {
      for (int i = 0; i < elements.size(); i++) {
        leaves(scope, with(path, FieldPath.Step.element(i)), elements.get(i), conditions);
      }
      return;
    }
    String text = new FieldPath(scope, path).text();
    if (value instanceof Long number) {
      conditions.add("(" + text + " == " + number + " or " + text + " == "
          + Long.toUnsignedString(number) + ")");
    } else if (value instanceof Double number && Double.isNaN(number)) {
      conditions.add(text + " != " + text);
    } else if (value instanceof Double number && Double.isInfinite(number)) {
      String limit = Double.toString(Math.copySign(Double.MAX_VALUE, number));
      conditions.add(text + (number > 0 ? " > " : " < ") + limit);
    } else if (value instanceof String string) {
      conditions.add(text + " == " + quoted(string));
    } else {
      conditions.add(value == null ? "not exists(" + text + ")" : text + " == " + value);
    }
  }

  private static List<FieldPath.Step> with(List<FieldPath.Step> path, FieldPath.Step step) {
    return Stream.concat(path.stream(), Stream.of(step)).toList();
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      out.append(
          c > ' ' && c < 0x7F && c != '"' && c != '\\'
              ? Character.toString(c)
              : String.format("\\u%04x", (int) c));
    }
    return out.append('"').toString();
  }

  /** Spans of time, counts by name and the verdict, as babeltrace2 and the writer have them. */
  @ParameterizedTest
  @MethodSource("seeds")
  void spansAndCountsAreThoseOfBabeltrace(Seed seed) throws IOException {
    RandomTrace trace = trace(seed);
    List<Long> times =
        trace.written().stream().map(RandomTrace.Written::timestamp).toList();
    long offset = first() - times.get(0);
    long begin = times.get(times.size() / 3);
    long end = times.get(2 * times.size() / 3);
    ExternalTool.Result result = ExternalTool.require("babeltrace2")
        .run(
            "--clock-seconds",
            "--begin=" + seconds(begin + offset),
            "--end=" + seconds(end + offset),
            folder.toString());
    Map<String, Long> expected = new TreeMap<>();
    result.outOrFail().lines().forEach(line -> {
      String name = line.replaceFirst("^\\[[^]]*] (\\([^)]*\\) )?", "").split(": ")[0];
      expected.merge(name, 1L, Long::sum);
    });
    Map<String, Long> counted = new TreeMap<>();
    ReaderOptions options = ReaderOptions.DEFAULT.withTimes(begin + offset, end + offset);
    try (TraceReader reader = TraceReader.open(List.of(folder), options, finding -> {})) {
      TraceStatistics statistics = new TraceStatistics(reader);
      while (reader.next()) {
        statistics.add(reader);
      }
      for (EventStatistics event : statistics.events()) {
        counted.put(event.name(), event.count());
      }
    }
    assertEquals(expected, counted, seed::toString);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatWasWrittenWholeIsComplete(Seed seed) throws IOException {
    int events = trace(seed).written().size();
    TraceVerifier verifier = new TraceVerifier();
    try (TraceReader reader = TraceReader.open(List.of(folder), verifier::report)) {
      TraceReport report = verifier.verify(reader, List.of());
      assertEquals(Trust.COMPLETE, report.trust(), () -> seed + " " + report);
      assertEquals(
          events,
          report.streams().stream()
              .mapToLong(stream -> stream.sentEvents().orElseThrow())
              .sum(),
          seed::toString);
    }
  }

  private long first() {
    try (TraceReader reader = TraceReader.open(List.of(folder), finding -> {})) {
      assertTrue(reader.next());
      return reader.timestampNanos();
    }
  }

  private static String seconds(long nanos) {
    return nanos / 1_000_000_000 + "." + String.format("%09d", nanos % 1_000_000_000);
  }
}
