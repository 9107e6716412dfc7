package org.genevent.reader.ltt;

import org.genevent.reader.PartialSink;

/** Keeps one number of an event, by its name. */
final class NumberSink extends PartialSink {

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
}
