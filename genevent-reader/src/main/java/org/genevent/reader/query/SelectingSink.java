package org.genevent.reader.query;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genevent.reader.FieldSink;
import org.genevent.reader.field.FieldPath;

/** Hands on the values at certain paths, with the structures and lists around them. */
final class SelectingSink implements FieldSink {

  /** A place on the way to a value that is wanted; a whole one has all that is below it. */
  private static final class Place {
    private final Map<String, Place> members = new HashMap<>();
    private final Map<Integer, Place> elements = new HashMap<>();
    private boolean whole;

    private Place step(FieldPath.Step step) {
      return step.isIndex()
          ? elements.computeIfAbsent(step.index(), index -> new Place())
          : members.computeIfAbsent(step.name(), name -> new Place());
    }
  }

  /** What is open: its place, null if nothing of it is wanted, and of a list the number of its next element. */
  private static final class Level {
    private Place place;
    private boolean list;
    private int next;
  }

  private static final Place WHOLE = new Place();

  static {
    WHOLE.whole = true;
  }

  private final Place top = new Place();
  private final List<Level> levels = new ArrayList<>();
  private int depth;
  private FieldSink target;

  void add(List<FieldPath.Step> steps) {
    Place place = top;
    for (FieldPath.Step step : steps) {
      place = place.step(step);
    }
    place.whole = true;
  }

  /** Begins an event. */
  SelectingSink to(FieldSink newTarget) {
    target = newTarget;
    depth = 0;
    open(top, false);
    return this;
  }

  private void open(Place place, boolean list) {
    if (depth == levels.size()) {
      levels.add(new Level());
    }
    Level level = levels.get(depth++);
    level.place = place;
    level.list = list;
    level.next = 0;
  }

  private Place place(String name) {
    Level level = levels.get(depth - 1);
    if (level.place == null || level.place.whole) {
      return level.place == null ? null : WHOLE;
    }
    return level.list ? level.place.elements.get(level.next++) : level.place.members.get(name);
  }

  /** Whether a value without parts is wanted here. */
  private boolean wants(String name) {
    Place place = place(name);
    return place != null && place.whole;
  }

  private boolean begin(String name, boolean list) {
    Place place = place(name);
    open(place, list);
    return place != null;
  }

  private boolean end() {
    return levels.get(--depth).place != null;
  }

  @Override
  public void beginStructure(String name) {
    if (begin(name, false)) {
      target.beginStructure(name);
    }
  }

  @Override
  public void endStructure() {
    if (end()) {
      target.endStructure();
    }
  }

  @Override
  public void beginList(String name) {
    if (begin(name, true)) {
      target.beginList(name);
    }
  }

  @Override
  public void endList() {
    if (end()) {
      target.endList();
    }
  }

  @Override
  public void integer(String name, long value, boolean signed, int radix, int sizeBits) {
    if (wants(name)) {
      target.integer(name, value, signed, radix, sizeBits);
    }
  }

  @Override
  public void floating(String name, double value, boolean single) {
    if (wants(name)) {
      target.floating(name, value, single);
    }
  }

  @Override
  public void bool(String name, boolean value) {
    if (wants(name)) {
      target.bool(name, value);
    }
  }

  @Override
  public void enumeration(String name, long value, boolean signed, String label) {
    if (wants(name)) {
      target.enumeration(name, value, signed, label);
    }
  }

  @Override
  public void text(String name, ByteBuffer bytes, int offset, int length) {
    if (wants(name)) {
      target.text(name, bytes, offset, length);
    }
  }

  @Override
  public void flags(String name, long bits, int sizeBits, List<String> labels) {
    if (wants(name)) {
      target.flags(name, bits, sizeBits, labels);
    }
  }

  @Override
  public void blob(String name, ByteBuffer bytes, int offset, int length, String mediaType) {
    if (wants(name)) {
      target.blob(name, bytes, offset, length, mediaType);
    }
  }

  @Override
  public void absent(String name) {
    if (place(name) != null) {
      target.absent(name);
    }
  }
}
