package org.genevent.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Severity;
import org.genevent.proof.BabeltraceText;
import org.genevent.reader.EventRecord;
import org.genevent.reader.StreamFacts;
import org.genevent.reader.TraceReader;

/**
 * What a scenario left of a trace, read by our reader and by babeltrace2, against what the writers and the module say they
 * did.
 */
final class KernelTraceCheck {

  /** How many letters the names of {@code lab:thread} are taken from. */
  private static final String LETTERS = "abcdefghijkl";

  private final String name;
  private final Path trace;
  private final Path numbers;
  private final List<EventRecord> events = new ArrayList<>();
  private final Map<String, Long> discarded = new HashMap<>();
  private final Map<String, Long> lostPackets = new HashMap<>();

  /**
   * Reads a trace, compares both readers, and checks what holds for each event.
   *
   * @param results the folder that a scenario left
   * @param name the trace's name there
   */
  KernelTraceCheck(Path results, String name) {
    this(results, name, results.resolve("traces").resolve(name));
  }

  /**
   * The same for a trace that lies elsewhere.
   *
   * @param results the folder that a scenario left
   * @param name the trace's name there
   * @param trace the trace directory
   */
  KernelTraceCheck(Path results, String name, Path trace) {
    this.name = name;
    this.trace = trace;
    this.numbers = results.resolve("numbers");
    Packets.areHandedOutOnce(trace);
    List<Diagnostic> findings = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(trace), findings::add)) {
      while (reader.next()) {
        events.add(reader.record());
      }
      for (StreamFacts stream : reader.streams()) {
        String file = stream.file().getFileName().toString();
        discarded.put(file, stream.discardedEvents());
        lostPackets.put(file, stream.lostPackets());
      }
    }
    findings.removeIf(finding -> finding.severity() != Severity.ERROR);
    assertEquals(List.of(), findings, name);
    compareWithBabeltrace();
    checkValues();
    checkOrder();
  }

  private void compareWithBabeltrace() {
    List<BabeltraceText.Event> reference = BabeltraceText.readRealTime(trace);
    assertEquals(reference.size(), events.size(), name);
    // events of the same time from different streams may come in any order
    Map<String, Integer> seen = new HashMap<>();
    for (BabeltraceText.Event event : reference) {
      seen.merge(event.timestamp() + " " + event.name() + " " + seq(event), 1, Integer::sum);
    }
    for (EventRecord event : events) {
      String key = event.timestampNanos() + " " + event.facility() + ":" + event.event() + " "
          + event.fields().get("seq");
      assertTrue(
          seen.merge(key, -1, Integer::sum) >= 0, () -> name + ": babeltrace2 has no " + key);
    }
  }

  private static Object seq(BabeltraceText.Event event) {
    return event.scopes().get("event.fields") instanceof Map<?, ?> fields
        ? fields.get("seq")
        : null;
  }

  private void checkValues() {
    for (EventRecord event : events) {
      Map<String, Object> fields = event.fields();
      if (!fields.containsKey("value")) {
        continue;
      }
      long seq = (Long) fields.get("seq");
      assertEquals(value(seq), fields.get("value"), () -> name + " " + event);
      if (event.event().equals("thread")) {
        assertEquals(
            LETTERS.substring((int) (seq % 12)), fields.get("name"), () -> name + " " + event);
        List<Object> extra = new ArrayList<>();
        for (long i = 0; i < seq % 5; i++) {
          extra.add(value(seq + i));
        }
        assertEquals(extra, fields.get("extra"), () -> name + " " + event);
      }
      if (event.event().equals("tick")) {
        assertEquals(1L, fields.get("hard"), () -> name + " " + event);
      }
      if (event.event().equals("nmi")) {
        assertEquals(1L, fields.get("in_nmi"), () -> name + " " + event);
      }
    }
  }

  private static long value(long seq) {
    return ~seq << 32 | seq & 0xffffffffL;
  }

  /** In a stream, time never goes back, and of each kind the numbers only grow. */
  private void checkOrder() {
    Map<String, Long> time = new HashMap<>();
    Map<String, Long> number = new HashMap<>();
    for (EventRecord event : events) {
      Long before = time.put(event.stream(), event.timestampNanos());
      assertTrue(
          before == null || before <= event.timestampNanos(),
          () -> name + ": back before " + event);
      if (event.fields().get("seq") instanceof Long seq && !event.event().equals("dumped")) {
        Long last = number.put(event.stream() + " " + event.event(), seq);
        assertTrue(last == null || last < seq, () -> name + ": after " + last + ": " + event);
      }
    }
  }

  /** The events, by time. */
  List<EventRecord> events() {
    return events;
  }

  /** How many events of a name there are. */
  long count(String event) {
    return events.stream().filter(e -> e.event().equals(event)).count();
  }

  /** A number of the status file, of all streams together. */
  long status(String key) {
    return streams().values().stream().mapToLong(stream -> stream.get(key)).sum();
  }

  /** The numbers of the status file by CHANNEL_CPU. */
  Map<String, Map<String, Long>> streams() {
    Map<String, Map<String, Long>> streams = new TreeMap<>();
    for (String line : lines(name + ".status")) {
      String[] words = line.split(" ");
      if (!words[0].equals("stream")) {
        continue;
      }
      Map<String, Long> values = new TreeMap<>();
      for (int i = 2; i < words.length; i++) {
        String[] pair = words[i].split("=");
        values.put(pair[0], Long.parseLong(pair[1]));
      }
      streams.put(words[1] + "_" + values.get("cpu"), values);
    }
    return streams;
  }

  /** What the writers tried: numbers of all CPUs together, of the kinds that are asked for. */
  long tried(String... kinds) {
    long sum = 0;
    for (String line : lines(name + ".sent")) {
      for (String word : line.split(" ")) {
        for (String kind : kinds) {
          if (word.startsWith(kind + "=")) {
            sum += Long.parseLong(word.substring(kind.length() + 1));
          }
        }
      }
    }
    return sum;
  }

  /** All that was sent was read, or counted: in each stream, and in what its packets say of losses. */
  KernelTraceCheck balances() {
    streams().forEach((stream, numbers) -> {
      long read = events.stream().filter(event -> event.stream().equals(stream)).count();
      long skipped = events.stream()
          .filter(event -> event.stream().equals(stream) && event.facility().equals("genevent"))
          .count();
      assertEquals(numbers.get("cancelled"), skipped, () -> name + " " + stream);
      assertEquals(
          numbers.get("sent"),
          read - skipped + numbers.get("overwritten"),
          () -> name + " " + stream + " " + numbers);
      assertEquals(numbers.get("delivered"), numbers.get("consumed"), () -> name + " " + stream);
      assertEquals(
          numbers.get("lost") + numbers.get("overwritten"),
          discarded.getOrDefault(stream, 0L),
          () -> name + " " + stream + " " + numbers);
    });
    return this;
  }

  /** Nothing was lost or overwritten. */
  KernelTraceCheck loses(long lost, long overwritten) {
    assertEquals(lost, status("lost"), name);
    assertEquals(overwritten, status("overwritten"), name);
    return this;
  }

  /** No packet is missing where nothing is overwritten. */
  KernelTraceCheck hasAllPackets() {
    lostPackets.forEach((stream, lost) -> assertEquals(0L, lost, () -> name + " " + stream));
    return this;
  }

  private List<String> lines(String file) {
    try {
      return Files.readAllLines(numbers.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
