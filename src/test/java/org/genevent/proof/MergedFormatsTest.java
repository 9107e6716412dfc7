package org.genevent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genevent.cli.convert.Conversion;
import org.genevent.cli.convert.TargetFormat;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.pipeline.EmitterRegistry;
import org.genevent.reader.TraceReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A CTF trace and an LTT trace are read in one call, in the order of their times. */
class MergedFormatsTest {

  private static final EmitterRegistry EMITTERS =
      EmitterRegistry.load(MergedFormatsTest.class.getClassLoader());
  private static final String XML =
      "<?xml version=\"1.0\"?>\n<facility name=\"t\"><event name=\"e\">"
          + "<field name=\"n\"><uint_fixed size=\"4\"/></field></event></facility>";

  @TempDir
  private Path folder;

  private static ByteBuffer block() {
    ByteBuffer block = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    block.putLong(0).putLong(1).putLong(0).putLong(1).putInt(0).putInt(4096);
    block.putInt(0x00D6B7ED).putInt(8).putInt(0).putInt(0);
    // 0.7, packed, the whole TSC, which counts nanoseconds from the epoch
    block.put(new byte[] {8, 0, 7, 0, 0, 0});
    return block
        .putInt(1)
        .putLong(1_000_000_000L)
        .putLong(0)
        .putLong(0)
        .putLong(0)
        .putLong(0);
  }

  private static void event(ByteBuffer block, long time, int facility, int event, byte[] payload) {
    block.putLong(time).put((byte) facility).put((byte) event).putShort((short) payload.length);
    block.put(payload);
  }

  private static void finish(ByteBuffer block, long end, Path file) throws IOException {
    block.putLong(16, end).putInt(32, block.remaining());
    Files.write(file, block.array());
  }

  private Path trace(String name, int... times) throws IOException {
    Path trace = folder.resolve(name);
    byte[] load = SmallLtt.begin(trace, XML);
    ByteBuffer control = block();
    event(control, 0, 0, 3, load);
    finish(control, 0, trace.resolve("control/facilities_0"));
    ByteBuffer events = block();
    for (int time : times) {
      ByteBuffer payload = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(time);
      event(events, time, 10, 0, payload.array());
    }
    finish(events, times[times.length - 1], trace.resolve("cpu_0"));
    return trace;
  }

  private static List<String> read(List<Path> traces) {
    List<Diagnostic> findings = new ArrayList<>();
    List<String> events = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(traces, findings::add)) {
      while (reader.next()) {
        if (reader.facility().equals("t")) {
          boolean ctf =
              reader.streams().get(reader.streamIndex()).file().getParent().endsWith("ctf");
          events.add(reader.timestampNanos()
              + (ctf ? " ctf " : " ltt ")
              + reader.record().fields());
        }
      }
    }
    assertEquals(List.of(), findings);
    return events;
  }

  @Test
  void eventsOfBothInterleave() throws IOException {
    Path ltt = trace("ltt", 10, 30, 31, 50);
    Path ctf = folder.resolve("ctf");
    Conversion.Target target =
        new Conversion.Target(TargetFormat.CTF, Optional.empty(), Optional.empty(), false);
    Conversion.of(trace("source", 20, 25, 40, 60), target, EMITTERS, finding -> {})
        .orElseThrow()
        .write(ctf, EMITTERS);
    List<String> expected = List.of(
        "10 ltt {n=10}",
        "20 ctf {n=20}",
        "25 ctf {n=25}",
        "30 ltt {n=30}",
        "31 ltt {n=31}",
        "40 ctf {n=40}",
        "50 ltt {n=50}",
        "60 ctf {n=60}");
    assertEquals(expected, read(List.of(ltt, ctf)));
    assertEquals(expected, read(List.of(ctf, ltt)));
  }
}
