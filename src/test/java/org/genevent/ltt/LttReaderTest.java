package org.genevent.ltt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genevent.reader.EventRecord;
import org.genevent.reader.TraceReader;
import org.genevent.runtime.Session;
import org.genevent.runtime.TraceFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sessions write as LTT traces comes out of genevent's reader, which was written apart from them. */
class LttReaderTest {

  @TempDir
  private Path folder;

  private Session.Builder session() {
    return Session.to(folder.resolve("trace")).events("stall:*");
  }

  /** The events of a trace that is read without a finding, by their names; returns the number of lost ones. */
  private long read(Map<String, List<EventRecord>> events) throws IOException {
    List<String> findings = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(
        List.of(folder.resolve("trace")), finding -> findings.add(finding.format()))) {
      while (reader.next()) {
        EventRecord record = reader.record();
        events
            .computeIfAbsent(record.facility() + ":" + record.event(), name -> new ArrayList<>())
            .add(record);
      }
      assertEquals(List.of(), findings);
      assertEquals(0, reader.unknownEvents());
      return reader.discardedEvents();
    }
  }

  @ParameterizedTest
  @CsvSource({"LTT_0_7, false", "LTT_0_7, true", "LTT_0_8, false", "LTT_0_8, true"})
  void everyEventIsReadWithItsTime(TraceFormat format, boolean heartbeat) throws IOException {
    long before = System.currentTimeMillis();
    int events = 20_000;
    long discarded;
    try (Session session = session()
        .format(format)
        .heartbeat(heartbeat)
        .subBufferBytes(4096)
        .subBuffers(512)
        .start()) {
      for (int i = 0; i < events; i++) {
        StallTracer.sold(i);
      }
      StallTracer.filled(1000);
      StallTracer.closed();
      discarded = session.discardedEvents();
    }
    Map<String, List<EventRecord>> found = new LinkedHashMap<>();
    assertEquals(discarded, read(found));
    assertEquals(3, found.get("core:facility_load").size());
    List<EventRecord> sold = found.get("stall:sold");
    assertEquals(events + 2 - discarded, sold.size() + 2);
    long last = 0;
    for (int i = 0; i < sold.size(); i++) {
      if (discarded == 0) {
        assertEquals("{number=" + i + "}", sold.get(i).fields().toString());
      }
      assertTrue(sold.get(i).timestampNanos() >= last);
      last = sold.get(i).timestampNanos();
      assertTrue(Math.abs(last / 1_000_000 - before) < 600_000, "the time of day");
    }
    if (discarded == 0) {
      assertEquals(1000, ((List<?>) found.get("stall:filled").get(0).fields().get("bytes")).size());
      assertEquals("{}", found.get("stall:closed").get(0).fields().toString());
    }
    EventRecord block = found.get("genevent:block").get(0);
    assertEquals(Thread.currentThread().getName(), block.fields().get("thread_name"));
    assertEquals("1", block.fields().get("sequence").toString());
  }

  @Test
  void lossesAreCounted() throws IOException {
    long discarded;
    try (Session session =
        session().format(TraceFormat.LTT_0_7).subBufferBytes(4096).subBuffers(2).start()) {
      while (session.discardedEvents() < 500) {
        StallTracer.sold(1);
      }
      discarded = session.discardedEvents();
    }
    Map<String, List<EventRecord>> found = new LinkedHashMap<>();
    assertEquals(discarded, read(found));
    assertTrue(found.containsKey("genevent:discarded"));
  }

  @Test
  void aFlightRecorderIsRead() throws IOException {
    try (Session session = session()
        .format(TraceFormat.LTT_0_8)
        .mode(Session.Mode.OVERWRITE)
        .subBufferBytes(4096)
        .subBuffers(4)
        .start()) {
      for (int i = 0; i < 10_000; i++) {
        StallTracer.sold(i);
      }
      assertTrue(session.error().isEmpty());
    }
    Map<String, List<EventRecord>> found = new LinkedHashMap<>();
    assertTrue(read(found) > 0);
    List<EventRecord> sold = found.get("stall:sold");
    assertEquals("{number=9999}", sold.get(sold.size() - 1).fields().toString());
  }
}
