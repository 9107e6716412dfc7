package org.genevent.testing;

import org.genevent.reader.PartialSink;
import org.genevent.reader.TraceReader;

/** Finds the thread of an event: streams of one thread have it in their packets, shared ones in each event. */
final class ThreadSink extends PartialSink {

  private static final String FIELD = "tid";

  private long thread = -1;

  private ThreadSink() {}

  static long threadOf(TraceReader reader) {
    ThreadSink sink = new ThreadSink();
    if (reader.hasPacketContext()) {
      reader.packetContext(sink);
    }
    if (reader.hasStreamContext()) {
      reader.streamContext(sink);
    }
    return sink.thread;
  }

  @Override
  public void integer(String name, long value, boolean signed, int radix, int sizeBits) {
    if (name.equals(FIELD)) {
      thread = value;
    }
  }
}
