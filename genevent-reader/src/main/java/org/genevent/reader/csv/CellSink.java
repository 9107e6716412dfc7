package org.genevent.reader.csv;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.genevent.reader.FieldSink;
import org.genevent.reader.field.FieldPath;
import org.genevent.reader.stream.PathWalk;
import org.genevent.reader.stream.PathWalk.Place;

/** Fills the cells of a row from one part of an event; lists become JSON. */
final class CellSink implements FieldSink {

  private final PathWalk<Integer> cells = new PathWalk<>();
  private final JsonText json = new JsonText();
  private int jsonDepth;
  private int jsonCell;
  private String[] row;

  /** Adds a cell; false if it is part of one that is here, or one that is here is part of it. */
  boolean add(List<FieldPath.Step> steps, int cell) {
    Place<Integer> place = cells.top();
    for (FieldPath.Step step : steps) {
      if (place.value() != null) {
        return false;
      }
      place = place.step(step);
    }
    if (place.value() != null || !place.isLast()) {
      return false;
    }
    place.end(cell);
    return true;
  }

  CellSink to(String[] newRow) {
    row = newRow;
    jsonDepth = 0;
    cells.begin();
    return this;
  }

  private void begin(String name, boolean list) {
    if (jsonDepth > 0) {
      jsonDepth++;
      json.begin(name, list);
      return;
    }
    Place<Integer> place = cells.next(name);
    if (place != null && place.value() != null) {
      jsonDepth = 1;
      jsonCell = place.value();
      json.clear();
      json.begin("", list);
    } else {
      cells.open(place, list);
    }
  }

  private void end(boolean list) {
    if (jsonDepth == 0) {
      cells.close();
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
    Place<Integer> place = cells.next(name);
    if (place != null && place.value() != null) {
      fill(place.value(), text);
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
      cells.next(name);
    }
  }
}
