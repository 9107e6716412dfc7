package org.genevent.ltt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.genevent.cli.convert.Conversion;
import org.genevent.cli.convert.TargetFormat;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.pipeline.EmitterRegistry;
import org.genevent.reader.FieldSink;
import org.genevent.reader.PacketFacts;
import org.genevent.reader.TraceReader;
import org.genevent.runtime.Session;
import org.genevent.runtime.TraceFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A CTF trace of a session says its threads, packets and losses in LTT as a session of LTT does, and has them again in CTF. */
class ConvertedPacketsTest {

  private static final EmitterRegistry EMITTERS =
      EmitterRegistry.load(ConvertedPacketsTest.class.getClassLoader());
  private static final int THREADS = 24;

  @TempDir
  private Path folder;

  private Path ctf;

  /** Fewer sub-buffers than threads, so that some threads share one, and events are lost. */
  @BeforeEach
  void trace() throws Exception {
    ctf = folder.resolve("trace");
    try (Session session =
        Session.to(ctf).events("count:*").subBufferBytes(4096).subBuffers(16).start()) {
      CountDownLatch started = new CountDownLatch(THREADS);
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Thread thread = new Thread(
            () -> {
              CountTracer.up(0);
              started.countDown();
              try {
                started.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              for (int n = 1; n < 1_000_000 && session.discardedEvents() < 100; n++) {
                CountTracer.up(n);
              }
            },
            "counter " + i);
        thread.start();
        threads.add(thread);
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }

  private List<String> convert(Path from, Path to, TargetFormat format, ByteOrder order)
      throws IOException {
    List<Diagnostic> findings = new ArrayList<>();
    Conversion.Target target =
        new Conversion.Target(format, Optional.empty(), Optional.ofNullable(order), false);
    Conversion conversion = Conversion.of(from, target, EMITTERS, findings::add).orElseThrow();
    assertEquals(List.of(), findings);
    conversion.write(to, EMITTERS);
    return conversion.losses().stream().map(Diagnostic::message).toList();
  }

  /** For each stream, its packets with what they say, and its events with their threads. */
  private static Map<String, List<Object>> ctf(Path of) {
    Map<String, List<Object>> streams = new TreeMap<>();
    List<Diagnostic> findings = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(of), findings::add)) {
      reader.onPacket(packet -> streams
          .computeIfAbsent(
              reader.streams().get(packet.stream()).file().getFileName().toString(),
              name -> new ArrayList<>())
          .add(packet(reader, packet)));
      while (reader.next()) {
        streams.get(reader.stream()).add(List.of(reader.clockCycles(), reader.record()));
      }
    }
    assertEquals(List.of(), findings);
    // a stream without an event has no file in LTT, nor has one without a packet
    streams.values().removeIf(all -> all.size() == 1);
    return streams;
  }

  private static Object packet(TraceReader reader, PacketFacts packet) {
    Map<Object, Object> context = new HashMap<>();
    FieldSink sink = (FieldSink) Proxy.newProxyInstance(
        FieldSink.class.getClassLoader(),
        new Class<?>[] {FieldSink.class},
        (proxy, method, arguments) -> {
          if (arguments[0].equals("tid")) {
            context.put("tid", arguments[1]);
          } else if (arguments[0].equals("thread_name")) {
            byte[] text = new byte[(int) arguments[3]];
            ((ByteBuffer) arguments[1]).get((int) arguments[2], text);
            context.put("thread_name", new String(text, StandardCharsets.UTF_8));
          }
          return null;
        });
    reader.packet(packet.stream()).context(sink);
    assertEquals(2, context.size());
    return List.of(
        packet.sequence(),
        packet.discardedEvents(),
        packet.beginNanos(),
        packet.endNanos(),
        context);
  }

  @ParameterizedTest
  @CsvSource({"LTT_0_7, BIG_ENDIAN", "LTT_0_8, LITTLE_ENDIAN"})
  void whatPacketsSayGoesThroughLtt(TargetFormat format, String order) throws IOException {
    Map<String, List<Object>> all = ctf(ctf);
    String text = all.toString();
    assertTrue(text.contains("counter 0"), "threads that own streams");
    assertTrue(text.contains("streamContext={tid="), "threads that share streams");
    Path ltt = folder.resolve("ltt");
    ByteOrder bytes = order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    List<String> losses = convert(ctf, ltt, format, bytes);
    assertEquals(
        List.of(),
        losses.stream()
            .filter(loss -> !loss.matches("lost: (of the trace|of the clock|the numbers of streams|"
                + "facts about the trace).*"))
            .toList());
    try (TraceReader before = TraceReader.open(List.of(ctf), finding -> {});
        TraceReader after = TraceReader.open(List.of(ltt), finding -> {})) {
      while (before.next()) {}
      while (after.next()) {}
      assertTrue(before.discardedEvents() >= 100);
      assertEquals(before.discardedEvents(), after.discardedEvents());
      assertEquals(0, after.lostPackets());
    }
    Path back = folder.resolve("back");
    assertEquals(List.of(), convert(ltt, back, TargetFormat.CTF, null));
    assertEquals(all, ctf(back));
  }

  @Test
  void theFacilityIsThatOfSessions() throws IOException {
    Path ltt = folder.resolve("ltt");
    convert(ctf, ltt, TargetFormat.LTT_0_7, null);
    Path session = folder.resolve("session");
    Session.to(session).format(TraceFormat.LTT_0_7).events("none:*").start().close();
    assertEquals(
        Files.readString(session.resolve("eventdefs/genevent.xml")),
        Files.readString(ltt.resolve("eventdefs/genevent.xml")));
  }
}
