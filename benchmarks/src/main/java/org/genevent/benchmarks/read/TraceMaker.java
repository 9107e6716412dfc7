package org.genevent.benchmarks.read;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/**
 * Makes a trace: events with an int and a long, one in four also with a text of 16 characters, spread over streams at random.
 * The same numbers give the same bytes.
 */
final class TraceMaker {

  /** More than an event takes in any form. */
  private static final int EVENT_BYTES = 64;

  private static final int PACKET_BYTES = 1 << 17;

  /** Of traces with several streams, so that these differ in the number of streams only. */
  private static final int SMALL_PACKET_BYTES = 1 << 14;

  private static final int LONGEST_GAP_NANOS = 2048;

  private final Path folder;
  private final TraceForm form;
  private final ByteBuffer[] packets;
  private final long[] last;
  private final long[] sequences;
  private long seed = 0x5DEECE66DL;

  private TraceMaker(Path folder, TraceForm form, int streams) {
    this.folder = folder;
    this.form = form;
    packets = new ByteBuffer[streams];
    last = new long[streams];
    sequences = new long[streams];
  }

  /** Makes a trace where there is none yet; returns its folder. */
  static Path make(Path parent, TraceForm form, int streams, int events) throws IOException {
    String name = form.name().toLowerCase(Locale.ROOT);
    int packetBytes = streams > 1 ? SMALL_PACKET_BYTES : PACKET_BYTES;
    Path folder = parent.resolve(name + "-" + streams + "-" + events + "-" + packetBytes);
    if (Files.exists(folder.resolve("metadata"))) {
      return folder;
    }
    Files.createDirectories(folder);
    try (var left = Files.list(folder)) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
    }
    new TraceMaker(folder, form, streams).write(events, packetBytes);
    // last, as the sign that the trace is whole
    Files.writeString(folder.resolve("metadata"), form.metadata());
    return folder;
  }

  private long random() {
    seed ^= seed << 13;
    seed ^= seed >>> 7;
    seed ^= seed << 17;
    return seed;
  }

  private void write(int events, int packetBytes) throws IOException {
    byte[] name = "sixteen letters!".getBytes(StandardCharsets.US_ASCII);
    long now = 1_000_000_000L;
    for (int i = 0; i < events; i++) {
      long random = random();
      now += random & LONGEST_GAP_NANOS - 1;
      int stream = (int) ((random >>> 32) % packets.length);
      if (packets[stream] != null && packets[stream].remaining() < EVENT_BYTES) {
        flush(stream);
      }
      if (packets[stream] == null || packets[stream].position() == 0) {
        if (packets[stream] == null) {
          packets[stream] = ByteBuffer.allocate(packetBytes).order(ByteOrder.LITTLE_ENDIAN);
        }
        form.begin(packets[stream], now, sequences[stream]++, stream);
        last[stream] = now;
      }
      form.event(
          packets[stream],
          last[stream],
          now,
          (int) random,
          random >> 20,
          (i & 3) == 3 ? name : null);
      last[stream] = now;
    }
    for (int stream = 0; stream < packets.length; stream++) {
      if (packets[stream] != null && packets[stream].position() > 0) {
        flush(stream);
      }
    }
  }

  private void flush(int stream) throws IOException {
    ByteBuffer packet = packets[stream];
    form.end(packet, last[stream]);
    try (OutputStream out = Files.newOutputStream(
        folder.resolve("stream_" + stream), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      out.write(packet.array());
    }
    packet.clear();
    Arrays.fill(packet.array(), (byte) 0);
  }
}
