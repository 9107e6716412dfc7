package org.genevent.ltt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.genevent.annotation.Level;
import org.genevent.golden.Golden;
import org.genevent.ltt.LttFile.Event;
import org.genevent.model.Facility;
import org.genevent.model.FacilityChecksum;
import org.genevent.runtime.Session;
import org.genevent.runtime.TraceFormat;
import org.genevent.runtime.TracedFacility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions that write LTT traces. */
class LttSessionTest {

  private static final int STALL = 0x42;

  @TempDir
  private Path folder;

  private Path trace() {
    return folder.resolve("trace");
  }

  private Session.Builder session() {
    return Session.to(trace()).format(TraceFormat.LTT_0_7).events("stall:*");
  }

  private static List<String> files(Path trace) throws IOException {
    try (Stream<Path> files = Files.walk(trace)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> trace.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private static List<Long> numbers(LttFile file) {
    return file.events().stream()
        .filter(event -> event.id() == 0)
        .map(event -> event.number(0))
        .toList();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Session.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource({"LTT_0_7, false, 7", "LTT_0_7, true, 7", "LTT_0_8, false, 8", "LTT_0_8, true, 8"})
  void aTraceIsWhatReadersOfLttExpect(TraceFormat format, boolean heartbeat, int minor)
      throws IOException {
    long before = System.nanoTime();
    try (Session session = session().format(format).heartbeat(heartbeat).start()) {
      for (int i = 0; i < 1000; i++) {
        StallTracer.sold(i);
      }
      StallTracer.closed();
      assertEquals(0, session.refusedFacilities());
    }
    List<String> streams = LttFile.streams(trace()).keySet().stream().toList();
    assertEquals(1, streams.size());
    assertTrue(streams.get(0).matches("main-[0-9]+_0"), streams.get(0));
    assertEquals(
        List.of(
            "control/facilities_0",
            "eventdefs/core.xml",
            "eventdefs/genevent.xml",
            "eventdefs/stall.xml",
            streams.get(0)),
        files(trace()));
    assertEquals(StallTracer.XML, Files.readString(trace().resolve("eventdefs/stall.xml")));
    assertEquals(
        List.of(
            (minor == 7 ? "core 1a8de486" : "core 9abcb4fa") + " 4 8 8 8 8",
            "genevent 3d7ddfce 4 8 8 8 8",
            "stall db43d742 4 8 8 8 8"),
        List.copyOf(LttFile.facilities(trace()).values()));
    assertEquals("stall db43d742 4 8 8 8 8", LttFile.facilities(trace()).get(STALL));

    LttFile stream = LttFile.streams(trace()).values().iterator().next();
    assertEquals(1001, stream.events().size());
    assertEquals(Stream.iterate(0L, i -> i + 1).limit(1000).toList(), numbers(stream));
    assertEquals(2, stream.events().get(1000).id());
    assertEquals(0, stream.events().get(1000).payload().length);
    LttFile.Block block = stream.blocks().get(0);
    assertEquals(minor, block.minor());
    assertEquals(heartbeat, block.heartbeat());
    assertFalse(block.flight());
    long now = System.nanoTime();
    assertTrue(block.startTsc() >= before && block.startTsc() <= now);
    for (Event event : stream.events()) {
      assertEquals(STALL, event.facility());
      assertTrue(event.time() >= block.startTsc() && event.time() <= now);
    }
    long off = Math.abs(block.epochMicros() / 1000 - Instant.now().toEpochMilli());
    assertTrue(off < 600_000, "the time of day is that of the start");
    Event first = block.events().get(0);
    assertEquals(LttFile.GENEVENT, first.facility());
    assertEquals(1, first.number(0), "the first sub-buffer");
    assertEquals(Thread.currentThread().getName(), first.text(20));
  }

  @Test
  void theDescriptionsInTheJarAreWhatTheEmitterPrints() throws IOException {
    assertEquals(
        Files.readString(
            Golden.root().resolve("src/test/resources/goldens/ltt/0.7/eventdefs/core.xml")),
        resource("ltt-core-0.7.xml"));
    assertEquals(
        Files.readString(
            Golden.root().resolve("src/test/resources/goldens/ltt/0.8/eventdefs/core.xml")),
        resource("ltt-core-0.8.xml"));
    String own = resource("ltt-genevent.xml");
    Facility facility = Descriptors.read("genevent.xml", own.getBytes(StandardCharsets.UTF_8));
    assertEquals("3D7DDFCE", FacilityChecksum.hex(FacilityChecksum.of(facility)));
    assertEquals(
        own,
        Descriptors.files(List.of(facility), "0.7", org.genevent.abi.Abi.JAVA)
            .get("eventdefs/genevent.xml"));
  }

  @Test
  void manySubBuffersBecomeManyBlocks() throws IOException {
    try (Session session = session().subBufferBytes(4096).subBuffers(8).start()) {
      for (int i = 0; i < 5000; i++) {
        while (!StallTracer.sold(i)) {
          Thread.onSpinWait();
        }
      }
      assertTrue(session.error().isEmpty());
    }
    Map<String, LttFile> streams = LttFile.streams(trace());
    Set<Long> found = new HashSet<>();
    long discarded = 0;
    for (LttFile stream : streams.values()) {
      found.addAll(numbers(stream));
      discarded += stream.discarded();
    }
    assertEquals(5000, found.size());
    assertTrue(streams.values().stream().anyMatch(stream -> stream.blocks().size() > 5));
    // those that had to be tried again
    assertTrue(discarded >= 0);
  }

  @Test
  void whatIsLostIsCountedInTheTrace() throws Exception {
    long discarded;
    long tried = 0;
    try (Session session = session().subBufferBytes(4096).subBuffers(2).start()) {
      while (session.discardedEvents() < 1000) {
        StallTracer.sold(tried++);
      }
      // larger than a sub-buffer
      StallTracer.filled(5000);
      tried++;
      discarded = session.discardedEvents();
    }
    long found = 0;
    long told = 0;
    for (LttFile stream : LttFile.streams(trace()).values()) {
      found += stream.events().size();
      told += stream.discarded();
    }
    assertEquals(discarded, told);
    assertEquals(tried, found + told);
  }

  @Test
  void eventsOfSharedStreamsSayTheirThread() throws Exception {
    int threads = 24;
    int events = 200;
    Map<Long, Long> byThread = new HashMap<>();
    try (Session session = session().subBufferBytes(1 << 14).subBuffers(16).start()) {
      CountDownLatch open = new CountDownLatch(threads);
      List<Thread> all = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        long number = t;
        Thread thread = new Thread(() -> {
          // everybody has its first event before anybody has its second: there are not enough
          // sub-buffers
          while (!StallTracer.sold(number)) {
            Thread.onSpinWait();
          }
          open.countDown();
          try {
            open.await();
          } catch (InterruptedException e) {
            return;
          }
          for (int i = 1; i < events; i++) {
            while (!StallTracer.sold(number)) {
              Thread.onSpinWait();
            }
          }
        });
        all.add(thread);
        byThread.put(number, thread.getId());
      }
      all.forEach(Thread::start);
      for (Thread thread : all) {
        thread.join();
      }
      assertTrue(session.error().isEmpty());
    }
    int found = 0;
    boolean isShared = false;
    for (LttFile stream : LttFile.streams(trace()).values()) {
      for (LttFile.Block block : stream.blocks()) {
        long thread = -1;
        for (Event event : block.events()) {
          if (event.facility() == LttFile.GENEVENT && event.id() == 0) {
            thread = event.number(8);
          } else if (event.facility() == LttFile.GENEVENT && event.id() == 1) {
            thread = event.number(0);
            isShared = true;
          } else if (event.facility() == STALL) {
            assertEquals(byThread.get(event.number(0)), thread, event::toString);
            found++;
          }
        }
      }
    }
    assertEquals(threads * events, found);
    assertTrue(isShared);
  }

  @Test
  void aFlightRecorderKeepsTheLastEvents() throws IOException {
    Path snapshot = folder.resolve("snapshot");
    try (Session session = session()
        .mode(Session.Mode.OVERWRITE)
        .subBufferBytes(4096)
        .subBuffers(4)
        .start()) {
      for (int i = 0; i < 10_000; i++) {
        StallTracer.sold(i);
      }
      session.snapshot(snapshot);
      StallTracer.sold(10_000);
    }
    checkFlight(snapshot, 9_999);
    checkFlight(trace(), 10_000);
  }

  private static void checkFlight(Path trace, long last) throws IOException {
    assertEquals("stall db43d742 4 8 8 8 8", LttFile.facilities(trace).get(STALL));
    assertTrue(Files.exists(trace.resolve("eventdefs/stall.xml")));
    List<Long> found = new ArrayList<>();
    long discarded = 0;
    for (Map.Entry<String, LttFile> stream : LttFile.streams(trace).entrySet()) {
      assertTrue(stream.getKey().startsWith("flight-main-"), stream.getKey());
      assertTrue(stream.getValue().blocks().stream().allMatch(LttFile.Block::flight));
      found.addAll(numbers(stream.getValue()));
      discarded += stream.getValue().discarded();
    }
    found.sort(null);
    assertTrue(!found.isEmpty());
    // without a gap up to the last one
    for (int i = 0; i < found.size(); i++) {
      assertEquals(last - found.size() + 1 + i, found.get(i));
    }
    assertTrue(discarded > 0 && discarded <= last + 1 - found.size());
  }

  @Test
  void anEventOfMoreThan64KbIsWhole() throws IOException {
    try (Session session =
        session().channel("main", 4096, 4).channel("bulk", 1 << 17, 4).start()) {
      StallTracer.filled(100_000);
      assertEquals(0, session.discardedEvents());
    }
    LttFile stream = LttFile.streams(trace()).values().iterator().next();
    assertEquals(1, stream.events().size());
    Event event = stream.events().get(0);
    assertEquals(100_000, event.number(0));
    assertEquals(100_008, event.payload().length);
  }

  @Test
  void aTraceThatGrowsIsRightAtEveryMoment() throws Exception {
    try (Session session = session().start()) {
      int events = 0;
      for (int i = 0; i < 3; i++) {
        StallTracer.sold(events++);
        StallTracer.closed();
        long deadline = System.nanoTime() + 120_000_000_000L;
        while (found(session) < 2 * events) {
          assertTrue(System.nanoTime() < deadline, "it is written some time");
          Thread.sleep(20);
        }
        assertEquals(2 * events, found(session));
      }
    }
  }

  private static int found(Session session) throws IOException {
    int found = 0;
    for (LttFile stream : LttFile.growingStreams(session.directory()).values()) {
      found += stream.events().size();
    }
    return found;
  }

  @Test
  void aSessionTakesOnlyFacilitiesOfItsLayout() throws IOException {
    TracedFacility natural = TracedFacility.define("natural_one", 7)
        .event(0, "e", Level.INFO, "main", "")
        .register();
    Path ctf = folder.resolve("ctf");
    try (Session ltt = session().events("natural_one:*").start();
        Session common = Session.to(ctf).events("natural_one:*", "stall:*").start()) {
      assertTrue(StallTracer.sold(1));
      assertEquals(1, ltt.refusedFacilities());
      assertTrue(ltt.error().orElseThrow().contains("was not generated with the layout 'ltt'"));
      assertEquals(1, common.refusedFacilities());
      assertTrue(common.error().orElseThrow().contains("generated with the layout 'ltt'"));
      assertTrue(natural.tracepoint(0).isEnabled());
    }
    assertFalse(Files.exists(trace().resolve("eventdefs/natural_one.xml")));
    assertFalse(Files.readString(ctf.resolve("metadata")).contains("stall"));
  }

  @Test
  void twoVersionsOfAFacilityStandInOneFile() throws IOException {
    TracedFacility first = twice(0x1234564D, 8, "<first/>\n");
    TracedFacility second = twice(0x1234574D, 0, "<second/>\n");
    // another facility of the same name and checksum would be taken for the first by every reader
    TracedFacility twin = twice(0x1234564D, 8, "<twin/>\n");
    // the same one again, as from another class loader, is the same in the trace
    TracedFacility again = twice(0x1234574D, 0, "<second/>\n");
    try (Session session =
        Session.to(trace()).format(TraceFormat.LTT_0_8).events("twice").start()) {
      assertEquals(1, session.refusedFacilities());
      assertTrue(first.tracepoint(0).isEnabled());
      assertTrue(second.tracepoint(0).isEnabled());
      assertFalse(twin.tracepoint(0).isEnabled());
      assertTrue(again.tracepoint(0).isEnabled());
    }
    assertEquals(
        "<first/>\n\n<second/>\n", Files.readString(trace().resolve("eventdefs/twice.xml")));
    Map<Integer, String> facilities = LttFile.facilities(trace());
    assertEquals("twice 1234564d 4 8 8 8 8", facilities.get(0x4D));
    assertEquals("twice 1234574d 4 8 8 8 0", facilities.get(0x4E));
    assertEquals(4, facilities.size());
  }

  private static TracedFacility twice(int checksum, int alignmentBytes, String text) {
    return TracedFacility.define("twice", checksum)
        .ltt("twice.xml", alignmentBytes, text)
        .event(0, "e", Level.INFO, "main", "")
        .register();
  }

  @ParameterizedTest
  @CsvSource({
    "LTT_0_7, <int byte_order=\"network\"/>",
    "LTT_0_8, <int format=\"0x%x\" byte_order=\"network\"/>"
  })
  void formatsAreForReadersThatDoNotCountThem(TraceFormat format, String written)
      throws IOException {
    TracedFacility shown = TracedFacility.define("shown_" + format, 7)
        .ltt("shown.xml", 8, "<int format=\"0x%x\" byte_order=\"network\"/>\n")
        .event(0, "e", Level.INFO, "main", "")
        .register();
    Session.to(trace()).format(format).events("shown_" + format).start().close();
    // nothing else holds it, and a facility that the collector took would not be shown
    Reference.reachabilityFence(shown);
    assertEquals(written + "\n", Files.readString(trace().resolve("eventdefs/shown.xml")));
  }

  @Test
  void whatLttCannotHoldIsRefused() throws IOException {
    List<TracedFacility> held = List.of(
        TracedFacility.define("many_events", 7)
            .ltt("many_events.xml", 8, "")
            .event(256, "e", Level.INFO, "main", "")
            .register(),
        TracedFacility.define("bad/name", 8)
            .ltt("../bad.xml", 8, "")
            .event(0, "e", Level.INFO, "main", "")
            .register());
    try (Session session = session().events("many_events", "bad/name").start()) {
      assertEquals(2, session.refusedFacilities());
      held.forEach(facility -> assertFalse(facility.tracepoint(0).isEnabled()));
    }
    assertFalse(Files.exists(trace().resolve("bad.xml")));
  }
}
