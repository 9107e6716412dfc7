package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.genevent.abi.DataModel;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.diagnostic.Findings;
import org.genevent.model.Facility;
import org.genevent.reader.FieldSink;
import org.genevent.reader.decode.BatchRows;
import org.genevent.reader.decode.FlatEvent;
import org.genevent.reader.decode.FlatField;
import org.genevent.reader.decode.FlatSink;
import org.genevent.reader.decode.StreamCursor;
import org.genevent.reader.decode.TracePlan;
import org.genevent.reader.metadata.MetadataParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What flat plans read is what nodes read, of whole and of damaged traces. */
class FlatPlanTest {

  private static final int MUTATIONS = 20;

  private static long compared;
  private static long planned;

  @TempDir
  private Path folder;

  static Stream<Seed> seeds() {
    return Seed.cases(60);
  }

  /** Or this would compare nodes with nodes. */
  @AfterAll
  static void mostEventsHavePlans() {
    assertTrue(
        planned > compared / 2 || compared < 1000, planned + " of " + compared + " had a plan");
  }

  /** Writes down what it is given. */
  private static class Recorder implements FieldSink {
    final List<String> values = new ArrayList<>();

    @Override
    public void beginStructure(String name) {
      values.add(name + "{");
    }

    @Override
    public void endStructure() {
      values.add("}");
    }

    @Override
    public void beginList(String name) {
      values.add(name + "[");
    }

    @Override
    public void endList() {
      values.add("]");
    }

    @Override
    public void integer(String name, long value, boolean signed, int radix, int sizeBits) {
      values.add(name + "=" + value + signed + radix + "/" + sizeBits);
    }

    @Override
    public void floating(String name, double value, boolean single) {
      values.add(name + "=" + value + single);
    }

    @Override
    public void bool(String name, boolean value) {
      values.add(name + "=" + value);
    }

    @Override
    public void enumeration(String name, long value, boolean signed, String label) {
      values.add(name + "=" + value + signed + label);
    }

    @Override
    public void text(String name, ByteBuffer bytes, int offset, int length) {
      byte[] copy = new byte[length];
      bytes.get(offset, copy);
      values.add(name + "=" + new String(copy, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void flags(String name, long bits, int sizeBits, List<String> labels) {
      values.add(name + "=" + bits + labels);
    }

    @Override
    public void blob(String name, ByteBuffer bytes, int offset, int length, String mediaType) {
      text(name, bytes, offset, length);
    }

    @Override
    public void absent(String name) {
      values.add(name + " absent");
    }
  }

  /** Takes values from where they lie. */
  private static final class FlatRecorder extends Recorder implements FlatSink {
    private int events;

    @Override
    public boolean fields(FlatEvent event, List<FlatField> fields) {
      events++;
      for (FlatField field : fields) {
        if (field.isInteger() && !field.isEnumeration()) {
          integer(field.name, event.integer(field), field.signed, field.radix, field.sizeBits());
        } else if (field.isFloating()) {
          boolean single = field.kind == FlatField.Kind.FLOAT;
          floating(field.name, event.floating(field), single);
        } else if (field.kind == FlatField.Kind.STRING) {
          text(field.name, event.bytes(), event.textOffset(field), event.textLength(field));
        } else {
          event.other(field, this);
        }
      }
      return true;
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void plansReadWhatNodesRead(Seed seed) throws IOException {
    Random random = seed.random();
    Facility facility = RandomFacility.of(random, Shape.everything());
    ByteOrder byteOrder = random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    DataModel dataModel = random.nextBoolean() ? DataModel.LP64 : DataModel.ILP32;
    RandomTrace.write(folder, facility, dataModel, byteOrder, random);
    List<Path> streams;
    try (Stream<Path> all = Files.list(folder)) {
      streams = all.filter(file -> !file.endsWith("metadata")).sorted().toList();
    }
    TracePlan plan = plan();
    FlatRecorder flat = new FlatRecorder();
    for (Path stream : streams) {
      assertTrue(compare(plan, stream, flat, seed) > 0);
      byte[] whole = Files.readAllBytes(stream);
      for (int i = 0; i < MUTATIONS; i++) {
        byte[] damaged = whole.clone();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
          damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Files.write(stream, damaged);
        compare(plan, stream, flat, seed);
      }
      Files.write(stream, whole);
    }
    planned += flat.events;
  }

  private TracePlan plan() throws IOException {
    Findings findings = new Findings();
    Path metadata = folder.resolve("metadata");
    TracePlan plan = MetadataParser.parse("metadata", Files.readAllBytes(metadata), findings)
        .flatMap(parsed -> TracePlan.compile(parsed.positions()::of, parsed.traceClass(), findings))
        .orElseThrow();
    plan.prepare(0, eventClass -> true);
    return plan;
  }

  private static int compare(TracePlan plan, Path stream, FlatRecorder flat, Seed seed)
      throws IOException {
    List<Diagnostic> found = new ArrayList<>();
    List<Diagnostic> expected = new ArrayList<>();
    int events = 0;
    try (StreamCursor plans = new StreamCursor(plan, stream, 0, found::add, new BatchRows());
        StreamCursor nodes = new StreamCursor(plan, stream, 0, expected::add, new BatchRows())) {
      nodes.useNodesOnly();
      // windows that are smaller than packets have to move
      plans.windowBytes(4096);
      while (nodes.next()) {
        assertTrue(plans.next(), () -> seed + " " + stream + " " + found);
        assertEquals(nodes.timestampNanos(), plans.timestampNanos(), seed::toString);
        assertEquals(nodes.clockCycles(), plans.clockCycles(), seed::toString);
        assertEquals(nodes.eventSizeBits(), plans.eventSizeBits(), seed::toString);
        assertEquals(nodes.eventClass().name(), plans.eventClass().name(), seed::toString);
        assertEquals(values(nodes, new Recorder()), values(plans, new Recorder()), seed::toString);
        flat.values.clear();
        assertEquals(values(nodes, new Recorder()), values(plans, flat), seed::toString);
        events++;
        compared++;
      }
      assertTrue(!plans.next(), seed::toString);
      assertEquals(expected, found, seed::toString);
    }
    return events;
  }

  private static List<String> values(StreamCursor cursor, Recorder into) {
    cursor.context(into);
    cursor.fields(into);
    return List.copyOf(into.values);
  }
}
