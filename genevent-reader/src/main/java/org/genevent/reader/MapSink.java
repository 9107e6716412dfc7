package org.genevent.reader;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects values as maps and lists. */
final class MapSink implements FieldSink {

  private final Map<String, Object> top = new LinkedHashMap<>();
  private final ArrayDeque<Object> open = new ArrayDeque<>();

  Map<String, Object> top() {
    return top;
  }

  @SuppressWarnings("unchecked")
  private void add(String name, Object value) {
    Object into = open.isEmpty() ? top : open.peek();
    if (into instanceof List<?> list) {
      ((List<Object>) list).add(value);
    } else {
      ((Map<String, Object>) into).put(name, value);
    }
  }

  @Override
  public void beginStructure(String name) {
    Map<String, Object> structure = new LinkedHashMap<>();
    add(name, structure);
    open.push(structure);
  }

  @Override
  public void endStructure() {
    open.pop();
  }

  @Override
  public void beginList(String name) {
    List<Object> list = new ArrayList<>();
    add(name, list);
    open.push(list);
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
    add(name, value);
  }

  @Override
  public void enumeration(String name, long value, boolean signed, String label) {
    add(name, label == null ? (Object) value : label);
  }

  @Override
  public void text(String name, ByteBuffer bytes, int offset, int length) {
    byte[] copy = new byte[length];
    bytes.get(offset, copy);
    add(name, new String(copy, StandardCharsets.UTF_8));
  }

  @Override
  public void flags(String name, long bits, int sizeBits, List<String> labels) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("value", bits);
    value.put("flags", List.copyOf(labels));
    add(name, value);
  }

  @Override
  public void blob(String name, ByteBuffer bytes, int offset, int length, String mediaType) {
    byte[] copy = new byte[length];
    bytes.get(offset, copy);
    add(name, ByteBuffer.wrap(copy).asReadOnlyBuffer());
  }

  @Override
  public void absent(String name) {
    add(name, null);
  }
}
