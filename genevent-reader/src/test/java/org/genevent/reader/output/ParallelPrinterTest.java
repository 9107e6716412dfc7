package org.genevent.reader.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.genevent.diagnostic.Diagnostic;
import org.genevent.reader.TimedPackets;
import org.genevent.reader.TraceReader;
import org.genevent.reader.stream.Slices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three threads print what one does, whatever packets say of their times. */
final class ParallelPrinterTest {

  private static final String METADATA = TimedPackets.METADATA + """
      event { name = "one"; id = 0; stream_id = 0; fields := struct { u32 v; string s; }; };
      """;

  private static final int PACKET_BYTES = 1 << 15;
  private static final int STREAMS = 3;
  private static final int PACKETS = 64;

  @TempDir
  Path directory;

  private final Random random = new Random(7);

  /** Packets of a stream; what they say of their times is wrong at some. */
  private byte[] stream(int number, boolean lying) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    long now = 1000 + number;
    for (int packet = 0; packet < PACKETS; packet++) {
      ByteBuffer bytes = ByteBuffer.allocate(PACKET_BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.putInt(0xC1FC1FC1).putInt(0).putLong(now).position(TimedPackets.HEADER_BYTES);
      while (bytes.remaining() > 64) {
        // many events have the time of others
        now += random.nextInt(4) == 0 ? 0 : random.nextInt(50);
        if (lying && random.nextInt(5000) == 0) {
          now -= 20_000;
        }
        bytes.putInt(0).putLong(now).putInt(random.nextInt());
        for (int i = random.nextInt(20); i > 0; i--) {
          bytes.put((byte) ('a' + i));
        }
        bytes.put((byte) 0);
      }
      bytes.putLong(16, lying && random.nextInt(8) == 0 ? now - 30_000 : now);
      bytes.putInt(24, 8 * bytes.position()).putInt(28, 8 * PACKET_BYTES);
      bytes.putInt(32, packet).putInt(36, packet);
      file.writeBytes(bytes.array());
    }
    return file.toByteArray();
  }

  private void write(boolean lying, int damages) throws IOException {
    Files.writeString(directory.resolve("metadata"), METADATA);
    for (int i = 0; i < STREAMS; i++) {
      byte[] bytes = stream(i, lying);
      for (int j = 0; j < damages; j++) {
        int packet = random.nextInt(PACKETS) * PACKET_BYTES;
        // an id that there is not
        bytes[packet + TimedPackets.HEADER_BYTES + random.nextInt(PACKET_BYTES / 2)] = 99;
      }
      Files.write(directory.resolve("stream_" + i), bytes);
    }
  }

  private record Printed(byte[] bytes, long events, List<String> findings, long lost) {}

