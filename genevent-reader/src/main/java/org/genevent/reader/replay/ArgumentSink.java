package org.genevent.reader.replay;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.genevent.reader.FieldSink;

/** Leads the values of a structure to their targets. */
final class ArgumentSink implements FieldSink {

  private static final int FIRST_DEPTH = 16;

  private Target[] open = new Target[FIRST_DEPTH];
  private int[] positions = new int[FIRST_DEPTH];
  private int depth;
  private Values values;

  ArgumentSink() {}

  /** Begins with the outermost structure. */
  ArgumentSink into(Target outermost, Values where) {
    values = where;
    depth = 0;
    open[0] = outermost.open(where);
    positions[0] = 0;
    return this;
  }

  private Target next(String name) {
    return open[depth].part(name, positions[depth]++);
  }

  private void taken() {
    open[depth].taken(values);
  }

  private void begin(String name) {
    Target inner = next(name).open(values);
    depth++;
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
      positions = Arrays.copyOf(positions, depth * 2);
    }
    open[depth] = inner;
    positions[depth] = 0;
  }

  private void end() {
    open[depth].close(values);
    depth--;
    taken();
  }

  @Override
  public void beginStructure(String name) {
    begin(name);
  }

  @Override
  public void endStructure() {
    end();
  }

  @Override
  public void beginList(String name) {
    begin(name);
  }

  @Override
  public void endList() {
    end();
  }

  @Override
  public void integer(String name, long value, boolean signed, int radix, int sizeBits) {
    next(name).integer(values, value);
    taken();
  }

  @Override
  public void floating(String name, double value, boolean single) {
    next(name).floating(values, value);
    taken();
  }

  @Override
  public void bool(String name, boolean value) {
    next(name).truth(values, value);
    taken();
  }

  @Override
  public void enumeration(String name, long value, boolean signed, String label) {
    next(name).enumeration(values, value, label);
    taken();
  }

  @Override
  public void text(String name, ByteBuffer bytes, int offset, int length) {
    next(name).text(values, bytes, offset, length);
    taken();
  }

  @Override
  public void flags(String name, long bits, int sizeBits, List<String> labels) {
    next(name).integer(values, bits);
    taken();
  }

  /** A list of unsigned bytes. */
  @Override
  public void blob(String name, ByteBuffer bytes, int offset, int length, String mediaType) {
    begin(name);
    for (int i = 0; i < length; i++) {
      next("").integer(values, bytes.get(offset + i) & 0xFF);
      taken();
    }
    end();
  }

  @Override
  public void absent(String name) {
    next(name).absent(values);
    taken();
  }
}
