package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.genevent.abi.DataModel;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.model.Facility;
import org.genevent.reader.EventRecord;
import org.genevent.reader.TraceReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** LTT traces of random facilities, written by the reference, come out of the reader with equal values and times. */
class LttTraceRoundTripTest {

  @TempDir
  private Path folder;

  static Stream<Seed> seeds() {
    return Seed.cases(100);
  }

  /** What LTT has; a reader shows all members of a union, whose values a writer of one does not choose. */
  static Shape shape() {
    Shape ltt = Shape.ltt().without(Shape.Kind.UNION);
    return new Shape(
        ltt.kinds(),
        ltt.elementKinds(),
        ltt.maxDepth(),
        ltt.maxFields(),
        ltt.maxEvents(),
        false,
        ltt.durations(),
        DataModel.ILP32);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatWasWrittenIsRead(Seed seed) throws IOException {
    Random random = seed.random();
    Facility facility = RandomFacility.of(random, shape());
    LttReferenceTrace trace = LttReferenceTrace.of(random);
    List<LttReferenceTrace.Written> written = trace.write(folder, facility, random);
    List<Diagnostic> findings = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(folder), findings::add)) {
      for (int i = 0; i < 2; i++) {
        assertTrue(reader.next());
        assertEquals("core", reader.facility());
      }
      for (LttReferenceTrace.Written event : written) {
        assertTrue(reader.next(), () -> seed + " " + trace + " " + findings);
        EventRecord record = reader.record();
        assertEquals(facility.name(), record.facility());
        assertEquals(event.event().name(), record.event());
        assertEquals(
            LttReferenceTrace.START_SECONDS * 1_000_000_000L + event.cycles(),
            record.timestampNanos(),
            seed::toString);
        new ReaderComparison(seed)
            .members(event.event().payloadFields(), event.values(), record.fields(), "event");
      }
      assertFalse(reader.next());
    }
    assertEquals(List.of(), findings, () -> seed + " " + trace);
  }
}
