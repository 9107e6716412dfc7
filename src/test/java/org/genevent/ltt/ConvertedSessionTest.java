package org.genevent.ltt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genevent.cli.convert.Conversion;
import org.genevent.cli.convert.TargetFormat;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.pipeline.EmitterRegistry;
import org.genevent.reader.TraceReader;
import org.genevent.runtime.Session;
import org.genevent.runtime.TraceFormat;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LTT traces of our own sessions become CTF, the other version of LTT, and LTT again, and nothing is lost. */
class ConvertedSessionTest {

  private static final EmitterRegistry EMITTERS =
      EmitterRegistry.load(ConvertedSessionTest.class.getClassLoader());

  @TempDir
  private Path folder;

  private static List<String> events(Path trace) {
    List<String> events = new ArrayList<>();
    try (TraceReader reader =
        TraceReader.open(List.of(trace), finding -> events.add("" + finding))) {
      while (reader.next()) {
        if (!reader.facility().equals("core")) {
          events.add(reader.clockCycles() + " " + reader.record());
        }
      }
    }
    return events;
  }

  private Path convert(Path from, String to, TargetFormat format) throws IOException {
    List<Diagnostic> findings = new ArrayList<>();
    Conversion.Target target =
        new Conversion.Target(format, Optional.empty(), Optional.empty(), false);
    Conversion conversion = Conversion.of(from, target, EMITTERS, findings::add).orElseThrow();
    assertEquals(List.of(), findings);
    assertEquals(List.of(), conversion.losses());
    Path written = folder.resolve(to);
    conversion.write(written, EMITTERS);
    return written;
  }

  @ParameterizedTest
  @CsvSource({"LTT_0_7, false, LTT_0_8", "LTT_0_7, true, LTT_0_8", "LTT_0_8, false, LTT_0_7"})
  void nothingIsLost(TraceFormat format, boolean heartbeat, TargetFormat other) throws IOException {
    Path trace = folder.resolve("trace");
    try (Session session =
        Session.to(trace).format(format).heartbeat(heartbeat).events("stall:*").start()) {
      for (int i = 0; i < 100; i++) {
        StallTracer.sold(i);
      }
      StallTracer.closed();
      assertEquals(0, session.refusedFacilities());
    }
    List<String> events = events(trace);
    assertEquals(events, events(convert(trace, "other", other)));
    Path ctf = convert(trace, "ctf", TargetFormat.CTF);
    // what it says of packets is where CTF has it
    assertEquals(
        events.stream().filter(event -> !event.contains("facility=genevent")).toList(),
        events(ctf));
    assertEquals(events, events(convert(ctf, "back", other)));
  }
}