  private Printed print(TracePrinter.Format format, int threads) throws IOException {
    List<Diagnostic> findings = new ArrayList<>();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TraceReader reader = TraceReader.open(List.of(directory), findings::add)) {
      long events = TracePrinter.print(reader, format, PrintOptions.ALL, out, threads);
      List<String> sorted = findings.stream().map(Diagnostic::format).sorted().toList();
      return new Printed(out.toByteArray(), events, sorted, reader.discardedEvents());
    }
  }

  private void compare() throws IOException {
    try (TraceReader reader = TraceReader.open(List.of(directory), finding -> {})) {
      assertTrue(Slices.of(reader).isPresent(), "or nothing is tested");
    }
    for (TracePrinter.Format format : List.of(
        TracePrinter.Format.TEXT,
        TracePrinter.Format.JSON,
        TracePrinter.Format.BABELTRACE,
        TracePrinter.Format.COUNT)) {
      Printed alone = print(format, 1);
      Printed together = print(format, 3);
      assertArrayEquals(alone.bytes, together.bytes, format::toString);
      assertEquals(alone.events, together.events);
      assertEquals(alone.findings, together.findings);
      assertEquals(alone.lost, together.lost);
    }
  }

  @Test
  void wholeTraces() throws IOException {
    write(false, 0);
    compare();
  }

  @Test
  void packetsThatLieAboutTheirTimesAndTimesThatGoBackward() throws IOException {
    write(true, 0);
    compare();
  }

  @Test
  void damagedPackets() throws IOException {
    write(false, 10);
    compare();
    write(true, 10);
    compare();
  }

  @Test
  void threadsThatFindNoBufferWaitForTheirTurn() throws IOException {
    write(false, 0);
    byte[] alone = print(TracePrinter.Format.JSON, 1).bytes;
    for (int blocks = 0; blocks < 4; blocks++) {
      BlockPool pool = new BlockPool(ByteOutput.SIZE, 8L * ByteOutput.SIZE * blocks);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (TraceReader reader = TraceReader.open(List.of(directory), finding -> {})) {
        Slices slices = Slices.of(reader).orElseThrow();
        ParallelPrinter.print(slices, 3, to -> new JsonFormat(to, PrintOptions.ALL), out, pool);
      }
      assertArrayEquals(alone, out.toByteArray());
    }
  }

  @Test
  void noMoreBuffersAreMadeThanThereIsMemoryFor() {
    BlockPool pool = new BlockPool(1 << 10, 8 << 11);
    byte[] first = pool.take();
    byte[] second = pool.take();
    assertNull(pool.take());
    pool.give(first);
    pool.give(second);
    assertSame(second, pool.take());
    assertSame(first, pool.take());
    assertNull(pool.take());
  }

  /** Takes some bytes, then fails, or does something else first. */
  private static final class Ending extends OutputStream {
    private final Runnable atEnd;
    private int left = 1_000_000;

    Ending(Runnable atEnd) {
      this.atEnd = atEnd;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[1], 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      left -= length;
      if (left < 0) {
        atEnd.run();
        throw new IOException("no more");
      }
    }
  }

  @Test
  void anOutputThatBreaksEndsAllThreads() throws IOException {
    write(false, 0);
    try (TraceReader reader = TraceReader.open(List.of(directory), finding -> {})) {
      IOException thrown = assertThrows(
          IOException.class,
          () -> TracePrinter.print(
              reader, TracePrinter.Format.TEXT, PrintOptions.ALL, new Ending(() -> {}), 3));
      assertEquals("no more", thrown.getMessage());
    }
  }

  @Test
  void anInterruptEndsAllThreads() throws IOException {
    write(false, 0);
    Thread caller = Thread.currentThread();
    OutputStream to = new Ending(caller::interrupt);
    try (TraceReader reader = TraceReader.open(List.of(directory), finding -> {})) {
      assertThrows(
          IOException.class,
          () -> TracePrinter.print(reader, TracePrinter.Format.TEXT, PrintOptions.ALL, to, 3));
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void whoeverTakesFindingsMayEndIt() throws IOException {
    write(false, 10);
    Consumer<Diagnostic> strict = finding -> {
      throw new IllegalStateException(finding.format());
    };
    try (TraceReader reader = TraceReader.open(List.of(directory), strict)) {
      OutputStream to = OutputStream.nullOutputStream();
      assertThrows(
          IllegalStateException.class,
          () -> TracePrinter.print(reader, TracePrinter.Format.TEXT, PrintOptions.ALL, to, 3));
    }
  }

  @Test
  void aTimeIsFoundForwardsAndBackwards() throws IOException {
    write(false, 0);
    List<Long> times = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(List.of(directory), finding -> {})) {
      while (reader.next()) {
        times.add(reader.timestampNanos());
      }
      for (int i = 0; i < 20; i++) {
        long wanted = times.get(random.nextInt(times.size()));
        reader.seek(wanted);
        int at = times.indexOf(wanted);
        for (int j = at; j < Math.min(times.size(), at + 100); j++) {
          assertTrue(reader.next());
          assertEquals(times.get(j), reader.timestampNanos());
        }
      }
    }
  }
}
