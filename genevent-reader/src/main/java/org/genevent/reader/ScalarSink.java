package org.genevent.reader;

import java.nio.ByteBuffer;
import java.util.List;

/** Keeps one value of no parts, for those who ask for it by its type. */
final class ScalarSink implements FieldSink {

  /** What was kept. */
  enum Kind {
    NOTHING,
    INTEGER,
    FLOATING,
    BOOLEAN,
    ENUMERATION,
    TEXT,
    COMPOUND
  }

  Kind kind = Kind.NOTHING;
  long integer;
  double floating;
  String label;
  ByteBuffer bytes;
  int offset;
  int length;

  void clear() {
    kind = Kind.NOTHING;
    label = null;
    bytes = null;
  }

  @Override
  public void beginStructure(String name) {
    kind = Kind.COMPOUND;
  }

  @Override
  public void endStructure() {}

  @Override
  public void beginList(String name) {
    kind = Kind.COMPOUND;
  }

  @Override
  public void endList() {}

  private void keep(Kind newKind) {
    if (kind == Kind.NOTHING) {
      kind = newKind;
    }
  }

  @Override
  public void integer(String name, long value, boolean signed, int radix, int sizeBits) {
    keep(Kind.INTEGER);
    integer = value;
  }

  @Override
  public void floating(String name, double value, boolean single) {
    keep(Kind.FLOATING);
    floating = value;
  }

  @Override
  public void bool(String name, boolean value) {
    keep(Kind.BOOLEAN);
    integer = value ? 1 : 0;
  }

  @Override
  public void enumeration(String name, long value, boolean signed, String newLabel) {
    keep(Kind.ENUMERATION);
    integer = value;
    label = newLabel;
  }

  @Override
  public void text(String name, ByteBuffer newBytes, int newOffset, int newLength) {
    keep(Kind.TEXT);
    bytes = newBytes;
    offset = newOffset;
    length = newLength;
  }

  @Override
  public void flags(String name, long bits, int sizeBits, List<String> labels) {
    integer(name, bits, false, 16, sizeBits);
  }

  @Override
  public void blob(
      String name, ByteBuffer newBytes, int newOffset, int newLength, String mediaType) {
    keep(Kind.COMPOUND);
  }

  @Override
  public void absent(String name) {}
}
