package org.genevent.reader.query;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.genevent.reader.FieldSink;
import org.genevent.reader.field.FieldPath;
import org.genevent.reader.stream.PathWalk;
import org.genevent.reader.stream.PathWalk.Place;

/** Keeps the values at certain paths of one part of an event. Where two members have one name, the first counts. */
final class FieldCapture implements FieldSink {

  private final PathWalk<Value> paths = new PathWalk<>();
  private final List<Value> values = new ArrayList<>();

  /** The value at a path; the same one for the same path. */
  Value at(List<FieldPath.Step> steps) {
    Place<Value> place = paths.at(steps);
    if (place.value() == null) {
      place.end(new Value());
      values.add(place.value());
    }
    return place.value();
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Forgets the last event. */
  void clear() {
    for (Value value : values) {
      value.kind = Value.Kind.ABSENT;
    }
    paths.begin();
  }

  private Value wanted(String name) {
    Place<Value> place = paths.next(name);
    Value value = place == null ? null : place.value();
    return value == null || value.kind != Value.Kind.ABSENT ? null : value;
  }

  private void begin(String name, boolean list) {
    Place<Value> place = paths.next(name);
    if (place != null && place.value() != null) {
      place.value().kind = Value.Kind.COMPOUND;
    }
    paths.open(place, list);
  }

  @Override
  public void beginStructure(String name) {
    begin(name, false);
  }

  @Override
  public void endStructure() {
    paths.close();
  }

  @Override
  public void beginList(String name) {
    begin(name, true);
  }

  @Override
  public void endList() {
    paths.close();
  }

  @Override
  public void integer(String name, long value, boolean signed, int radix, int sizeBits) {
    Value into = wanted(name);
    if (into != null) {
      into.setInteger(value, signed);
    }
  }

  @Override
  public void floating(String name, double value, boolean single) {
    Value into = wanted(name);
    if (into != null) {
      into.kind = Value.Kind.FLOATING;
      into.floating = value;
    }
  }

  @Override
  public void bool(String name, boolean value) {
    Value into = wanted(name);
    if (into != null) {
      into.setBoolean(value);
    }
  }

  @Override
  public void enumeration(String name, long value, boolean signed, String label) {
    Value into = wanted(name);
    if (into != null) {
      into.setInteger(value, signed);
      into.kind = Value.Kind.ENUMERATION;
      into.text = label;
    }
  }

  @Override
  public void text(String name, ByteBuffer bytes, int offset, int length) {
    Value into = wanted(name);
    if (into != null) {
      byte[] copy = new byte[length];
      bytes.get(offset, copy);
      into.setText(new String(copy, StandardCharsets.UTF_8));
    }
  }

  @Override
  public void flags(String name, long bits, int sizeBits, List<String> labels) {
    integer(name, bits, false, 16, sizeBits);
  }

  @Override
  public void blob(String name, ByteBuffer bytes, int offset, int length, String mediaType) {
    Value into = wanted(name);
    if (into != null) {
      into.kind = Value.Kind.COMPOUND;
    }
  }

  @Override
  public void absent(String name) {
    paths.next(name);
  }
}
