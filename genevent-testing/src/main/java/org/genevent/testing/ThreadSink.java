package org.genevent.testing;

import java.nio.ByteBuffer;
import java.util.List;
import org.genevent.reader.FieldSink;
import org.genevent.reader.TraceReader;

/** Finds the thread of an event: streams of one thread have it in their packets, shared ones in each event. */
final class ThreadSink implements FieldSink {

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

  @Override
  public void beginStructure(String name) {}

  @Override
  public void endStructure() {}

  @Override
  public void beginList(String name) {}

  @Override
  public void endList() {}

  @Override
  public void floating(String name, double value, boolean single) {}

  @Override
  public void bool(String name, boolean value) {}

  @Override
  public void enumeration(String name, long value, boolean signed, String label) {}

  @Override
  public void text(String name, ByteBuffer bytes, int offset, int length) {}

  @Override
  public void flags(String name, long bits, int sizeBits, List<String> labels) {}

  @Override
  public void blob(String name, ByteBuffer bytes, int offset, int length, String mediaType) {}

  @Override
  public void absent(String name) {}
}
