package org.genevent.reader.csv;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genevent.reader.FieldSink;
import org.genevent.reader.field.FieldPath;

/** Fills the cells of a row from one part of an event; lists become JSON. */
final class CellSink implements FieldSink {

  /** A place on the way to a cell. */
  private static final class Place {
    private final Map<String, Place> members = new HashMap<>();
    private final Map<Integer, Place> elements = new HashMap<>();
    private int cell = -1;

    private boolean isEnd() {
      return cell >= 0;
    }

    private boolean isEmpty() {
      return members.isEmpty() && elements.isEmpty();
    }
  }

  /** What is open: its place, null if nothing of it is wanted, and of a list the number of its next element. */
  private static final class Level {
    private Place place;
    private boolean list;
    private int next;
  }

  private final Place top = new Place();
  private final List<Level> levels = new ArrayList<>();
  private final JsonText json = new JsonText();
  private int depth;
  private int jsonDepth;
  private int jsonCell;
  private String[] row;

  /** Adds a cell; false if it is part of one that is here, or one that is here is part of it. */
  boolean add(List<FieldPath.Step> steps, int cell) {
    Place place = top;
    for (FieldPath.Step step : steps) {
      if (place.isEnd()) {
        return false;
      }
      place = step.isIndex()
          ? place.elements.computeIfAbsent(step.index(), index -> new Place())
          : place.members.computeIfAbsent(step.name(), name -> new Place());
    }
    if (place.isEnd() || !place.isEmpty()) {
      return false;
    }
    place.cell = cell;
    return true;
  }

  CellSink to(String[] newRow) {
    row = newRow;
    depth = 0;
    jsonDepth = 0;
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
    if (level.place == null) {
      return null;
    }
    return level.list ? level.place.elements.get(level.next++) : level.place.members.get(name);
  }

  private void begin(String name, boolean list) {
    if (jsonDepth > 0) {
      jsonDepth++;
      json.begin(name, list);
      return;
    }
    Place place = place(name);
    if (place != null && place.isEnd()) {
      jsonDepth = 1;
      jsonCell = place.cell;
      json.clear();
      json.begin("", list);
    } else {
      open(place, list);
    }
  }

  private void end(boolean list) {
    if (jsonDepth == 0) {
      depth--;
      return;
    }
    json.end(list);
    if (--jsonDepth == 0) {
      fill(jsonCell, json.text());
    }
  }

  /** The first of several members with one name counts. */
  private void fill(int cell, String text) {
    if (row[cell] == null) {
      row[cell] = text;
    }
  }

  /** A value without parts: as text for a cell, or as it stands in JSON. */
  private void value(String name, String text, String inJson) {
    if (jsonDepth > 0) {
      json.value(name, inJson);
      return;
    }
    Place place = place(name);
    if (place != null && place.isEnd()) {
      fill(place.cell, text);
    }
  }

  @Override
  public void beginStructure(String name) {
    begin(name, false);
  }

  @Override
  public void endStructure() {
    end(false);
  }

  @Override
  public void beginList(String name) {
    begin(name, true);
  }

  @Override
  public void endList() {
    end(true);
  }

  @Override
  public void integer(String name, long value, boolean signed, int radix, int sizeBits) {
    String text = signed ? Long.toString(value) : Long.toUnsignedString(value);
    value(name, text, text);
  }

  @Override
  public void floating(String name, double value, boolean single) {
    String text = single ? Float.toString((float) value) : Double.toString(value);
    boolean finite = !Double.isNaN(value) && !Double.isInfinite(value);
    value(name, text, finite ? text : JsonText.quoted(text));
  }

  @Override
  public void bool(String name, boolean value) {
    value(name, Boolean.toString(value), Boolean.toString(value));
  }

  @Override
  public void enumeration(String name, long value, boolean signed, String label) {
    if (label == null) {
      integer(name, value, signed, 10, Long.SIZE);
    } else {
      value(name, label, JsonText.quoted(label));
    }
  }

  @Override
  public void text(String name, ByteBuffer bytes, int offset, int length) {
    byte[] copy = new byte[length];
    bytes.get(offset, copy);
    String text = new String(copy, StandardCharsets.UTF_8);
    value(name, text, jsonDepth > 0 ? JsonText.quoted(text) : "");
  }

  @Override
  public void flags(String name, long bits, int sizeBits, List<String> labels) {
    List<String> quoted = labels.stream().map(JsonText::quoted).toList();
    String number = Long.toUnsignedString(bits);
    value(
        name,
        labels.isEmpty() ? number : String.join("|", labels),
        "{\"value\":" + number + ",\"flags\":[" + String.join(",", quoted) + "]}");
  }

  @Override
  public void blob(String name, ByteBuffer bytes, int offset, int length, String mediaType) {
    StringBuilder digits = new StringBuilder(2 * length);
    for (int i = 0; i < length; i++) {
      int value = bytes.get(offset + i);
      digits
          .append(Character.forDigit(value >> 4 & 0xF, 16))
          .append(Character.forDigit(value & 0xF, 16));
    }
    value(name, digits.toString(), JsonText.quoted(digits.toString()));
  }

  @Override
  public void absent(String name) {
    if (jsonDepth > 0) {
      json.value(name, "null");
    } else {
      place(name);
    }
  }
}
