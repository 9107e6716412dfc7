package org.genevent.reader.ltt;

import java.nio.ByteBuffer;
import java.util.List;
import org.genevent.reader.FieldSink;

/** Keeps one number of an event, by its name. */
final class NumberSink implements FieldSink {

  private final String wanted;
  private long value = -1;
  private int depth;

  NumberSink(String wanted) {
    this.wanted = wanted;
  }

  /** The number, or -1 if there was none. */
  long value() {
    return value;
  }

  @Override
  public void integer(String name, long number, boolean signed, int radix, int sizeBits) {
    if (depth == 0 && name.equals(wanted)) {
      value = number;
    }
  }

  @Override
  public void beginStructure(String name) {
    depth++;
  }

  @Override
  public void endStructure() {
    depth--;
  }

  @Override
  public void beginList(String name) {
    depth++;
  }

  @Override
  public void endList() {
    depth--;
  }

  @Override
  public void floating(String name, double number, boolean single) {}

  @Override
  public void bool(String name, boolean truth) {}

  @Override
  public void enumeration(String name, long number, boolean signed, String label) {}

  @Override
  public void text(String name, ByteBuffer bytes, int offset, int length) {}

  @Override
  public void flags(String name, long bits, int sizeBits, List<String> labels) {}

  @Override
  public void blob(String name, ByteBuffer bytes, int offset, int length, String mediaType) {}

  @Override
  public void absent(String name) {}
}
