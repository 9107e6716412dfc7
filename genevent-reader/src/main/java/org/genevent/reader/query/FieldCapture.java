package org.genevent.reader.query;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genevent.reader.FieldSink;
import org.genevent.reader.field.FieldPath;

/** Keeps the values at certain paths of one part of an event. Where two members have one name, the first counts. */
final class FieldCapture implements FieldSink {

  /** A place on the way to a value that is wanted. */
  private static final class Place {
    private final Map<String, Place> members = new HashMap<>();
    private final Map<Integer, Place> elements = new HashMap<>();
    private Value value;

    Place step(FieldPath.Step step) {
      return step.isIndex()
          ? elements.computeIfAbsent(step.index(), index -> new Place())
          : members.computeIfAbsent(step.name(), name -> new Place());
    }
  }

  private final Place top = new Place();
  private final List<Value> values = new ArrayList<>();

  /** The places of the structures and lists that are open, null for those that nothing is wanted of. */
  private final List<Place> open = new ArrayList<>();

  /** Of an open list, the number of its next element; -1 for a structure. */
  private final List<int[]> indices = new ArrayList<>();

  private Place current = top;
  private int depth;
  private int skipped;

  /** The value at a path; the same one for the same path. */
  Value at(List<FieldPath.Step> steps) {
    Place place = top;
    for (FieldPath.Step step : steps) {
      place = place.step(step);
    }
    if (place.value == null) {
      place.value = new Value();
      values.add(place.value);
    }
    return place.value;
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Forgets the last event. */
  void clear() {
    for (Value value : values) {
      value.kind = Value.Kind.ABSENT;
    }
    current = top;
    depth = 0;
    skipped = 0;
  }

  /** The place of what comes now, or null if nobody wants it. */
  private Place place(String name) {
    if (skipped > 0) {
      return null;
    }
    if (depth > 0 && indices.get(depth - 1)[0] >= 0) {
      int index = indices.get(depth - 1)[0]++;
      return current.elements.isEmpty() ? null : current.elements.get(index);
    }
    return current.members.get(name);
  }

  private Value wanted(String name) {
    Place place = place(name);
    return place == null || place.value == null || place.value.kind != Value.Kind.ABSENT
        ? null
        : place.value;
  }

  private void begin(String name, int firstIndex) {
    Place place = place(name);
    if (place == null) {
      skipped++;
      return;
    }
    if (place.value != null) {
      place.value.kind = Value.Kind.COMPOUND;
    }
    if (depth == open.size()) {
      open.add(null);
      indices.add(new int[1]);
    }
    open.set(depth, current);
    indices.get(depth)[0] = firstIndex;
    depth++;
    current = place;
  }

  private void end() {
    if (skipped > 0) {
      skipped--;
    } else {
      current = open.get(--depth);
    }
  }

  @Override
  public void beginStructure(String name) {
    begin(name, -1);
  }

  @Override
  public void endStructure() {
    end();
  }

  @Override
  public void beginList(String name) {
    begin(name, 0);
  }

  @Override
  public void endList() {
    end();
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
    place(name);
  }
}
