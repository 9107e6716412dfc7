package org.genevent.reader.stream;

import java.nio.ByteBuffer;
import java.util.List;
import org.genevent.reader.FieldSink;

/** Hands on some of the values that it is given: which ones of those without parts, its subclasses say. Used by one thread. */
public abstract class ChoosingSink implements FieldSink {

  /** Takes what is handed on. */
  protected FieldSink target;

  /** Takes values for nobody yet. */
  protected ChoosingSink() {}

  /**
   * Whether a value is to be handed on; asked once for each.
   *
   * @param name its name
   * @return true if so
   */
  protected abstract boolean passes(String name);

  @Override
  public final void integer(String name, long value, boolean signed, int radix, int sizeBits) {
    if (passes(name)) {
      target.integer(name, value, signed, radix, sizeBits);
    }
  }

  @Override
  public final void floating(String name, double value, boolean single) {
    if (passes(name)) {
      target.floating(name, value, single);
    }
  }

  @Override
  public final void bool(String name, boolean value) {
    if (passes(name)) {
      target.bool(name, value);
    }
  }

  @Override
  public final void enumeration(String name, long value, boolean signed, String label) {
    if (passes(name)) {
      target.enumeration(name, value, signed, label);
    }
  }

  @Override
  public final void text(String name, ByteBuffer bytes, int offset, int length) {
    if (passes(name)) {
      target.text(name, bytes, offset, length);
    }
  }

  @Override
  public final void flags(String name, long bits, int sizeBits, List<String> labels) {
    if (passes(name)) {
      target.flags(name, bits, sizeBits, labels);
    }
  }

  @Override
  public final void blob(String name, ByteBuffer bytes, int offset, int length, String mediaType) {
    if (passes(name)) {
      target.blob(name, bytes, offset, length, mediaType);
    }
  }

  @Override
  public void absent(String name) {
    if (passes(name)) {
      target.absent(name);
    }
  }
}
