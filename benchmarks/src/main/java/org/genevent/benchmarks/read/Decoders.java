package org.genevent.benchmarks.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.invoke.MethodHandles;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What there is to gain from generated code: three ways to decode the same packets in memory, without anything around them.
 */
final class Decoders {

  private static final int MOST_BYTES = 1 << 26;
  private static final int CONTENT_BITS_AT = 48;
  private static final int PACKET_BITS_AT = 56;
  private static final int RUNS = 12;

  private final ByteBuffer memory;

  private Decoders(ByteBuffer memory) {
    this.memory = memory;
  }

  /** Prints a table for the first packets of a trace in our layout. */
  static void table(PrintStream out, Path trace) throws IOException {
    Decoders decoders = new Decoders(load(trace.resolve("stream_0")));
    out.println();
    out.println("Ways to decode, every field, packets in memory, one thread");
    out.println();
    out.println("| way | ns an event | first run |");
    out.println("|---|--:|--:|");
    try {
      Map<String, Decoder> ways = new LinkedHashMap<>();
      ways.put("a plan, interpreted", new PlanDecoder());
      ways.put("method handles", new HandleDecoder());
      ways.put("a hidden class", hidden());
      long sum = 0;
      for (Map.Entry<String, Decoder> way : ways.entrySet()) {
        double first = 0;
        double best = Double.MAX_VALUE;
        Decoder.Totals totals = new Decoder.Totals();
        for (int i = 0; i < RUNS; i++) {
          totals = new Decoder.Totals();
          long begin = System.nanoTime();
          decoders.decode(way.getValue(), totals);
          double nanos = (double) (System.nanoTime() - begin) / totals.events;
          first = i == 0 ? nanos : first;
          best = Math.min(best, nanos);
        }
        if (sum != 0 && sum != totals.sum) {
          throw new IllegalStateException("the decoders do not agree");
        }
        sum = totals.sum;
        out.println(String.format(Locale.ROOT, "| %s | %.1f | %.1f |", way.getKey(), best, first));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Decoder hidden() throws IOException, ReflectiveOperationException {
    try (InputStream in = Decoders.class.getResourceAsStream("StraightDecoder.class")) {
      Class<?> made =
          MethodHandles.lookup().defineHiddenClass(in.readAllBytes(), true).lookupClass();
      return (Decoder) made.getDeclaredConstructor().newInstance();
    }
  }

  private static ByteBuffer load(Path stream) throws IOException {
    try (FileChannel file = FileChannel.open(stream)) {
      ByteBuffer memory = ByteBuffer.allocateDirect((int) Math.min(MOST_BYTES, file.size()));
      while (memory.hasRemaining() && file.read(memory) >= 0) {
        // until it is full
      }
      return memory.flip().order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  private void decode(Decoder decoder, Decoder.Totals totals) {
    int at = 0;
    while (at + Decoder.HEADER_BYTES < memory.limit()) {
      int content = (int) (memory.getLong(at + CONTENT_BITS_AT) >>> 3);
      int packet = (int) (memory.getLong(at + PACKET_BITS_AT) >>> 3);
      // the last packet may be there in part only
      if (at + packet > memory.limit()) {
        return;
      }
      decoder.decode(memory, at + Decoder.HEADER_BYTES, at + content, totals);
      at += packet;
    }
  }
}
