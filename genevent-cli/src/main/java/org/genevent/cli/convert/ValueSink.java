package org.genevent.cli.convert;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.genevent.reader.FieldSink;

/** Collects the values of an event with all their bits: numbers of enumerations, bytes of texts. */
final class ValueSink implements FieldSink {

  /** The members of a structure or the chosen option of a variant, in order. */
  record Members(List<NamedValue> values) {}

  /** The elements of a list. */
  record Elements(List<NamedValue> values) {}

  private final Deque<List<NamedValue>> open = new ArrayDeque<>();

  ValueSink() {
    clear();
  }

  /** Begins a new event. */
  void clear() {
    open.clear();
    open.push(new ArrayList<>());
  }

  /** The values so far. */
  Members members() {
    return new Members(open.peek());
  }

  private void add(String name, Object value) {
    open.peek().add(new NamedValue(name, value));
  }

  @Override
  public void beginStructure(String name) {
    List<NamedValue> values = new ArrayList<>();
    add(name, new Members(values));
    open.push(values);
  }

  @Override
  public void endStructure() {
    open.pop();
  }

  @Override
  public void beginList(String name) {
    List<NamedValue> values = new ArrayList<>();
    add(name, new Elements(values));
    open.push(values);
  }

  @Override
  public void endList() {
    open.pop();
  }

  @Override
  public void integer(String name, long value, boolean signed, int radix, int sizeBits) {
    add(name, value);
  }

  @Override
  public void floating(String name, double value, boolean single) {
    add(name, value);
  }

  @Override
  public void bool(String name, boolean value) {
    add(name, value ? 1L : 0L);
  }

  @Override
  public void enumeration(String name, long value, boolean signed, String label) {
    add(name, value);
  }

  @Override
  public void flags(String name, long bits, int sizeBits, List<String> labels) {
    add(name, bits);
  }

  @Override
  public void text(String name, ByteBuffer bytes, int offset, int length) {
    byte[] copy = new byte[length];
    bytes.get(offset, copy);
    add(name, copy);
  }

  @Override
  public void blob(String name, ByteBuffer bytes, int offset, int length, String mediaType) {
    List<NamedValue> values = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      values.add(new NamedValue("", bytes.get(offset + i) & 0xFFL));
    }
    add(name, new Elements(values));
  }

  @Override
  public void absent(String name) {
    add(name, null);
  }
}
